internal import Kernel
internal import Store
internal import Vocabulary

/// The command `brief`.
enum BriefCommand {
  static let command = Command(
    "brief", summary: "Reads an event through every lens and writes one situation report.",
    discussion: """
      Writes brief.html (one page without anything from outside, for screen and paper), brief.md and
      brief.json to the folder, keeps the findings in the store, and prints a summary. The same
      store, clock and event give the same bytes; files that hold them already are left alone. A
      module that is switched off shows as a missing lens.
      """,
    parameters: [
      .positional("event", .existingFile, doc: "The event file."),
      Parameter("out", .path, .required, doc: "The folder for the report; made when missing."),
      Parameter(
        "language", .choice(Language.allCases.map(\.rawValue)), .defaulted("en"),
        doc: "The language of the page, the Markdown and the summary."),
    ],
    columns: columns, effect: .writes,
    examples: ["brief config/events/rare-earths-2025-04.yaml --out var/briefs/rare-earths-2025-04"]
  ) { invocation in
    let tower = invocation.tower
    let event = try Event.load(path: invocation.arguments.text("event"))
    let language = Language(rawValue: invocation.arguments.text("language")) ?? .english
    let report = try tower.read { connection in
      try Report(
        event, tower: tower, connection: connection, asOf: invocation.asOf,
        knownAt: invocation.knownAt)
    }
    let written = try ReportFolder(invocation.arguments.text("out")).write(report, in: language)
    try keep(report, written, tower)
    return CommandResult(
      tables: [
        ResultTable(
          columns: columns,
          rows: written.map { [.text($0.path), Value($0.isNew), .text($0.sha256)] })
      ],
      text: Summary.text(report, in: language) + "\n"
        + written.map { $0.path + ($0.isNew ? "\n" : " (unchanged)\n") }.joined(),
      sources: report.sources.map(\.identifier), marking: report.marking)
  }

  private static let columns = [
    Column("file", .text, doc: "A file of the report."),
    Column("written", .flag, doc: "Whether it was written; no when it held the same bytes."),
    Column("sha256", .text, doc: "Its SHA-256."),
  ]

  // The findings and the record of the export are one change; an export that changed no file and
  // no finding leaves no second record.
  private static func keep(_ report: Report, _ written: [ReportFolder.Written], _ tower: Tower)
    throws
  {
    let run = "brief/\(report.reading.event.identifier)/\(report.reading.asOf)"
    try tower.write { connection in
      try StoredFindings.replace(run: run, with: report.findings, connection)
      let subject = "event:" + report.reading.event.identifier
      let body = JSONValue.object([
        "run": .text(run), "marking": .text(report.marking.description),
        "files": .list(
          written.map { .object(["path": .text($0.path), "sha256": .text($0.sha256)]) }),
      ])
      // Asked of the ledger, not of the files: they may be there since a run that was killed before
      // its record was.
      let last = try connection.first(
        """
        SELECT body FROM tower_ledger WHERE kind = 'export' AND subject = ?
        ORDER BY number DESC LIMIT 1
        """, [.text(subject)])
      guard written.contains(where: \.isNew) || last?[0].text != body.compact else { return }
      try Ledger.append(
        kind: "export", subject: subject, body: body, actor: tower.deployment.agency.identifier,
        at: tower.clock.now, to: connection)
    }
  }
}
