internal import Kernel
internal import Ownership
internal import Store
internal import Vocabulary

/// What a rule says of one party by the links of the store.
struct PartyAnswer {
  static let columns = [
    Column("party", .text, doc: "The party."),
    Column("rule", .text, doc: "The rule."),
    Column("answer", .text, doc: "listed, blocked, not_blocked or cannot_tell."),
    Column(
      "listed_share", .text, unit: "%",
      doc:
        "What counts as held by listed parties for certain, exactly; null where nothing is known."),
    Column(
      "possible_share", .text, unit: "%", doc: "The most that can count as held by listed parties."),
    Column(
      "unrecorded_share", .text, unit: "%",
      doc: "The part of the party that no link records; null where none is recorded."),
    Column("threshold", .text, doc: "What the rule asks for."),
    Column("missing", .text, doc: "What would decide an answer that cannot be told."),
  ]

  private static let pathColumns = [
    Column("owner", .text, doc: "Who holds a part of the party and counts, or may count."),
    Column("holding", .text, doc: "What it holds."),
    Column("share", .text, unit: "%", doc: "How much, as recorded."),
    Column("counted", .text, unit: "%", doc: "How much of it counts by the rule."),
    Column("path", .text, doc: "The chain from a listed party down, with the recorded shares."),
    Column("stated_by", .text, doc: "Who states the last link."),
  ]

  private let party: String
  private let rule: DatedOwnershipRule
  private let day: Day
  private let recorded: RecordedOwnership
  private let isListed: Bool
  private let verdict: OwnershipAssessment.Verdict?
  private let explanation: OwnershipExplanation?
  private let missingLists: [String]
  private let listsOfRule: [ListVersion]
  private let sources: [String]
  private let marking: Marking

  /// Asks the store.
  ///
  /// - Throws: `TowerError` when it has no link at all, or none of the lists of the rule.
  init(_ party: String, _ rule: DatedOwnershipRule, on day: Day, _ connection: Connection) throws {
    self.party = party
    self.rule = rule
    self.day = day
    recorded = try RecordedOwnership(on: day, connection)
    let versions = try ListVersions.all(connection)
    let lists = Set(rule.lists.map { String($0.prefix { $0 != ":" }) })
    missingLists = lists.filter { list in !versions.contains { $0.list == list } }.sorted()
    guard missingLists.count < lists.count else {
      throw TowerError(
        .failed, "cannot tell: no list of the rule '\(rule.name)' is imported",
        hints: ["lists: " + rule.lists.joined(separator: ", ")])
    }
    isListed =
      try connection.first(
        """
        SELECT 1 FROM trade_list_entry WHERE list || '/' || entry = ?1
          AND (list IN (SELECT value FROM json_each(?2))
            OR list || ':' || section IN (SELECT value FROM json_each(?2)))
        """, [.text(party), .text(JSONValue.texts(rule.lists).compact)]) != nil
    let listed = try recorded.listed(on: rule.lists, connection)
    let number = recorded.number(of: party)
    verdict = number.map { [recorded] number in
      OwnershipAssessment(
        recorded.graph, rule: rule.rule, listed: listed, isRemainderOpen: true
      ).verdicts[Int(number)]
    }
    explanation = number.map { [recorded] number in
      OwnershipExplanation(
        of: number, recorded.graph, rule: rule.rule, listed: listed, isRemainderOpen: true)
    }
    listsOfRule = versions.filter { lists.contains($0.list) }
    sources = recorded.sources + listsOfRule.map(\.source)
    marking = try SourceRegister.marking(of: sources, connection)
  }

  /// The answer as tables.
  func result() -> CommandResult {
    let parts = explanation?.parts ?? []
    let tables = [
      ResultTable(columns: PartyAnswer.columns, rows: [row]),
      ResultTable(title: "\nPaths", columns: PartyAnswer.pathColumns, rows: parts.map(pathRow)),
    ]
    return CommandResult(tables: tables, notes: notes, sources: sources, marking: marking)
  }

  private var row: [Value] {
    let threshold = ShareUnits.text(rule.rule.threshold) + " %"
    let isKnown = explanation?.unrecorded != nil
    return [
      .text(party), .text(rule.name), .text(answer),
      isKnown ? Value(explanation.map { ShareUnits.text($0.least) }) : .null,
      isKnown ? Value(explanation.map { ShareUnits.text($0.most) }) : .null,
      Value(explanation?.unrecorded.map(ShareUnits.text)),
      .text((rule.rule.includesThreshold ? "at least " : "more than ") + threshold),
      missing.isEmpty ? .null : .text(missing.joined(separator: "; ")),
    ]
  }

  private var answer: String {
    if isListed { return "listed" }
    if rule.suspension(on: day) != nil { return "not_blocked" }
    guard let verdict, verdict == .blocked || explanation?.unrecorded != nil else {
      return "cannot_tell"
    }
    // A list that is not there could hold an owner that counts.
    return verdict == .notBlocked && !missingLists.isEmpty ? "cannot_tell" : verdict.rawValue
  }

  private var missing: [String] {
    guard answer == "cannot_tell" else { return [] }
    var missing = missingLists.map { "the list \($0) is not imported" }
    guard let explanation, let unrecorded = explanation.unrecorded else {
      return missing + ["no ownership link into \(party) is recorded for \(day)"]
    }
    if unrecorded > 0 { missing.append("who holds the other \(ShareUnits.text(unrecorded)) %") }
    for part in explanation.parts where !part.share.isExact {
      missing.append("what \(name(part.owner)) holds exactly")
    }
    for part in explanation.parts where part.share.isExact && !part.counted.isExact {
      missing.append("whether \(name(part.owner)) is blocked")
    }
    return missing
  }

  private func pathRow(_ part: OwnershipExplanation.Part) -> [Value] {
    let chain = part.chain + [recorded.number(of: party) ?? 0]
    let steps = zip(chain, chain.dropFirst()).map { owner, owned in
      "> \(share(owner, owned)) \(name(owned))"
    }
    let statement = recorded.links[
      RecordedOwnership.Key(owner: part.owner, owned: chain[chain.count - 1], holding: part.holding)
    ]
    return [
      .text(name(part.owner)), .text(part.holding.name), .text(part.share.text),
      .text(part.counted.text),
      .text(([name(chain[0])] + steps).joined(separator: " ")),
      .text(statement?.statedBy.joined(separator: ", ") ?? ""),
    ]
  }

  private func name(_ number: Int32) -> String { recorded.names[Int(number)] }

  private func share(_ owner: Int32, _ owned: Int32) -> String {
    Holding.allCases.compactMap { holding in
      recorded.links[RecordedOwnership.Key(owner: owner, owned: owned, holding: holding)].map {
        holding == .board || holding == .control
          ? "(\(holding.name)\($0.share.low == 0 ? " alleged" : ""))"
          : "\($0.share.text) %" + (holding == .votes ? " of votes" : "")
      }
    }.joined(separator: ", ")
  }

  private var notes: [String] {
    let lists = listsOfRule.map { $0.described(on: day) }.joined(separator: ", ")
    var notes = rule.remarks(on: day) + ["listed parties are those of \(lists)"]
    notes += recorded.disagreements
    if answer == "not_blocked" {
      notes.append("not blocked by this rule on the links of the store; that is not clearance")
    }
    if rule.suspension(on: day) != nil, let verdict {
      notes.append("without the suspension the answer would be \(verdict.rawValue)")
    }
    if recorded.number(of: party) == nil {
      let near = nearest(to: party, in: recorded.names)
      if !near.isEmpty { notes.append("links name: " + near.joined(separator: ", ")) }
    }
    return notes
  }
}
