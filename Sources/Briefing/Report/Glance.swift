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
      choice(section).map {
        Line(section: section.section, sentence: $0.statement, isKnown: $0.missing.isEmpty)
      }
    }
  }

  // Of the indicators that stand for their part, else of all: the highest level weighs most, of
  // equals the first that could be told, then the first.
  private static func choice(_ section: Report.Section) -> Finding? {
    let headlines = section.groups.filter(\.indicator.isHeadline)
    let groups = headlines.isEmpty ? section.groups : headlines
    let findings = groups.flatMap(\.entries).map(\.finding)
    let known = findings.filter { $0.missing.isEmpty }
    let highest = known.compactMap(\.level).max()
    return known.first { $0.level != nil && $0.level == highest } ?? known.first ?? findings.first
  }
}
