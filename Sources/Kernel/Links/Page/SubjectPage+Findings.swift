internal import Store
internal import Vocabulary

extension SubjectPage {
  /// How many of the last briefs are read.
  private static let lastBriefs = 3

  /// The latest finding of each indicator, and those of the last briefs.
  mutating func findingTables() throws -> [ResultTable] {
    let all = try StoredFindings.about(subject.description, connection)
    let shown = all.filter { tower.deployment.mayHold($0.marking) }
    if shown.count < all.count {
      notes.append(
        "\(all.count - shown.count) findings are left out: their marking is beyond what this "
          + "deployment may hold")
    }
    var seen: Set<String> = []
    let latest = shown.filter { seen.insert($0.indicator).inserted }
      .sorted { $0.indicator < $1.indicator }
    var briefs: [String] = []
    for finding in shown where finding.run.hasPrefix("brief/") && !briefs.contains(finding.run) {
      briefs.append(finding.run)
    }
    let last = Set(briefs.prefix(SubjectPage.lastBriefs))
    if briefs.count > last.count {
      notes.append("the findings of the last \(last.count) of \(briefs.count) briefs are shown")
    }
    return [(words.indicators, latest), (words.briefs, shown.filter { last.contains($0.run) })]
      .filter { !$0.1.isEmpty }.map { title, findings in
        ResultTable(
          title: title, columns: words.findingColumns, rows: findings.map { row($0) })
      }
  }

  private mutating func row(_ finding: StoredFindings.Kept) -> [Value] {
    sources.formUnion(finding.sources)
    marking = marking.combined(with: finding.marking)
    let indicator = tower.registry.indicators[finding.indicator]
    return [
      .text(indicator.map { words.text($0.title) } ?? finding.indicator), finding.value,
      finding.unit, .text(finding.asOf), finding.level, finding.due,
      .text(words.text(finding.statement)), .text(finding.run),
    ]
  }
}
