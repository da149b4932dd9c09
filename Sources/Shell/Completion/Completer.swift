internal import Kernel
internal import Store

/// Knows how a line of a session can go on, from what the modules declare and the store holds.
final class Completer {
  let tower: Tower
  let commands: [Command]
  let readable: [Readable]
  let readableIndex: PrefixIndex
  let wordIndex: PrefixIndex
  private let commandWords: Set<String>
  private var entities: [String: [ValueDomain.Entry]] = [:]
  private var entityIndexes: [String: PrefixIndex] = [:]

  /// Gathers the names that stay the same for the whole session.
  init(_ tower: Tower) {
    self.tower = tower
    commands = tower.registry.commands
    readable = tower.registry.readable
    readableIndex = PrefixIndex(readable.map(\.name))
    let sql = SQLText.keywords.map { $0.lowercased() } + tower.registry.callable
    wordIndex = PrefixIndex(sql)
    commandWords = Set(commands.map { String($0.name.prefix { $0 != " " }) })
  }

  /// How a line can go on at the cursor.
  ///
  /// - Parameters:
  ///   - line: the line up to the cursor.
  ///   - following: the line behind the cursor.
  ///   - earlier: the lines of the statement that the line continues.
  func completion(of line: String, following: String = "", earlier: String = "") -> Completion {
    if isSQL(line, earlier) {
      return sqlCompletion(of: earlier + line, following: following)
    }
    return commandCompletion(of: LineEnd(line))
  }

  // A first word that is still being typed is a command word or one that begins a statement.
  private func isSQL(_ line: String, _ earlier: String) -> Bool {
    if !earlier.isEmpty { return true }
    let first = line.split(whereSeparator: \.isWhitespace).first.map(String.init) ?? ""
    guard !commandWords.contains(first), first != line.drop(while: \.isWhitespace) else {
      return false
    }
    return SQLText.openings.contains(first.uppercased())
  }

  // MARK: Names in the store

  /// Forgets the names of the store, which may have changed.
  func forgetEntities() {
    entities = [:]
    entityIndexes = [:]
  }

  /// The entries of a value domain; none when the store is not there yet.
  func entries(of domain: String) -> [ValueDomain.Entry] {
    if let known = entities[domain] { return known }
    let declared = tower.registry.domain(domain)
    let read = declared.flatMap { domain in try? tower.read { try domain.entries($0) } } ?? []
    entities[domain] = read
    return read
  }

  /// An index that is made at its first use.
  func index(_ key: String, _ names: () -> [String]) -> PrefixIndex {
    if let known = entityIndexes[key] { return known }
    let made = PrefixIndex(names())
    entityIndexes[key] = made
    return made
  }
}
