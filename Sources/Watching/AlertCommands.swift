internal import Kernel
internal import Store
internal import Vocabulary

/// Commands about alerts.
enum AlertCommands {
  static let list = Command(
    "alerts", summary: "Lists the alerts that watches have raised.",
    discussion: """
      An alert stays under one fingerprint, whatever changes in its row; it closes when the row is as the
      baseline has it. A suppressed alert is open again from the day that was set for it.
      """,
    parameters: [
      Parameter(
        "state", .choice(["open", "suppressed", "closed", "all"]), .defaulted("open"),
        doc: "Which alerts are shown."),
      Parameter("watch", .text, doc: "Only those of this watch."),
    ],
    columns: AlertList.columns, examples: ["alerts", "alerts --state all"]
  ) { invocation in
    let state = invocation.arguments.text("state")
    let watch = invocation.arguments.optionalText("watch")
    return try invocation.tower.read { connection in
      let rows = try AlertList.rows(asOf: invocation.asOf, connection)
      let chosen = rows.filter {
        (state == "all" || $0[5].text == state) && (watch == nil || $0[1].text == watch)
      }
      let hidden = rows.count - chosen.count
      return CommandResult(
        columns: AlertList.columns, rows: chosen,
        notes: hidden == 0 ? [] : ["\(hidden) more; '--state all' shows them"],
        marking: try SourceRegister.marking(of: nil, connection))
    }
  }

  static let suppress = Command(
    "alerts suppress", summary: "Keeps an alert quiet until a day, for a reason.",
    discussion: "Who, why and until when go to the ledger; there is no suppression without an end.",
    parameters: [
      .positional("fingerprint", .text, doc: "The alert."),
      Parameter("owner", .text, .required, doc: "Who answers for it."),
      Parameter("reason", .text, .required, doc: "Why it is not to be acted upon."),
      Parameter("until", .day, .required, doc: "The first day on which it is open again."),
    ],
    columns: AlertList.columns, effect: .writes,
    examples: [
      "alerts suppress 0123456789abcdef --owner desk-2 --reason 'known, case 12' --until 2027-01-01"
    ]
  ) { invocation in
    let arguments = invocation.arguments
    let tower = invocation.tower
    let fingerprint = arguments.text("fingerprint")
    guard let until = arguments.optionalDay("until"), until > invocation.asOf else {
      throw TowerError(.usage, "--until: the day must lie after \(invocation.asOf)")
    }
    let (owner, reason) = (arguments.text("owner"), arguments.text("reason"))
    return try tower.write { connection in
      guard
        try Alert.suppress(fingerprint, owner: owner, reason: reason, until: until, connection)
      else { throw try unknown(fingerprint, invocation.asOf, connection) }
      try Ledger.append(
        kind: "watch", subject: "alert:" + fingerprint,
        body: .object([
          "action": .text("suppress"), "owner": .text(owner), "reason": .text(reason),
          "until": .text(until.description),
        ]), actor: tower.deployment.agency.identifier, at: tower.clock.now, to: connection)
      let rows = try AlertList.rows(asOf: invocation.asOf, connection)
      return CommandResult(
        columns: AlertList.columns, rows: rows.filter { $0[0].text == fingerprint },
        marking: try SourceRegister.marking(of: nil, connection))
    }
  }

  private static func unknown(_ fingerprint: String, _ day: Day, _ connection: Connection) throws
    -> TowerError
  {
    let known = try AlertList.rows(asOf: day, connection).compactMap { $0[0].text }
    let near = nearest(to: fingerprint, in: known)
    return TowerError(
      .usage, "there is no alert '\(fingerprint)'",
      hints: near.isEmpty
        ? ["'tower alerts --state all' lists them"]
        : ["did you mean \(near.joined(separator: " or "))?"])
  }
}
