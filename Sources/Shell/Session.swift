internal import Kernel
internal import Store
internal import Vocabulary

/// A session: commands and questions line by line, on one running deployment.
///
/// At a terminal a fault is shown and the session goes on; lines from a pipe stop at the first
/// fault, with its line and its exit code.
struct Session {
  private let tower: Tower
  private let lines: any LineSource
  private let console: Console
  private let completer: Completer
  private let commands: CommandLineParser
  private let commandWords: Set<String>
  private var options: SessionOptions
  private var statements = StatementReader()
  private var status = ExitStatus.ok

  /// Prepares a session on a running deployment.
  init(tower: Tower, options: GlobalOptions, lines: any LineSource, console: Console) {
    self.tower = tower
    self.lines = lines
    self.console = console
    self.options = SessionOptions(options)
    completer = Completer(tower)
    commands = CommandLineParser(commands: tower.registry.commands)
    commandWords = Set(tower.registry.commands.map { String($0.name.prefix { $0 != " " }) })
  }

  /// Takes lines until they end, or until `quit`.
  ///
  /// - Returns: the exit code. At a terminal it is always 0; otherwise it is that of the line that
  ///   failed, or 1 where a command found something at or above a level.
  mutating func run() -> ExitStatus {
    greet()
    var number = 0
    var begunAt = 0
    while true {
      number += 1
      if statements.isEmpty { begunAt = number }
      do {
        guard try takeNext() else { return lines.isInteractive ? .ok : status }
      } catch is Terminal.ReaderGone {
        return .ok
      } catch {
        let status = ExitStatus(of: error)
        guard lines.isInteractive else {
          console.writeError("line \(begunAt): \(error)\n")
          return status
        }
        console.writeError(Session.message(error))
      }
    }
  }

  private static func message(_ error: any Error) -> String {
    // The terminal has echoed ctrl-C where the cursor stood; which statement it met says nothing.
    switch error {
    case let error as StoreError where error.isInterrupted: "\ninterrupted\n"
    case let error as TowerError where error.status == .interrupted: "\n\(error)\n"
    default: "\(error)\n"
    }
  }

  // MARK: Lines

  /// Takes the next line; false at the end.
  private mutating func takeNext() throws -> Bool {
    let prompt = statements.isEmpty ? mainPrompt : continuationPrompt
    switch try lines.next(prompt: prompt, completer: completer, earlier: statements.rest) {
    case .dropped:
      _ = statements.dropRest()
      return true
    case .end:
      try refuseUnfinished()
      return false
    case .line(let line) where statements.isEmpty: return try takeEntry(line)
    case .line(let line):
      try takeSQL(line)
      return true
    }
  }

  private mutating func takeEntry(_ line: String) throws -> Bool {
    let meaning: SessionLine
    do {
      meaning = try SessionLine(line, commandWords: commandWords)
    } catch {
      keep(line)
      throw error
    }
    if meaning != .sql, meaning != .nothing { keep(line) }
    switch meaning {
    case .nothing: break
    case .sql: try takeSQL(line)
    case .leave: return false
    case .help(let word): try explain(word)
    case .option(let name, let words): try change(name, words)
    case .command(let words): try dispatch(words)
    }
    return true
  }

  private mutating func takeSQL(_ line: String) throws {
    let finished = statements.take(line)
    guard !finished.isEmpty else { return }
    keep(finished.joined(separator: " "))
    for statement in finished { try dispatch(["query", "--", statement]) }
  }

  private mutating func refuseUnfinished() throws {
    guard !statements.isEmpty, !lines.isInteractive else { return }
    let isOpen = SQLText(statements.dropRest()).isOpen
    throw TowerError(
      .usage,
      isOpen
        ? "the input ends inside a quoted text or a comment"
        : "the statement is not finished: ';' is missing")
  }

  private func keep(_ entry: String) {
    guard !entry.hasPrefix(" "), let end = entry.lastIndex(where: { !$0.isWhitespace }) else {
      return
    }
    lines.remember(String(entry[...end]))
  }

  // MARK: Work

  private mutating func dispatch(_ line: [String]) throws {
    let words = try options.words(around: Program.helpWords(line) ?? line)
    try refuseUnknown(words)
    tower.store.allowStatements()
    tower.stopRequest.forget()
    let ending = try Dispatcher(tower).run(words, to: console.write)
    console.writeError(ending.messages.map { $0 + "\n" }.joined())
    if !lines.isInteractive, ending.status != .ok { try settle(ending.status) }
  }

  /// Refuses a word that no command begins with but that is near to one of the session; tells the
  /// completion when a command may change the names in the store.
  private func refuseUnknown(_ words: [String]) throws {
    let (_, rest) = try CommandLineParser.globalOptions(words)
    do {
      if try commands.find(rest).command.effect != .reads { completer.forgetEntities() }
    } catch let error as TowerError {
      let near = nearest(to: rest.first ?? "", in: SessionWord.all.map(\.name))
      guard let word = near.first else { throw error }
      throw TowerError(error.status, error.message, hints: ["did you mean \(word)?"])
    }
  }

  /// Findings at a level do not end the lines of a pipe; a command that ended otherwise does.
  private mutating func settle(_ ended: ExitStatus) throws {
    status = ended
    guard ended != .findingsAtLevel else { return }
    throw TowerError(ended, "exit code \(ended.rawValue): \(ended.meaning)")
  }

  private mutating func change(_ name: String, _ words: [String]) throws {
    guard let parameter = SessionOptions.changeable.first(where: { $0.name == name }) else {
      return
    }
    let now = try options.change(parameter, to: words)
    if lines.isInteractive || words.isEmpty { console.writeError(now + "\n") }
  }

  // MARK: Words to a person

  private mutating func explain(_ word: String?) throws {
    guard let word else {
      try dispatch(["help"])
      console.writeError(SessionWord.explanation)
      return
    }
    for known in SessionWord.all where known.name == word {
      console.writeError("\(known.usage)\n\n\(known.doc)\n")
    }
  }

  private func greet() {
    guard lines.isInteractive, options.value("quiet") != "true" else { return }
    let name = tower.deployment.agency.name
    let names = [name.english, name.korean].compactMap(\.self).joined(separator: ", ")
    console.writeError(
      """
      Control Tower \(Program.version): \(names); store \(tower.store.path)
      'help' lists the commands, SQL ends in ';', 'quit' leaves.

      """)
  }

  private var mainPrompt: String {
    let day = options.value("as-of").map { "@" + $0 } ?? ""
    return tower.deployment.agency.identifier + day + "> "
  }

  private var continuationPrompt: String {
    String(repeating: " ", count: max(0, mainPrompt.count - 5)) + "...> "
  }
}
