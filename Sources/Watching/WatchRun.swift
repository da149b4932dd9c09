internal import Configuration
internal import Kernel
internal import Store
internal import Vocabulary

/// The command that asks watches again.
enum WatchRun {
  static func command(_ settings: SettingValues) -> Command {
    Command(
      "watch run", summary: "Asks watches again and raises alerts where answers differ.",
      discussion: """
        Each answer is compared with the baseline of its watch, row by row by the key. Where the query, its
        parameters or the key changed since the baseline, the rows belong to another question: this is said,
        nothing is compared, and no alert is raised or closed. Where sources or the day changed, this is said
        beside the rows.
        """,
      parameters: [
        .positional("name", .text, .optional, doc: "One watch; left out, all that have a baseline.")
      ],
      columns: columns, effect: .writes, examples: ["watch run", "watch run new-dependence"]
    ) { invocation in
      let watches = try WatchFile.load(settings, invocation.tower)
      let chosen = try invocation.arguments.optionalText("name").map {
        [try WatchCommands.find($0, watches)]
      }
      return try run(chosen ?? watches, invocation)
    }
  }

  private static let columns = [
    Column("watch", .text, doc: "The watch."),
    Column(
      "outcome", .text, doc: "same, different, other question, or no baseline: nothing to compare."),
    Column("added", .integer, doc: "How many rows the baseline has not."),
    Column("removed", .integer, doc: "How many rows only the baseline has."),
    Column("changed", .integer, doc: "How many rows differ outside the key."),
    Column("raised", .integer, doc: "How many alerts were raised or came back."),
    Column("closed", .integer, doc: "How many alerts closed."),
    Column("level", .text, doc: "The level of its alerts."),
  ]

  private static let differenceColumns = [
    Column("watch", .text, doc: "The watch."), Column("change", .text, doc: "What happened."),
    Column("fingerprint", .text, doc: "Its alert."),
    Column("key", .json, doc: "The values of the key columns."),
    Column("before", .json, doc: "The row in the baseline."),
    Column("after", .json, doc: "The row now."),
  ]

  private static func run(_ watches: [Watch], _ invocation: Invocation) throws -> CommandResult {
    var summary: [[Value]] = []
    var details: [[Value]] = []
    var notes: [String] = []
    for watch in watches {
      guard
        let baseline = try invocation.tower.read({ try Baseline.load(watch.identifier, $0) })
      else {
        summary.append(row(watch, "no baseline", nil, (nil, nil)))
        notes.append("\(watch.identifier): 'tower watch baseline \(watch.identifier)' takes one")
        continue
      }
      let comparison = Comparison(
        of: try WatchedAnswer(of: watch, invocation), with: baseline)
      if let other = comparison.otherQuestion {
        summary.append(row(watch, "other question", nil, (nil, nil)))
        notes.append("\(watch.identifier): \(other); the rows are not compared")
        continue
      }
      let alerts = try update(watch, comparison, invocation.tower)
      let isSame = comparison.differences.isEmpty
      summary.append(
        row(watch, isSame ? "same" : "different", comparison, (alerts.raised, alerts.closed)))
      details += comparison.differences.map { difference in
        [
          .text(watch.identifier), .text(difference.kind.rawValue),
          .text(Alert.fingerprint(watch.identifier, key: difference.key)), .text(difference.key),
          Value(difference.before), Value(difference.after),
        ]
      }
      notes += comparison.causes.map { "\(watch.identifier): \($0)" }
    }
    let shown = details.isEmpty ? [] : [ResultTable(columns: differenceColumns, rows: details)]
    return CommandResult(
      tables: [ResultTable(columns: columns, rows: summary)] + shown, notes: notes,
      marking: try invocation.tower.read { try SourceRegister.marking(of: nil, $0) })
  }

  private static func row(
    _ watch: Watch, _ outcome: String, _ comparison: Comparison?, _ alerts: (Int?, Int?)
  ) -> [Value] {
    [
      .text(watch.identifier), .text(outcome), Value(comparison?.count(.added)),
      Value(comparison?.count(.removed)), Value(comparison?.count(.changed)), Value(alerts.0),
      Value(alerts.1), .text(watch.level.name),
    ]
  }

  // A run that changes no alert leaves nothing in the ledger but its count.
  private static func update(_ watch: Watch, _ comparison: Comparison, _ tower: Tower) throws -> (
    raised: Int, closed: Int
  ) {
    try tower.write { connection in
      let (raised, closed) = try Alert.update(
        watch, comparison.differences, at: tower.clock.now, connection)
      guard !raised.isEmpty || !closed.isEmpty else { return (0, 0) }
      try Ledger.append(
        kind: "watch", subject: "watch:" + watch.identifier,
        body: .object([
          "action": .text("run"), "raised": .texts(raised), "closed": .texts(closed),
          "causes": .texts(comparison.causes),
        ]), actor: tower.deployment.agency.identifier, at: tower.clock.now, to: connection)
      return (raised.count, closed.count)
    }
  }
}
