internal import Store
internal import Vocabulary

/// Runs commands by their words: for the command line, the shell and batch steps alike.
public struct Dispatcher: Sendable {
  private let tower: Tower
  private let stream: (@Sendable (String) -> Void)?

  /// Makes a dispatcher of a running tower.
  ///
  /// - Parameters:
  ///   - tower: the running tower.
  ///   - stream: takes text for the standard output as it comes, before the answer; nil where
  ///     answers are taken as a whole.
  public init(_ tower: Tower, stream: (@Sendable (String) -> Void)? = nil) {
    self.tower = tower
    self.stream = stream
  }

  /// Reads the words and runs the command.
  ///
  /// - Throws: `TowerError` for a wrong command line; what the command throws.
  public func run(_ words: [String]) throws -> (result: CommandResult, options: GlobalOptions) {
    let parsed = try CommandLineParser(commands: tower.registry.commands).parse(words)
    if parsed.command.effect == .writes { try tower.prepareStore() }
    let arguments = Arguments(
      try resolved(parsed.arguments.all, of: parsed.command.parameters))
    let invocation = Invocation(
      arguments: arguments, tower: tower, options: parsed.options, stream: stream)
    return (try parsed.command.run(invocation), parsed.options)
  }

  /// Puts the identifier of the value domain in place of each name that means it.
  func resolved(_ given: [String: [ArgumentValue]], of parameters: [Parameter]) throws -> [String:
    [ArgumentValue]]
  {
    var values = given
    var faults: [String] = []
    for parameter in parameters {
      guard case .entity(let name, let extra) = parameter.type, let given = values[parameter.name]
      else { continue }
      guard let domain = tower.registry.domain(name) else {
        throw TowerError(.usage, "no enabled module knows the names of '\(name)'")
      }
      let entries = try tower.read { try domain.entries($0) }
      guard !entries.isEmpty else {
        throw TowerError(.failed, "the store knows no \(name) yet", hints: [domain.fillHint])
      }
      values[parameter.name] = given.map { value in
        guard case .text(let text) = value, !extra.contains(text) else { return value }
        if let identifier = domain.identifier(of: text, in: entries) { return .text(identifier) }
        let near = nearest(to: text, in: entries.flatMap { [$0.identifier] + $0.names } + extra)
        let hint = near.isEmpty ? "" : "; did you mean \(near.joined(separator: " or "))?"
        faults.append("--\(parameter.name): '\(text)' is not a known \(name)\(hint)")
        return value
      }
    }
    guard faults.isEmpty else { throw TowerError(.usage, faults.joined(separator: "\n")) }
    return values
  }
}

extension ValueDomain {
  /// The identifier that a name means: the identifier itself, or one of its names, in any case.
  fileprivate func identifier(of text: String, in entries: [Entry]) -> String? {
    let wanted = text.lowercased()
    let exact = entries.first { $0.identifier.lowercased() == wanted }
    let named = entries.first { $0.names.contains { $0.lowercased() == wanted } }
    return (exact ?? named)?.identifier
  }
}
