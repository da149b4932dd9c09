internal import Store
internal import Vocabulary

extension StoredFindings {
  /// Finds the findings about a subject without reading all.
  static let bySubject = Migration(
    number: 5, name: "findings by subject",
    sql: """
      CREATE INDEX tower_finding_subject ON tower_finding (subject);
      CREATE INDEX tower_finding_object ON tower_finding (object);
      """)

  /// A finding about a subject, as a page shows it.
  struct Kept {
    let run: String
    let indicator: String
    let value: Value
    let unit: Value
    let asOf: String
    let level: Value
    let statement: LocalizedText
    let due: Value
    let sources: [String]
    let marking: Marking
  }

  /// The findings about a subject, the newest first.
  static func about(_ subject: String, _ connection: Connection) throws -> [Kept] {
    try connection.rows(
      """
      SELECT run, indicator, value, unit, as_of, level, statement_en, statement_ko, due,
        (SELECT group_concat(value, char(10)) FROM json_each(sources)), marking
      FROM tower_finding
      WHERE (run, position) IN (SELECT run, position FROM tower_finding WHERE subject = ?1
        UNION SELECT run, position FROM tower_finding WHERE object = ?1)
      ORDER BY as_of DESC, run DESC, position
      """, [.text(subject)]
    ).map { row in
      Kept(
        run: row[0].text ?? "", indicator: row[1].text ?? "", value: row[2], unit: row[3],
        asOf: row[4].text ?? "", level: row[5],
        statement: LocalizedText(row[6].text ?? "", korean: row[7].text), due: row[8],
        sources: (row[9].text ?? "").split(separator: "\n").map(String.init),
        marking: (try? Marking(row[10].text ?? "")) ?? Marking(.red))
    }
  }
}
