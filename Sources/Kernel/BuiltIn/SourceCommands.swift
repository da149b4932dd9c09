internal import Store
internal import Vocabulary

/// Commands about the sources that the store stands on.
enum SourceCommands {
  static let all = [list, rejects]

  private static let list: Command = Command(
    "sources", summary: "Lists the data sets as received, and which of them are in force.",
    columns: [
      Column("source", .text, doc: "The identifier."),
      Column("title", .text, doc: "What it is called."),
      Column("publisher", .text, doc: "Who published it."),
      Column("as_of", .day, doc: "The day the data are for; null when unknown."),
      Column("rows", .integer, doc: "How many rows were taken."),
      Column("rejected", .integer, doc: "How many rows were refused."),
      Column("in_force", .flag, doc: "Whether a part of its data set stands on it."),
      Column("licence", .text, doc: "The licence it came under."),
    ],
    examples: ["sources"]
  ) { invocation in
    let rows = try invocation.tower.read {
      try $0.rows(
        """
        SELECT id, title, publisher, as_of, rows_in, rows_rejected,
          EXISTS (SELECT 1 FROM tower_source_part p WHERE p.source_id = s.id), licence
        FROM tower_source s ORDER BY id
        """)
    }
    return CommandResult(columns: list.columns, rows: rows)
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
}
