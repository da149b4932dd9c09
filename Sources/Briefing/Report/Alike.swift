internal import Kernel
internal import Vocabulary

/// Findings that differ in one name alone, told once: the first in full, of the others the names.
struct Alike {
  /// The finding that is told in full.
  let first: Report.Entry
  /// The names that stand in the place of the first one's.
  let others: [LocalizedText]

  /// Groups the findings of an indicator, in the order of the first of each group.
  ///
  /// Alike are findings with the same evidence, value, level, due day and missing facts, about the
  /// same subject with other objects, or about other subjects without objects.
  static func grouped(_ entries: [Report.Entry]) -> [Alike] {
    var order: [Key] = []
    var groups: [Key: [Report.Entry]] = [:]
    for entry in entries {
      let key = Key(entry.finding)
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(entry)
    }
    return order.compactMap { key in
      guard let group = groups[key], let first = group.first else { return nil }
      return Alike(first: first, others: group.dropFirst().map { $0.object ?? $0.subject })
    }
  }

  private struct Key: Hashable {
    let subject: Subject?
    let hasObject: Bool
    let value: Double?
    let level: Level?
    let due: Day?
    let missing: [LocalizedText]
    let evidence: [LocalizedText]
    let sources: [String]

    init(_ finding: Finding) {
      hasObject = finding.object != nil
      // A statement without evidence has nothing to tell once for all.
      let isLone = finding.evidence.isEmpty && finding.missing.isEmpty
      subject = hasObject || isLone ? finding.subject : nil
      value = finding.value
      level = finding.level
      due = finding.due
      missing = finding.missing
      evidence = isLone ? [finding.statement] : finding.evidence
      sources = finding.sources
    }
  }
}
