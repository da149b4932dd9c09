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
    var scanner = WordScanner(GlobalOptions.parameters)
    let rest = scanner.takeOptions(words, keepsUnknown: true)
    let arguments = try scanner.finished(usage: "tower [OPTIONS] COMMAND")
    var options = GlobalOptions()
    options.asOf = arguments.optionalDay("as-of")
    options.knownAt = arguments.optionalDay("known-at")
    options.format = OutputFormat(rawValue: arguments.text("format")) ?? .table
    options.isQuiet = arguments.flag("quiet")
    options.configuration = arguments.optionalText("config")
    options.store = arguments.optionalText("store")
    return (options, rest)
  }

  /// Reads a whole command line.
  ///
  /// - Throws: `TowerError` naming the nearest command, or every fault of the arguments.
  public func parse(_ words: [String]) throws -> ParsedCommandLine {
    let (options, rest) = try CommandLineParser.globalOptions(words)
    let (command, arguments) = try find(rest)
    var scanner = WordScanner(command.parameters)
    let positional = scanner.takeOptions(arguments, keepsUnknown: false)
    scanner.takePositional(positional)
    return ParsedCommandLine(
      command: command, arguments: try scanner.finished(usage: "tower " + command.usage),
      options: options)
  }

  /// The command that the words begin with, the longest name first, and the words behind it.
  public func find(_ words: [String]) throws -> (command: Command, rest: [String]) {
    for length in stride(from: min(3, words.count), through: 1, by: -1) {
      let name = words[..<length].joined(separator: " ")
      if let command = commands.first(where: { $0.name == name }) {
        return (command, Array(words[length...]))
      }
    }
    let given = words.prefix { !$0.hasPrefix("-") }.prefix(2).joined(separator: " ")
    throw TowerError(.usage, "there is no command '\(given)'", hints: hints(given))
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
