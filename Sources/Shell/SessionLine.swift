internal import Kernel
internal import Store

/// What a line asks of a session.
enum SessionLine: Equatable {
  /// Nothing: the line is empty.
  case nothing
  /// It begins a statement in SQL.
  case sql
  /// It ends the session.
  case leave
  /// It shows or changes an option of the session.
  case option(String, [String])
  /// It explains the session, or a word of it.
  case help(String?)
  /// It is a command.
  case command([String])

  /// Reads the first line of an entry.
  ///
  /// - Parameters:
  ///   - line: the line.
  ///   - commandWords: the first words of the commands.
  /// - Throws: `TowerError` for a quote that is not closed.
  init(_ line: String, commandWords: Set<String>) throws {
    let own = SessionWord.all.map(\.name)
    let first = line.split { $0.isWhitespace || $0 == ";" }.first.map(String.init) ?? ""
    guard !line.allSatisfy(\.isWhitespace) else {
      self = .nothing
      return
    }
    let isOfTower = commandWords.contains(first) || own.contains(first)
    guard isOfTower || !SessionLine.isSQL(SQLText(line)) else {
      self = .sql
      return
    }
    let line = isOfTower ? SessionLine.withoutEnd(line) : line
    var words = try commandLineWords(line)
    // As a command is written for the command line.
    if words.count > 1, words[0] == "tower" { words.removeFirst() }
    switch (words[0], words.dropFirst().first) {
    case ("help", nil): self = .help(nil)
    case ("help", let word?) where own.contains(word): self = .help(word)
    case ("quit", nil), ("exit", nil): self = .leave
    case (let name, _) where SessionOptions.changeable.contains { $0.name == name }:
      self = .option(name, Array(words.dropFirst()))
    default: self = .command(words)
    }
  }

  // Who asks in SQL ends a command as a statement, too.
  private static func withoutEnd(_ line: String) -> String {
    guard let last = line.lastIndex(where: { !$0.isWhitespace }), line[last] == ";" else {
      return line
    }
    return String(line[..<last])
  }

  // A line that begins as no command and ends in `;` is a statement with a slip in its first word.
  private static func isSQL(_ text: SQLText) -> Bool {
    let lastCode = text.code.last { !SQLText.isSpace($0) }
    let first = text.words.first?.text.uppercased() ?? ""
    return text.isBlank || lastCode == UInt8(ascii: ";") || SQLText.openings.contains(first)
  }
}
