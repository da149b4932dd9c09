internal import Glibc
internal import Kernel
internal import Store
internal import Vocabulary

/// The commands `trade decisions` and `trade decisions-export`, and the function `trade_decisions`.
enum DecisionsCommand {
  static let show = Command(
    "trade decisions", summary: "Shows what was decided on candidates, by whom, when and why.",
    discussion: "Only the decision in force on each pair, unless --history asks for all.",
    parameters: filters, columns: columns,
    examples: ["trade decisions", "trade decisions --verdict unsure --history"]
  ) { invocation in
    try invocation.tower.read { connection in
      let chosen = try Chosen(invocation, connection)
      return CommandResult(
        columns: columns, rows: chosen.decisions.map(row), notes: chosen.notes,
        sources: Array(Set(chosen.decisions.map(\.source))).sorted(), marking: chosen.marking)
    }
  }

  static let export = Command(
    "trade decisions-export", summary: "Writes decisions to a file, for whoever must prove them.",
    discussion: """
      One line of JSON a decision, with the version of the list, the score, its explanation and all
      that was compared of both sides. The export goes to the ledger with SHA-256 of the file.
      """,
    parameters: [Parameter("out", .path, .required, doc: "The file; it must not exist.")] + filters,
    columns: exportColumns, effect: .writes,
    examples: ["trade decisions-export --out decisions.ndjson --history"]
  ) { invocation in
    let tower = invocation.tower
    let path = invocation.arguments.text("out")
    return try tower.write { connection in
      let chosen = try Chosen(invocation, connection)
      let text = chosen.decisions.map(line).joined()
      try write(text, path)
      let sha256 = Digest.of(text)
      try Ledger.append(
        kind: "export", subject: "decisions",
        body: .object([
          "file": .text(path), "sha256": .text(sha256),
          "decisions": .integer(Int64(chosen.decisions.count)),
          "marking": .text(chosen.marking.description),
        ]),
        actor: tower.deployment.agency.identifier, at: tower.clock.now, to: connection)
      return CommandResult(
        columns: exportColumns,
        rows: [[.text(path), Value(chosen.decisions.count), .text(sha256)]], notes: chosen.notes,
        sources: Array(Set(chosen.decisions.map(\.source))).sorted(), marking: chosen.marking)
    }
  }

  static let function = FunctionDescriptor(
    "trade_decisions",
    doc: "A decision in force on a candidate, whose marking this deployment may hold.",
    arguments: [], columns: columns, estimatedRows: 1_000
  ) { call in
    RowProducer(
      try Decision.all(call.reader).filter { call.tower.deployment.mayHold($0.marking) }.map(row))
  }

  private static let exportColumns = [
    Column("file", .text, doc: "The file."),
    Column("decisions", .integer, doc: "How many decisions it has."),
    Column("sha256", .text, doc: "Its SHA-256."),
  ]

  private static let filters = [
    Parameter(
      "verdict", .choice(Decision.Verdict.allCases.map(\.rawValue)), isRepeated: true,
      doc: "Only these verdicts."),
    Parameter("portfolio", .text, doc: "Only on parties of this portfolio."),
    Parameter("history", .flag, doc: "Those that others superseded as well."),
  ]

  private struct Chosen {
    let decisions: [Decision]
    let notes: [String]
    let marking: Marking

    init(_ invocation: Invocation, _ connection: Connection) throws {
      let arguments = invocation.arguments
      let verdicts = Set(arguments.texts("verdict"))
      let prefix = arguments.optionalText("portfolio").map { "portfolio/\($0)/" } ?? ""
      let all = try Decision.all(supersededToo: arguments.flag("history"), connection).filter {
        (verdicts.isEmpty || verdicts.contains($0.verdict.rawValue)) && $0.party.hasPrefix(prefix)
      }
      decisions = all.filter { invocation.tower.deployment.mayHold($0.marking) }
      let hidden = all.count - decisions.count
      notes =
        hidden == 0
        ? [] : ["\(hidden) kept back: this deployment may not hold the marking"]
      marking = decisions.reduce(.clear) { $0.combined(with: $1.marking) }
    }
  }

  private static let columns = [
    Column("decision", .text, doc: "The identifier of the decision."),
    Column("party", .text, doc: "The party: query/DIGEST or portfolio/NAME/IDENTIFIER."),
    Column("party_name", .text, doc: "Its name."),
    Column("entity", .text, doc: "The listed entry, as it was called then."),
    Column("entity_name", .text, doc: "Its primary name then."),
    Column("verdict", .text, doc: "true-match, false-positive or unsure."),
    Column("decided_by", .text, doc: "Who decided."), Column("reason", .text, doc: "Why."),
    Column("decided_at", .text, doc: "When."), Column("score", .real, doc: "The score, 0 to 1."),
    Column("explanation", .json, doc: "The parts of the score."),
    Column("list_version", .text, doc: "The version of the list."),
    Column("party_sha256", .text, doc: "SHA-256 of what was compared of the party."),
    Column("entity_sha256", .text, doc: "SHA-256 of what was compared of the entry."),
    Column("supersedes", .text, doc: "The decision that it replaced; null for the first."),
    Column("marking", .marking, doc: "How far it may travel."),
    Column("source_id", .text, doc: "The source of the list."),
  ]

  private static func row(_ decision: Decision) -> [Value] {
    [
      .text(decision.identifier), .text(decision.party), .text(decision.partyName),
      .text(decision.entity), .text(decision.entityName), .text(decision.verdict.rawValue),
      .text(decision.decidedBy), .text(decision.reason), .text(decision.decidedAt),
      .real(decision.score), .text(decision.explanation), .text(decision.listVersion),
      .text(decision.partyDigest), .text(decision.entityDigest), Value(decision.supersedes),
      .text(decision.marking.description), .text(decision.source),
    ]
  }

  /// The line of a decision; what is JSON already stands in it as it is.
  private static func line(_ decision: Decision) -> String {
    let json: Set = ["explanation"]
    var members = zip(columns, row(decision)).map { column, value in
      let text = json.contains(column.name) ? value.text ?? "null" : JSONValue(value).compact
      return "\"\(column.name)\":\(text)"
    }
    members.append("\"party_compared\":\(decision.partyCompared.content)")
    members.append("\"entity_compared\":\(decision.entityCompared.content)")
    return "{" + members.joined(separator: ",") + "}\n"
  }

  /// Writes a new file whole, or none.
  private static func write(_ text: String, _ path: String) throws {
    func fault() -> TowerError {
      TowerError(.failed, "\(path) cannot be written: \(String(cString: strerror(errno)))")
    }
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw fault() }
    defer { close(descriptor) }
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 || errno == EINTR else {
        let error = fault()
        unlink(path)
        throw error
      }
      bytes = bytes.dropFirst(max(0, count))
    }
    guard fsync(descriptor) == 0 else { throw fault() }
  }
}
