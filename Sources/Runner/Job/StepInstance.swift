internal import Kernel

/// A step as it runs: once, or for one of its items.
struct StepInstance: Sendable {
  let step: Job.Step
  /// The item that it runs for; nil when it runs once.
  let item: String?

  /// The name in the journal: `step`, or `step[item]`.
  var name: String { item.map { "\(step.identifier)[\($0)]" } ?? step.identifier }

  /// Its words with the values of their references.
  ///
  /// - Parameter value: the value of a reference; nil when it is not known yet.
  /// - Returns: nil when a value is not known yet.
  func words(_ value: (Reference) throws -> String?) rethrows -> [String]? {
    var words: [String] = []
    for word in step.words {
      guard let text = try word.text(value) else { return nil }
      words.append(text)
    }
    return words
  }
}

/// The values that the references of a job have in one run.
struct JobValues: Sendable {
  /// The value of each parameter.
  let parameters: [String: String]
  /// The day of the run.
  let date: String
  /// The outputs of the steps that are over, by name; a step that runs for several items has none.
  var outputs: [String: String] = [:]

  /// The value of a reference; nil when it is not known yet.
  func value(_ reference: Reference, item: String?) -> String? {
    switch reference {
    case .parameter(let name): parameters[name]
    case .output(let step): outputs[step]
    case .date: date
    case .item: item
    }
  }
}

/// Words as one line, each quoted where a shell would need it.
func commandLine(_ words: [String]) -> String {
  words.map { word in
    let isPlain = !word.isEmpty && !word.contains { " \t\n'\"\\".contains($0) }
    return isPlain ? word : "'" + word.replacing("'", with: "'\"'\"'") + "'"
  }.joined(separator: " ")
}
