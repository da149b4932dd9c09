internal import Kernel
internal import Store
internal import Vocabulary

/// A situation report, before it is written in a format and a language.
struct Report {
  /// A finding with its subjects named for people.
  struct Entry {
    let finding: Finding
    let subject: LocalizedText
    let object: LocalizedText?
  }

  /// The findings of one indicator.
  struct Group {
    let indicator: Indicator
    let entries: [Entry]
  }

  /// The groups of one part of the report, in the order in which lenses wrote them.
  struct Section {
    let section: BriefSection
    let groups: [Group]
  }

  let reading: EventReading
  let agency: Deployment.Agency
  let level: SituationLevel
  let levelFinding: Finding
  /// What the level rests on, as it stands beside the level.
  let levelReason: LocalizedText
  let tasks: [AssignedTask]
  /// The findings of the lenses by part; those of the coordination stand beside them.
  let sections: [Section]
  /// The names of the states that the event names, by code.
  let countryNames: [String: LocalizedText]
  /// The names of the products that the event's losses name.
  let productNames: [ProductCode: LocalizedText]
  /// What is missing, with what could not be told for want of it.
  let gaps: [Gap]
  let sources: [ReportSource]
  /// The strictest marking of all findings.
  let marking: Marking

  /// Reads an event through the lenses of a tower and gathers the report.
  init(
    _ event: Event, tower: Tower, connection: Connection, asOf: Day, knownAt: Day?
  ) throws {
    reading = try EventReading(
      event, tower: tower, connection: connection, asOf: asOf, knownAt: knownAt)
    agency = tower.deployment.agency
    level = SituationLevel(event, reading.findings)
    tasks = AssignedTask.tasks(
      tower.deployment.coordination, for: event, level: level.level, asOf: asOf)
    levelFinding = level.finding(event, asOf: asOf)
    levelReason = level.reason(asOf: asOf)
    let entries = try reading.findings.map { finding in
      Entry(
        finding: finding, subject: try tower.registry.name(of: finding.subject, connection),
        object: try finding.object.map { try tower.registry.name(of: $0, connection) })
    }
    sections = try Report.sections(entries, tower.registry.indicators)
    gaps = Gap.gaps(reading.findings + [levelFinding])
    productNames = Dictionary(
      try Set(event.shocks.map(\.product)).map { product in
        (product, try tower.registry.name(of: product.subject, connection))
      }
    ) { first, _ in first }
    let states = Set([event.author, event.home].compactMap { $0 } + event.shocks.map(\.origin))
    countryNames = Dictionary(
      try states.map { state in
        let subject = Subject(kind: "country", identifier: state)
        return (state, try tower.registry.name(of: subject, connection))
      }
    ) { first, _ in first }
    sources = try ReportSource.load(
      reading.findings.flatMap(\.sources), for: tower.deployment, connection)
    marking = reading.findings.reduce(.clear) { $0.combined(with: $1.marking) }
  }

  /// Every finding in the order of the report: those of the lenses, the level and the tasks.
  var findings: [Finding] {
    reading.findings + [levelFinding] + tasks.map { $0.finding(asOf: reading.asOf) }
  }

  private static func sections(_ entries: [Entry], _ indicators: [String: Indicator]) throws
    -> [Section]
  {
    var order: [String] = []
    var groups: [String: [Entry]] = [:]
    for entry in entries {
      let name = entry.finding.indicator
      if groups[name] == nil { order.append(name) }
      groups[name, default: []].append(entry)
    }
    let named = try order.map { name in
      guard let indicator = indicators[name] else {
        throw TowerError(.failed, "the indicator '\(name)' is declared by no enabled module")
      }
      return Group(indicator: indicator, entries: groups[name] ?? [])
    }
    return BriefSection.allCases.map { section in
      Section(section: section, groups: named.filter { $0.indicator.section == section })
    }
  }

  /// The number by which a source is cited, from 1; nil for one that the register does not hold.
  func number(of source: String) -> Int? {
    sources.firstIndex { $0.identifier == source }.map { $0 + 1 }
  }
}
