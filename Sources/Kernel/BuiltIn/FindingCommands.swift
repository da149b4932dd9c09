internal import Store
internal import Vocabulary

/// Commands about the findings that are kept.
enum FindingCommands {
  static let all = [list]

  private static let list = Command(
    "findings", summary: "Lists the findings that runs have kept.",
    parameters: [
      Parameter("run", .text, doc: "One run only, such as brief/rare-earths-2025-04/2026-11-24."),
      Parameter("indicator", .text, doc: "One indicator only."),
      Parameter("subject", .subject, doc: "One subject only."),
    ],
    columns: StoredFindings.columns, examples: ["findings --indicator import_share"]
  ) { invocation in
    let arguments = invocation.arguments
    return try invocation.tower.read { connection in
      let rows = try connection.rows(
        """
        SELECT * FROM tower_finding
        WHERE (?1 IS NULL OR run = ?1) AND (?2 IS NULL OR indicator = ?2)
          AND (?3 IS NULL OR subject = ?3 OR object = ?3)
        ORDER BY run, position
        """,
        [
          Value(arguments.optionalText("run")), Value(arguments.optionalText("indicator")),
          Value(arguments.optionalSubject("subject")?.description),
        ])
      var notes: [String] = []
      if rows.isEmpty {
        let runs = try StoredFindings.runs(connection)
        notes.append(
          runs.isEmpty
            ? "no run has kept findings yet; 'tower brief EVENT.yaml --out DIR' does"
            : "nothing matches; the runs are " + runs.joined(separator: ", "))
      }
      return CommandResult(
        columns: StoredFindings.columns, rows: rows, notes: notes,
        marking: rows.reduce(.clear) { marking, row in
          marking.combined(with: (try? Marking(row[15].text ?? "")) ?? Marking(.red))
        })
    }
  }
}
