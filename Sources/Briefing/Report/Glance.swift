internal import Kernel
internal import Vocabulary

/// The few sentences that stand for a whole report: for each part the one that weighs most.
enum Glance {
  /// A sentence with the part of the report that it stands for.
  struct Line {
    let section: BriefSection
    let sentence: LocalizedText
    let isKnown: Bool
  }

  /// One line for each part that has findings; the level and the tasks are shown beside it.
  static func lines(_ report: Report) -> [Line] {
    report.sections.filter { $0.section != .coordination }.compactMap { section in
      let findings = section.groups.flatMap(\.entries).map(\.finding)
      // The highest level weighs most; of equals the first that could be told, then the first.
      let known = findings.filter { $0.missing.isEmpty }
      let highest = known.compactMap(\.level).max()
      let chosen =
        known.first { $0.level != nil && $0.level == highest } ?? known.first ?? findings.first
      return chosen.map {
        Line(section: section.section, sentence: $0.statement, isKnown: $0.missing.isEmpty)
      }
    }
  }
}
