internal import Kernel
internal import Vocabulary

/// A fact that is missing, with what cannot be told for want of it.
struct Gap {
  /// The missing fact.
  let missing: LocalizedText
  /// The statements that wait for it, each once, in their order.
  let statements: [LocalizedText]

  /// The gaps of findings, in the order in which they are first met.
  static func gaps(_ findings: [Finding]) -> [Gap] {
    var order: [LocalizedText] = []
    var statements: [LocalizedText: [LocalizedText]] = [:]
    for finding in findings {
      for missing in finding.missing {
        if statements[missing] == nil { order.append(missing) }
        if statements[missing]?.contains(finding.statement) != true {
          statements[missing, default: []].append(finding.statement)
        }
      }
    }
    return order.map { Gap(missing: $0, statements: statements[$0] ?? []) }
  }
}
