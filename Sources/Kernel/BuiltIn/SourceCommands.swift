internal import Store
internal import Vocabulary

/// Commands about the sources that the store stands on.
enum SourceCommands {
  static let all = [list, rejects, dismiss]

  private static let list: Command = Command(
    "sources", summary: "Lists the data sets as received, and which of them are in force.",
    discussion: "Of one that may not be held here, the identifier and the marking are shown.",
    columns: [
      Column("source", .text, doc: "The identifier."),
      Column("title", .text, doc: "What it is called."),
      Column("publisher", .text, doc: "Who published it."),
      Column("as_of", .day, doc: "The day the data are for; null when unknown."),
      Column("rows", .integer, doc: "How many rows were taken."),
      Column("rejected", .integer, doc: "How many rows were refused."),
      Column("in_force", .flag, doc: "Whether a part of its data set stands on it."),
      Column("licence", .text, doc: "The licence it came under."),
      Column("marking", .marking, doc: "How far it may travel."),
    ],
    examples: ["sources"]
  ) { invocation in
    let deployment = invocation.tower.deployment
    let (entries, inForce) = try invocation.tower.read { connection in
      (
        try SourceEntry.all(for: deployment, connection),
        Set(try connection.rows("SELECT source_id FROM tower_source_part").map { $0[0] })
      )
    }
    return CommandResult(
      columns: list.columns,
      rows: entries.map { entry in
        ["id", "title", "publisher", "as_of", "rows_in", "rows_rejected"].map { entry[$0] }
          + [entry.isHeld ? Value(inForce.contains(entry["id"])) : .null]
          + ["licence", "marking"].map { entry[$0] }
      })
  }

  private static let rejects: Command = Command(
    "sources rejects", summary: "Lists the rows that an import refused, with line and reason.",
    discussion: "They carry the marking of their source: where it may not be held, none is shown.",
    parameters: [.positional("id", .text, doc: "The identifier of the source.")],
    columns: [
      Column("line", .integer, doc: "The line of the file."),
      Column("reason", .text, doc: "Why it was refused."),
      Column("content", .text, doc: "What stood there."),
    ],
    examples: ["sources rejects baci/0123456789abcdef"]
  ) { invocation in
    let wanted = invocation.arguments.text("id")
    return try invocation.tower.read { connection in
      let known = try connection.rows("SELECT id FROM tower_source").compactMap { $0[0].text }
      guard known.contains(wanted) else {
        let near = nearest(to: wanted, in: known)
        throw TowerError(
          .usage, "there is no source '\(wanted)'",
          hints: near.isEmpty ? ["'tower sources' lists them"] : ["did you mean \(near[0])?"])
      }
      let marking = try SourceRegister.marking(of: [wanted], connection)
      guard invocation.tower.deployment.mayHold(marking) else {
        throw TowerError(
          .denied, "the rows of '\(wanted)' are marked \(marking), which may not be held here")
      }
      let rows = try connection.rows(
        """
        SELECT line, reason, content FROM tower_source_reject WHERE source_id = ?
        ORDER BY line, rowid
        """, [.text(wanted)])
      return CommandResult(columns: rejects.columns, rows: rows, sources: [wanted])
    }
  }

  private static let dismiss: Command = Command(
    "sources dismiss",
    summary: "Says that a part that an older version held need not be imported again.",
    discussion: """
      'tower store check' names the parts. One that is dismissed is named no more, and the next import
      of it is not compared with what was held.
      """,
    parameters: [
      .positional("dataset", .text, doc: "The data set."),
      .positional("part", .text, isRepeated: true, doc: "The part, as 'store check' names it."),
    ],
    columns: [
      Column("dataset", .text, doc: "The data set."),
      Column("part", .text, doc: "The part that is dismissed."),
    ],
    effect: .writes, examples: ["sources dismiss baci hs92/2022"]
  ) { invocation in
    let dataset = invocation.arguments.text("dataset")
    let parts = invocation.arguments.texts("part")
    return try invocation.tower.write { connection in
      let dropped = try DroppedPart.all(of: dataset, connection).map(\.part)
      for part in parts where !dropped.contains(part) {
        let near = nearest(to: part, in: dropped)
        throw TowerError(
          .usage, "no part '\(part)' of '\(dataset)' is missing",
          hints: near.isEmpty ? ["'tower store check' names them"] : ["did you mean \(near[0])?"])
      }
      for part in parts {
        try connection.execute(
          "DELETE FROM tower_source_part_dropped WHERE dataset = ? AND part = ?",
          [.text(dataset), .text(part)])
      }
      try Ledger.append(
        kind: "decision", subject: "dataset:" + dataset,
        body: .object(["dismissed": .texts(parts)]),
        actor: invocation.tower.deployment.agency.identifier, at: invocation.tower.clock.now,
        to: connection)
      return CommandResult(
        columns: dismiss.columns, rows: parts.map { [.text(dataset), .text($0)] })
    }
  }
}
