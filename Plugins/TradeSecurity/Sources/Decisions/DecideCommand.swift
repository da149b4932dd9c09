internal import Kernel
internal import NameMatching
internal import Store
internal import Vocabulary

/// The command `trade decide`.
enum DecideCommand {
  static let command = Command(
    "trade decide", summary: "Records what was decided on a party and a listed entry that it met.",
    discussion: """
      The party is one of a portfolio, or what was asked of `trade screen`: the same name, type, date,
      country and numbers. A false positive is not shown again as long as what was compared of both
      sides, their names, kinds, dates, countries and numbers, stays as it was; every answer says how
      many were left out. It follows an entry that its list merges or renumbers, and comes back for
      review when a side changes. A decision is never changed: a new one supersedes it. The ledger
      keeps the decision with SHA-256 of what was compared, not the party's name.
      """,
    parameters: [
      .positional("entity", .text, doc: "The listed entry as LIST/IDENTIFIER."),
      Parameter(
        "verdict", .choice(Decision.Verdict.allCases.map(\.rawValue)), .required,
        doc: "What was decided."),
      Parameter("by", .text, .required, doc: "Who decided."),
      Parameter("reason", .text, .required, doc: "Why."),
      Parameter("name", .text, doc: "The name that was asked about."),
      Parameter(
        "type", .text, doc: "person, organisation, vessel or aircraft, where it was given."),
      Parameter("birth-date", .text, doc: "The birth date, where it was given."),
      Parameter("country", .text, doc: "The country, where it was given."),
      Parameter("identifier", .text, isRepeated: true, doc: "A number, where it was given."),
      Parameter("portfolio", .text, doc: "The portfolio that has the party."),
      Parameter("party", .text, doc: "The identifier of the party within the portfolio."),
      Parameter(
        "marking", .text, doc: "How far the decision may travel; that of its sources otherwise."),
    ],
    columns: columns, effect: .writes,
    examples: [
      "trade decide ofac-nonsdn/9647 --name 'M Zahhar' --verdict false-positive "
        + "--by 'desk officer' --reason 'born 1990'"
    ]
  ) { invocation in
    let tower = invocation.tower
    return try tower.write { connection in
      let party = try DecidedParty(invocation, connection)
      let (decision, before) = try decision(on: party, invocation, connection)
      try decision.write(tower, connection)
      return CommandResult(
        columns: columns, rows: [row(decision)], notes: notes(decision, before),
        sources: [decision.source], marking: decision.marking)
    }
  }

  private static let columns = [
    Column("decision", .text, doc: "The identifier of the decision."),
    Column("entity", .text, doc: "The listed entry."),
    Column("entity_name", .text, doc: "Its primary name."),
    Column("verdict", .text, doc: "What was decided."),
    Column("decided_at", .text, doc: "When, by the tower's clock."),
    Column("score", .real, doc: "The score of the pair, 0 to 1."),
    Column("list_version", .text, doc: "The version of the list in force."),
    Column("supersedes", .text, doc: "The decision that it replaces; null for the first."),
  ]

  private static func row(_ decision: Decision) -> [Value] {
    [
      .text(decision.identifier), .text(decision.entity), .text(decision.entityName),
      .text(decision.verdict.rawValue), .text(decision.decidedAt), .real(decision.score),
      .text(decision.listVersion), Value(decision.supersedes),
    ]
  }

  private static func notes(_ decision: Decision, _ before: Decision?) -> [String] {
    guard let before else { return [] }
    return [
      "supersedes '\(before.verdict.rawValue)' of \(before.day) by \(before.decidedBy)"
    ]
  }

  private static func decision(
    on party: DecidedParty, _ invocation: Invocation, _ connection: Connection
  ) throws -> (Decision, Decision?) {
    let arguments = invocation.arguments
    func said(_ name: String) throws -> String {
      let text = arguments.text(name)
      guard text.contains(where: { !$0.isWhitespace }) else {
        throw TowerError(.usage, "--\(name) says nothing")
      }
      return text
    }
    let entity = arguments.text("entity")
    let list = String(entity.prefix { $0 != "/" })
    let all = try ListedParties(try ScreenedLists.chosen([list], connection), connection)
    guard let entry = all.entries[entity] else {
      let near = nearest(to: entity, in: Array(all.entries.keys))
      throw TowerError(
        .failed, "\(list) has no entry '\(entity)'; write LIST/IDENTIFIER",
        hints: near.isEmpty ? [] : ["did you mean \(near.joined(separator: " or "))?"])
    }
    let one = all.only([entity])
    var screening = Screening(ScreenedLists(one))
    guard let fields = one.compared[entity],
      let hit = screening.hits(party.fields.query, threshold: 0, isExhaustive: true).first,
      let version = try KeptVersion.inForce(list, connection)
    else { throw TowerError(.usage, "'\(party.name)' has no letter or digit to compare") }
    let before = try Decision.all(party: party.key, entity: entity, connection).first
    let marking = try marking(arguments, party, entry, invocation, connection)
    let decision = Decision(
      identifier: String(
        Digest.of("\(party.key)\n\(entity)\n\(before?.identifier ?? "")").prefix(16)),
      party: party.key, partyName: party.name, entity: entity, entityName: fields.primaryName,
      verdict: Decision.Verdict(rawValue: arguments.text("verdict")) ?? .unsure,
      decidedBy: try said("by"), reason: try said("reason"),
      decidedAt: invocation.tower.clock.now.description, partyCompared: party.fields,
      partyDigest: party.fields.digest, entityCompared: fields, entityDigest: fields.digest,
      listVersion: version.version, score: ScreenRow.rounded(hit.score),
      explanation: ScreenAnswer.parts(hit.candidate, hit.evidence).compact,
      supersedes: before?.identifier, marking: marking, source: entry.version.source)
    return (decision, before)
  }

  private static func marking(
    _ arguments: Arguments, _ party: DecidedParty, _ entry: ListedParties.Entry,
    _ invocation: Invocation, _ connection: Connection
  ) throws -> Marking {
    var marking = try SourceRegister.marking(of: [entry.version.source] + party.sources, connection)
    if let text = arguments.optionalText("marking") {
      do {
        marking = marking.combined(with: try Marking(text))
      } catch {
        throw TowerError(.usage, "--marking: \(error)")
      }
    }
    guard invocation.tower.deployment.mayHold(marking) else {
      throw TowerError(
        .denied, "this deployment may not hold a decision marked \(marking)",
        hints: ["nothing was changed"])
    }
    return marking
  }
}
