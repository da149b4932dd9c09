internal import Store
internal import Vocabulary

/// The values that a person gives for the named parameters of a question.
struct QuestionParameters {
  private let values: [String: Value]
  /// The options as they were given.
  let texts: [String]

  /// Reads `name=value` of each option `--param`.
  ///
  /// A value that is written as a number is a number, as in SQL; everything else is text, and so is
  /// a number that is not written as SQL would write it back, such as the code `010121`.
  ///
  /// - Throws: `TowerError` for an option without a name, and for a name that is given twice.
  init(_ options: [String]) throws {
    var values: [String: Value] = [:]
    for option in options {
      let parts = option.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty else {
        throw TowerError(
          .usage, "--param: '\(option)' is not NAME=VALUE", hints: ["for example --param year=2024"]
        )
      }
      let name = String(parts[0])
      guard values.updateValue(QuestionParameters.value(String(parts[1])), forKey: name) == nil
      else { throw TowerError(.usage, "--param: \(name) is given twice") }
    }
    self.values = values
    texts = options
  }

  /// Takes values that were read by their types.
  init(_ values: [String: Value]) {
    self.values = values
    texts = values.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.text ?? "\($0.value)")" }
  }

  /// The values for a statement, in the order of its parameters.
  ///
  /// - Throws: `TowerError` with the parameters for which no value is given.
  func values(for names: [String?]) throws -> [Value] {
    let missing = names.compactMap { $0 }.filter { values[QuestionParameters.bare($0)] == nil }
    guard missing.isEmpty, !names.contains(nil) else {
      let unnamed = names.contains(nil) || missing.contains { $0.hasPrefix("?") }
      throw TowerError(
        .usage,
        unnamed
          ? "a parameter needs a name, such as :year"
          : "no value is given for \(missing.joined(separator: ", "))",
        hints: missing.filter { !$0.hasPrefix("?") }
          .map { "give --param \(QuestionParameters.bare($0))=VALUE" })
    }
    return names.compactMap { $0.flatMap { values[QuestionParameters.bare($0)] } }
  }

  /// Refuses a value that no statement reads.
  func refuseUnread(_ read: Set<String>) throws {
    let names = Set(read.map(QuestionParameters.bare))
    let faults = values.keys.sorted().filter { !names.contains($0) }.map { name in
      let near = nearest(to: name, in: names.sorted())
      return "--param: no statement reads :\(name)"
        + (near.isEmpty ? "" : "; did you mean \(near.joined(separator: " or "))?")
    }
    guard faults.isEmpty else { throw TowerError(.usage, faults.joined(separator: "\n")) }
  }

  private static func bare(_ name: String) -> String { String(name.dropFirst()) }

  private static func value(_ text: String) -> Value {
    if let number = Int64(text), String(number) == text { return .integer(number) }
    let isPlain = text.utf8.allSatisfy { "+-.0123456789eE".utf8.contains($0) }
    let isCode = text.utf8.first == UInt8(ascii: "0") && text.utf8.dropFirst().first != 0x2E
    if isPlain, !isCode, text.utf8.contains(where: { [0x2E, 0x65, 0x45].contains($0) }),
      let number = Double(text), number.isFinite
    {
      return .real(number)
    }
    return .text(text)
  }
}
