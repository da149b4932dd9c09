internal import Vocabulary

/// A command line that was read: the command, its arguments and the global options.
public struct ParsedCommandLine: Sendable {
  /// The command.
  public let command: Command
  /// Its arguments, read by type; names of value domains are not resolved yet.
  public let arguments: Arguments
  /// The global options.
  public let options: GlobalOptions
}

/// Reads the words of a command line, a line of the shell or a batch step along the declarations.
public struct CommandLineParser: Sendable {
  private let commands: [Command]

  /// Makes a parser for commands.
  public init(commands: [Command]) {
    self.commands = commands
  }

  /// Takes the global options out of the words, wherever they stand.
  ///
  /// - Throws: `TowerError` with every fault.
  public static func globalOptions(_ words: [String]) throws -> (
    options: GlobalOptions, rest: [String]
  ) {
    let (options, rest, faults) = takeGlobalOptions(words)
    guard faults.isEmpty else { throw TowerError(faults, hints: [globalUsage]) }
    return (options, rest.map(\.text))
  }

  /// Reads a whole command line.
  ///
  /// - Throws: `TowerError` naming the nearest command, or every fault of the line.
  public func parse(_ words: [String]) throws -> ParsedCommandLine {
    let (parsed, faults, hints) = read(words)
    guard let parsed, faults.isEmpty else { throw TowerError(faults, hints: hints) }
    return parsed
  }

  /// What the words say as far as they can be read, with every fault of the line, each at its word.
  ///
  /// - Returns: no command line when the words name no command; no fault when `parse` reads them.
  public func check(_ words: [String]) -> (
    parsed: ParsedCommandLine?, faults: [CommandLineFault]
  ) {
    let (parsed, faults, hints) = read(words)
    // The hint belongs to an unknown command; behind other faults it would only repeat the help.
    guard parsed == nil, let last = faults.last, let hint = hints.first else {
      return (parsed, faults)
    }
    let unknown = CommandLineFault(word: last.word, "\(last.message); \(hint)")
    return (nil, faults.dropLast() + [unknown])
  }

  /// The command that the words begin with, the longest name first, and the words behind it.
  public func find(_ words: [String]) throws -> (command: Command, rest: [String]) {
    guard let (command, length) = match(words) else {
      throw TowerError([unknown(words)], hints: hints(given(words)))
    }
    return (command, Array(words[length...]))
  }

  private static let globalUsage = "usage: tower [OPTIONS] COMMAND"

  private static func takeGlobalOptions(_ words: [String]) -> (
    options: GlobalOptions, rest: [PlacedWord], faults: [CommandLineFault]
  ) {
    var scanner = WordScanner(GlobalOptions.parameters)
    let placed = words.enumerated().map { (place: $0.offset, text: $0.element) }
    let rest = scanner.takeOptions(placed, keepsUnknown: true)
    let (arguments, faults) = scanner.finished()
    var options = GlobalOptions()
    options.asOf = arguments.optionalDay("as-of")
    options.knownAt = arguments.optionalDay("known-at")
    options.purpose = arguments.optionalText("purpose")
    options.format =
      arguments.optionalText("format").flatMap(OutputFormat.init(rawValue:)) ?? .table
    options.showsFacts = arguments.flag("meta")
    options.isQuiet = arguments.flag("quiet")
    options.configuration = arguments.optionalText("config")
    options.store = arguments.optionalText("store")
    return (options, rest, faults)
  }

  /// What the words say, as far as it can be read, with every fault and a hint for the last of them.
  private func read(_ words: [String]) -> (
    parsed: ParsedCommandLine?, faults: [CommandLineFault], hints: [String]
  ) {
    var (options, rest, globalFaults) = CommandLineParser.takeGlobalOptions(words)
    takeFile(&options, &rest, &globalFaults, isFormatGiven: words.contains(where: isFormat))
    let texts = rest.map(\.text)
    guard let (command, length) = match(texts) else {
      let fault = unknown(texts, at: rest.first?.place)
      return (nil, globalFaults + [fault], hints(given(texts)))
    }
    var scanner = WordScanner(command.parameters)
    let positional = scanner.takeOptions(Array(rest[length...]), keepsUnknown: false)
    scanner.takePositional(positional)
    let (arguments, faults) = scanner.finished()
    let parsed = ParsedCommandLine(command: command, arguments: arguments, options: options)
    let usage =
      faults.isEmpty ? CommandLineParser.globalUsage : "usage: tower \(command.usage)"
    return (parsed, globalFaults + faults, [usage])
  }

  /// Takes the file of the answer, where the command has no option of this name itself.
  private func takeFile(
    _ options: inout GlobalOptions, _ words: inout [PlacedWord],
    _ faults: inout [CommandLineFault], isFormatGiven: Bool
  ) {
    var scanner = WordScanner([GlobalOptions.out])
    let rest = scanner.takeOptions(words, keepsUnknown: true)
    let command = match(rest.map(\.text))?.command
    guard command?.parameters.contains(where: { $0.name == GlobalOptions.out.name }) != true else {
      return
    }
    let (arguments, found) = scanner.finished()
    words = rest
    faults += found
    options.file = arguments.optionalText(GlobalOptions.out.name)
    if !isFormatGiven, let format = options.file.flatMap(OutputFormat.init(fileName:)) {
      options.format = format
    }
    if options.format == .xlsx, options.file == nil {
      faults.append(CommandLineFault(word: nil, OutputFormat.needsFile.message))
    }
  }

  private func isFormat(_ word: String) -> Bool {
    word == "--format" || word.hasPrefix("--format=")
  }

  private func match(_ words: [String]) -> (command: Command, length: Int)? {
    for length in stride(from: min(3, words.count), through: 1, by: -1) {
      let name = words[..<length].joined(separator: " ")
      if let command = commands.first(where: { $0.name == name }) { return (command, length) }
    }
    return nil
  }

  private func given(_ words: [String]) -> String {
    words.prefix { !$0.hasPrefix("-") }.prefix(2).joined(separator: " ")
  }

  private func unknown(_ words: [String], at place: Int? = nil) -> CommandLineFault {
    CommandLineFault(word: place, "there is no command '\(given(words))'")
  }

  private func hints(_ given: String) -> [String] {
    let first = given.split(separator: " ").first.map(String.init) ?? ""
    let family = commands.filter { $0.name.hasPrefix(first + " ") }.map(\.name)
    let near = nearest(to: given, in: commands.map(\.name))
    let firstWords = Set(
      commands.compactMap { $0.name.split(separator: " ").first.map(String.init) })
    let nearFirst = nearest(to: first, in: firstWords.sorted())
    if !near.isEmpty { return ["did you mean \(near.joined(separator: " or "))?"] }
    if !family.isEmpty {
      return ["the commands of '\(first)' are: \(family.joined(separator: ", "))"]
    }
    if !nearFirst.isEmpty { return ["did you mean \(nearFirst.joined(separator: " or "))?"] }
    return ["'tower help' lists the commands"]
  }
}
