internal import Kernel
internal import Vocabulary

/// A report as JSON, with every text in both languages: for programs, and for keeping.
enum JSONReport {
  /// The version of the layout; it grows when a field changes its meaning.
  static let version: Int64 = 1

  static func document(_ report: Report) -> String {
    let event = report.reading.event
    return JSONValue.object([
      "version": .integer(version), "marking": .text(report.marking.description),
      "agency": .text(report.agency.identifier),
      "as_of": .text(report.reading.asOf.description),
      "known_at": report.reading.knownAt.map { .text($0.description) } ?? .null,
      "event": .object([
        "id": .text(event.identifier), "title": localized(event.title), "kind": .text(event.kind),
        "hypothetical": .flag(event.isHypothetical),
        "announced": event.announced.map { .text($0.description) } ?? .null,
        "starts": .text(event.starts.description),
        "ends": event.ends.map { .text($0.description) } ?? .null,
        "author": event.author.map(JSONValue.text) ?? .null, "home": .text(event.home),
        "sources": .texts(event.sources),
      ]),
      "level": report.level.level.map { .text($0.name) } ?? .null,
      "lenses": .list(report.reading.lenses.map(lens)),
      "findings": .list(report.findings.map(finding)),
      "tasks": .list(report.tasks.map(task)),
      "sources": .list(report.sources.map(source)),
    ]).pretty + "\n"
  }

  private static func localized(_ text: LocalizedText) -> JSONValue {
    .object(["en": .text(text.english), "ko": text.korean.map(JSONValue.text) ?? .null])
  }

  private static func lens(_ result: EventReading.LensResult) -> JSONValue {
    let (outcome, detail): (String, JSONValue) =
      switch result.outcome {
      case .read(let count): ("read", .integer(Int64(count)))
      case .missing(let module): ("missing", .text(module))
      case .failed(let reason): ("failed", .text(reason))
      }
    return .object(["id": .text(result.identifier), "outcome": .text(outcome), "detail": detail])
  }

  private static func finding(_ finding: Finding) -> JSONValue {
    .object([
      "indicator": .text(finding.indicator), "subject": .text(finding.subject.description),
      "object": finding.object.map { .text($0.description) } ?? .null,
      "value": finding.value.map(JSONValue.number) ?? .null,
      "unit": finding.unit.map(JSONValue.text) ?? .null,
      "as_of": .text(finding.asOf.description),
      "level": finding.level.map { .text($0.name) } ?? .null,
      "status": .text(finding.missing.isEmpty ? "known" : "insufficient"),
      "missing": .list(finding.missing.map(localized)),
      "statement": localized(finding.statement), "evidence": .list(finding.evidence.map(localized)),
      "sources": .texts(finding.sources), "marking": .text(finding.marking.description),
      "due": finding.due.map { .text($0.description) } ?? .null,
    ])
  }

  private static func task(_ task: AssignedTask) -> JSONValue {
    .object([
      "id": .text(task.identifier), "title": localized(task.title),
      "accountable": .text(task.accountable.identifier),
      "responsible": .texts(task.responsible.map(\.identifier)),
      "due": .text(task.due.description),
    ])
  }

  private static func source(_ source: ReportSource) -> JSONValue {
    .object([
      "id": .text(source.identifier), "title": .text(source.title),
      "publisher": .text(source.publisher), "licence": .text(source.licence),
      "as_of": source.asOf.map(JSONValue.text) ?? .null, "citation": .text(source.citation),
      "marking": .text(source.marking),
    ])
  }
}
