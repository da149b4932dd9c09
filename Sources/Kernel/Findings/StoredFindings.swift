public import Store
internal import Vocabulary

/// The findings that the store keeps, by run: the same run again replaces its findings.
public enum StoredFindings {
  /// Keeps the findings of a run, in their order, inside the transaction of the caller.
  ///
  /// - Parameter run: what made them, such as `brief/rare-earths-2025-04/2026-11-24`.
  public static func replace(run: String, with findings: [Finding], _ connection: Connection)
    throws
  {
    try connection.execute("DELETE FROM tower_finding WHERE run = ?", [.text(run)])
    let marks = columns.map { _ in "?" }.joined(separator: ", ")
    let insert = try connection.prepare("INSERT INTO tower_finding VALUES (\(marks))")
    for (position, finding) in findings.enumerated() {
      try insert.run(row(finding, run: run, position: position))
    }
  }

  /// The runs that have findings, in alphabetical order.
  public static func runs(_ connection: Connection) throws -> [String] {
    try connection.rows("SELECT DISTINCT run FROM tower_finding ORDER BY run")
      .compactMap { $0[0].text }
  }

  static let columns = [
    Column("run", .text, doc: "What made it."),
    Column("position", .integer, doc: "Its place in the run, from 0."),
    Column("indicator", .text, doc: "The indicator."),
    Column("subject", .subject, doc: "What it is about."),
    Column("object", .subject, doc: "The other subject, where it relates two."),
    Column("value", .real, doc: "The number; null for a statement, or when it cannot be told."),
    Column("unit", .text, doc: "The unit of the number."),
    Column("as_of", .day, doc: "The day the value is for."),
    Column("level", .text, doc: "The level it stands for, where it has one."),
    Column("status", .text, doc: "known or insufficient."),
    Column("missing", .json, doc: "What is missing, in English."),
    Column("statement_en", .text, doc: "The finding as one sentence."),
    Column("statement_ko", .text, doc: "In Korean."),
    Column("evidence", .json, doc: "The steps and citations it rests on, in English."),
    Column("sources", .json, doc: "The identifiers of its sources."),
    Column("marking", .marking, doc: "The strictest marking of its inputs."),
    Column("due", .day, doc: "The day by which something runs out or must be done."),
  ]

  static let table = TableDescriptor(
    "tower_finding", doc: "One answer about one subject, kept by the run that made it.",
    columns: columns)

  private static func row(_ finding: Finding, run: String, position: Int) -> [Value] {
    [
      .text(run), Value(position), .text(finding.indicator), .text(finding.subject.description),
      Value(finding.object?.description), Value(finding.value), Value(finding.unit),
      Value(finding.asOf), Value(finding.level?.name),
      .text(finding.missing.isEmpty ? "known" : "insufficient"),
      .text(JSONValue.texts(finding.missing.map(\.english)).compact),
      .text(finding.statement.english), Value(finding.statement.korean),
      .text(JSONValue.texts(finding.evidence.map(\.english)).compact),
      .text(JSONValue.texts(finding.sources).compact), .text(finding.marking.description),
      Value(finding.due),
    ]
  }
}
