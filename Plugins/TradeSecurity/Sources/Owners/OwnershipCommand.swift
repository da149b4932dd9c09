internal import Kernel
internal import Ownership
internal import Store
internal import Vocabulary

/// The command `trade ownership`.
enum OwnershipCommand {
  /// Makes the command with the rules of the deployment.
  static func make(_ rules: OwnershipRules) -> Command {
    Command(
      "trade ownership",
      summary: "Tells whether a party is blocked through its owners, by a rule and on a day.",
      discussion: """
        The answer is blocked, not_blocked or cannot_tell, with what listed parties hold, the chains
        through which they hold it, and what is open: bands, unknown shares, and the part of the party
        that no link records. Shares are exact decimals. A party is listed where its identifier is
        LIST/ENTRY of an imported list; owners without recorded owners of their own are taken as they
        are. Rules are settings (ownership_rules) with their source and days. With --graph a file is
        asked in place of the store: {"listed": [...], "edges": [[owner, owned, "percent"], ...]},
        taken as whole; --format json then gives {"blocked": [...], "cannot_tell": [...]}.
        """,
      parameters: [
        .positional(
          "party", .text, .optional, isRepeated: true, doc: "The party, as links name it."),
        Parameter(
          "rule", .choice(rules.names), .required,
          doc: "The rule: whose shares count, and how many."),
        Parameter("graph", .existingFile, doc: "A graph of owners as JSON, .gz accepted."),
      ],
      columns: PartyAnswer.columns,
      examples: ["trade ownership ofac-sdn/17013 --rule ofac --as-of 2025-01-31"]
    ) { invocation in
      let arguments = invocation.arguments
      let rule = try rules.rule(arguments.text("rule"), on: invocation.asOf)
      let party = PartyIdentifier.of(arguments.texts("party").joined(separator: " "))
      switch (party.isEmpty, arguments.optionalText("graph")) {
      case (true, let path?):
        return GraphAnswer.result(
          try OwnershipGraphFile(path: path), rule, on: invocation.asOf)
      case (false, nil):
        return try invocation.tower.read {
          try PartyAnswer(party, rule, on: invocation.asOf, $0).result()
        }
      default:
        throw TowerError(.usage, "either a party or --graph FILE is expected")
      }
    }
  }
}

/// What a rule says of a whole graph.
private enum GraphAnswer {
  static let columns = [
    Column("party", .text, doc: "The party."),
    Column("answer", .text, doc: "blocked or cannot_tell."),
  ]

  static func result(
    _ file: OwnershipGraphFile, _ rule: DatedOwnershipRule, on day: Day
  ) -> CommandResult {
    let names = file.names
    let graph = OwnershipGraph(parties: names.count, links: file.links)
    let assessment = OwnershipAssessment(
      graph, rule: rule.rule, listed: file.listed, isRemainderOpen: false)
    let isSuspended = rule.suspension(on: day) != nil
    func parties(_ verdict: OwnershipAssessment.Verdict) -> [String] {
      isSuspended ? [] : assessment.parties(verdict).map { names[$0] }.sorted()
    }
    let blocked = parties(.blocked)
    let open = parties(.cannotTell)
    var notes = rule.remarks(on: day)
    let without = assessment.parties(.blocked).count
    if isSuspended { notes.append("without the suspension \(without) parties would be blocked") }
    var result = CommandResult(
      columns: columns,
      rows: blocked.map { [.text($0), "blocked"] } + open.map { [.text($0), "cannot_tell"] },
      notes: notes)
    result.document = .object(["blocked": .texts(blocked), "cannot_tell": .texts(open)])
    return result
  }
}
