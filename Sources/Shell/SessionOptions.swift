internal import Kernel
internal import Vocabulary

/// The global options that hold for every line of a session until a line changes them.
///
/// They are kept as words, so that a command reads them as if they stood on its own line.
struct SessionOptions {
  private var values: [(name: String, value: String)] = []

  /// The options that a session can change; the others belong to its start.
  static let changeable = GlobalOptions.parameters.filter {
    !["config", "store"].contains($0.name)
  }

  /// Takes the options of the command line that opened the session.
  init(_ options: GlobalOptions) {
    if let day = options.asOf { values.append(("as-of", day.description)) }
    if let day = options.knownAt { values.append(("known-at", day.description)) }
    if let purpose = options.purpose { values.append(("purpose", purpose)) }
    if options.format != .table { values.append(("format", options.format.rawValue)) }
    if options.showsFacts { values.append(("meta", "true")) }
    if options.isQuiet { values.append(("quiet", "true")) }
  }

  /// The value of an option; nil when its default holds.
  func value(_ name: String) -> String? { values.first { $0.name == name }?.value }

  /// The words of a command with the options of the session before them.
  ///
  /// An option that the line gives itself goes before that of the session.
  ///
  /// - Throws: `TowerError` for an option that only the start of a session can give.
  func words(around line: [String]) throws -> [String] {
    let given = line.prefix { $0 != "--" }.compactMap(SessionOptions.optionName)
    for name in ["config", "store"] where given.contains(name) {
      throw TowerError(
        .usage, "--\(name) holds for a whole session",
        hints: ["leave with 'quit', then start with 'tower --\(name) ...'"])
    }
    let own = values.filter { !given.contains($0.name) }
    return own.map { "--\($0.name)=\($0.value)" } + line
  }

  /// Changes an option by a line such as `format csv`; `default` gives its default back.
  ///
  /// - Returns: what holds now, in words.
  /// - Throws: `TowerError` for a value that the option does not take.
  mutating func change(_ parameter: Parameter, to words: [String]) throws -> String {
    guard words.count <= 1 else {
      throw TowerError(
        .usage, "'\(words[1])' is one word too many",
        hints: ["usage: \(SessionOptions.usage(parameter))"])
    }
    if let word = words.first {
      // Read as on a command line, so that the same faults are found.
      if word != "default" {
        _ = try CommandLineParser.globalOptions(["--\(parameter.name)=\(word)"])
      }
      values.removeAll { $0.name == parameter.name }
      if word != "default" { values.append((parameter.name, word)) }
    }
    return "\(parameter.name) is \(value(parameter.name) ?? SessionOptions.standard(parameter))"
  }

  /// How a line changes an option.
  static func usage(_ parameter: Parameter) -> String {
    let value = parameter.type.placeholder
    return "\(parameter.name) [\(value.isEmpty ? "true|false" : value)|default]"
  }

  private static func standard(_ parameter: Parameter) -> String {
    if case .defaulted(let text) = parameter.presence { return text }
    if case .flag = parameter.type { return "false" }
    return "not set"
  }

  private static func optionName(_ word: String) -> String? {
    guard word.hasPrefix("--") else { return nil }
    return word.dropFirst(2).split(separator: "=", omittingEmptySubsequences: false).first
      .map(String.init)
  }
}
