internal import Configuration
internal import Kernel
internal import Store
internal import Vocabulary

/// Commands about watches.
enum WatchCommands {
  static func all(_ settings: SettingValues) -> [Command] {
    [list(settings), baseline(settings), WatchRun.command(settings)]
  }

  /// The watch of a name.
  ///
  /// - Throws: `TowerError` with the nearest names when there is none.
  static func find(_ name: String, _ watches: [Watch]) throws -> Watch {
    guard let watch = watches.first(where: { $0.identifier == name }) else {
      let near = nearest(to: name, in: watches.map(\.identifier))
      throw TowerError(
        .usage, "there is no watch '\(name)'",
        hints: near.isEmpty
          ? ["'tower watch list' lists them"] : ["did you mean \(near.joined(separator: " or "))?"])
    }
    return watch
  }

  private static func list(_ settings: SettingValues) -> Command {
    let columns = [
      Column("watch", .text, doc: "The watch."), Column("title", .text, doc: "What it looks for."),
      Column("query", .text, doc: "The named query."),
      Column("key", .text, doc: "The columns that tell rows apart."),
      Column("level", .text, doc: "The level of its alerts."),
      Column("schedule", .text, doc: "When it is to run."),
    ]
    return Command(
      "watch list", summary: "Lists the watches.", columns: columns, effect: .none,
      examples: ["watch list"]
    ) { invocation in
      CommandResult(
        columns: columns,
        rows: try WatchFile.load(settings, invocation.tower).map { watch in
          [
            .text(watch.identifier), .text(watch.title.english), .text(watch.query.identifier),
            .text(watch.key.joined(separator: ", ")), .text(watch.level.name),
            .text(watch.schedule),
          ]
        })
    }
  }

  private static func baseline(_ settings: SettingValues) -> Command {
    let columns = [
      Column("watch", .text, doc: "The watch."),
      Column("as_of", .day, doc: "The day that the answer is for."),
      Column("rows", .integer, doc: "How many rows it has."),
    ]
    return Command(
      "watch baseline", summary: "Keeps today's answer of a watch as what later ones differ from.",
      discussion: "The baseline before it is replaced; the ledger says when and by whom.",
      parameters: [.positional("name", .text, doc: "The watch.")],
      columns: columns, effect: .writes, examples: ["watch baseline new-dependence"]
    ) { invocation in
      let tower = invocation.tower
      let watch = try find(
        invocation.arguments.text("name"), try WatchFile.load(settings, tower))
      let answer = try WatchedAnswer(of: watch, invocation)
      try tower.write { connection in
        try Baseline.keep(answer, for: watch.identifier, at: tower.clock.now, connection)
        try Ledger.append(
          kind: "watch", subject: "watch:" + watch.identifier,
          body: .object([
            "action": .text("baseline"), "query": .text(answer.query),
            "query_digest": .text(answer.queryDigest), "parameters": .text(answer.parameters),
            "as_of": .text(answer.asOf), "rows": .integer(Int64(answer.rows.count)),
          ]), actor: tower.deployment.agency.identifier, at: tower.clock.now, to: connection)
      }
      return CommandResult(
        columns: columns,
        rows: [[.text(watch.identifier), .text(answer.asOf), Value(answer.rows.count)]])
    }
  }
}
