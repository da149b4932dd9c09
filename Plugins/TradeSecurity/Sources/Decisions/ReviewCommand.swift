internal import Kernel
internal import Store
internal import Vocabulary

/// The command `trade review`.
enum ReviewCommand {
  /// Why something is to be reviewed.
  enum State: String, CaseIterable {
    case open, lapsed, unsure
  }

  static let command = Command(
    "trade review", summary: "Lists the candidates and decisions that somebody must look at.",
    discussion: """
      Open are hits of the last screening of a portfolio on which nothing was decided. Lapsed are
      decisions of which a side changed since in what is compared; the column `changes` says what.
      Unsure are those that were decided so. Candidates of single questions are not kept, so they stand
      here only once something was decided on them.
      """,
    parameters: [
      Parameter("portfolio", .text, doc: "Only this portfolio."),
      Parameter("list", .text, isRepeated: true, doc: "Only entries of these lists."),
      Parameter(
        "state", .choice(State.allCases.map(\.rawValue)), isRepeated: true,
        doc: "Only these states."),
    ],
    columns: columns,
    examples: ["trade review", "trade review --portfolio suppliers --state lapsed"]
  ) { invocation in
    try invocation.tower.read { connection in
      let review = try Review(invocation, connection)
      return CommandResult(
        columns: columns, rows: review.items.map(\.row), notes: review.notes,
        sources: review.sources, marking: review.marking)
    }
  }

  private static let columns = [
    Column("state", .text, doc: "open, lapsed or unsure."),
    Column("portfolio", .text, doc: "The portfolio; null for the party of a single question."),
    Column("party", .text, doc: "The identifier of the party; null for that of a single question."),
    Column("party_name", .text, doc: "Its name."),
    Column("entity", .text, doc: "The listed entry as LIST/IDENTIFIER."),
    Column("entity_name", .text, doc: "Its primary name."),
    Column("score", .real, doc: "The score of the last screening or of the decision, 0 to 1."),
    Column("verdict", .text, doc: "What was decided; null when nothing was."),
    Column("decided_by", .text, doc: "Who decided."),
    Column("decided_at", .text, doc: "When."),
    Column("changes", .text, doc: "What changed since, with its side in front."),
  ]
}

/// What is to be reviewed.
struct Review {
  /// A pair to look at.
  struct Item {
    let state: ReviewCommand.State
    var portfolio: String?
    var party: String?
    let partyName: String
    let entity: String
    let entityName: String
    let score: Double
    let decision: Decision?
    let changes: [String]

    var row: [Value] {
      [
        .text(state.rawValue), Value(portfolio), Value(party), .text(partyName), .text(entity),
        .text(entityName), .real(score), Value(decision?.verdict.rawValue),
        Value(decision?.decidedBy), Value(decision?.decidedAt),
        changes.isEmpty ? .null : .text(changes.joined(separator: "; ")),
      ]
    }
  }

  private(set) var items: [Item] = []
  private(set) var notes: [String] = []
  private(set) var sources: [String] = []
  private(set) var marking = Marking.clear

  /// Reads what the arguments of the command ask for.
  init(_ invocation: Invocation, _ connection: Connection) throws {
    let arguments = invocation.arguments
    let listed = try ListedParties(ListVersions.all(connection), connection)
    let decisions = try StandingDecisions(listed, invocation.tower.deployment, connection)
    sources = listed.versions.map(\.source)
    let wanted = arguments.optionalText("portfolio")
    let portfolios = try wanted.map {
      [try Portfolio.named($0, invocation.tower.deployment, connection)]
    }
    let held = try portfolios ?? Portfolio.all(connection)
    for portfolio in held where invocation.tower.deployment.mayHold(portfolio.marking) {
      try add(portfolio, listed, decisions, connection)
    }
    if wanted == nil { addAsked(decisions) }
    let lists = Set(arguments.texts("list"))
    let states = Set(arguments.texts("state"))
    items = items.filter {
      (lists.isEmpty || lists.contains(String($0.entity.prefix { $0 != "/" })))
        && (states.isEmpty || states.contains($0.state.rawValue))
    }
    marking = try SourceRegister.marking(of: sources, connection).combined(with: marking)
    let hidden = try Decision.all(connection).count {
      !invocation.tower.deployment.mayHold($0.marking)
    }
    if hidden > 0 {
      notes.append("\(hidden) decisions kept back: this deployment may not hold the marking")
    }
  }

  private mutating func add(
    _ portfolio: Portfolio, _ listed: ListedParties, _ decisions: StandingDecisions,
    _ connection: Connection
  ) throws {
    sources.append(portfolio.source)
    marking = marking.combined(with: portfolio.marking)
    guard let last = try PortfolioRun.last(of: portfolio.name, connection) else {
      notes.append("'\(portfolio.name)' was never screened")
      return
    }
    let stale = try last.staleLists(connection)
    if !stale.isEmpty {
      notes.append(
        "'\(portfolio.name)' was screened before the present version of "
          + stale.joined(separator: ", ") + ": rescreen it first")
    }
    var silenced: [Decision] = []
    for hit in try PortfolioHit.all(of: portfolio.name, connection) {
      guard let fields = try portfolio.party(hit.pair.party, connection) else { continue }
      let standing = decisions.standing(
        of: portfolio.key(of: hit.pair.party), fields, hit.pair.entity)
      if let standing, standing.isSilencing { silenced.append(standing.decision) }
      guard let (state, changes) = Review.state(standing) else { continue }
      items.append(
        Item(
          state: state, portfolio: portfolio.name, party: hit.pair.party,
          partyName: fields.primaryName, entity: hit.pair.entity, entityName: hit.entityName,
          score: hit.score, decision: standing?.decision, changes: changes))
    }
    notes += SilencedNote.notes(silenced)
  }

  /// The decisions on parties of single questions; those of portfolios show with their hits.
  private mutating func addAsked(_ decisions: StandingDecisions) {
    for (decision, entity) in decisions.all where decision.party.hasPrefix("query/") {
      let standing = decisions.standing(of: decision.party, decision.partyCompared, entity)
      guard let (state, changes) = Review.state(standing) else { continue }
      add(decision, entity, state, changes)
    }
    for decision in decisions.withoutEntry {
      add(decision, decision.entity, .lapsed, ["list: no list has the entry any more"])
    }
  }

  private mutating func add(
    _ decision: Decision, _ entity: String, _ state: ReviewCommand.State, _ changes: [String]
  ) {
    marking = marking.combined(with: decision.marking)
    items.append(
      Item(
        state: state, partyName: decision.partyName, entity: entity,
        entityName: decision.entityName, score: decision.score, decision: decision,
        changes: changes))
  }

  /// Why a pair is to be reviewed; nil where it is decided and nothing changed.
  private static func state(_ standing: DecisionStanding?) -> (ReviewCommand.State, [String])? {
    switch standing {
    case nil: (.open, [])
    case .lapsed(_, let changes)?: (.lapsed, changes)
    case .holds(let decision)?: decision.verdict == .unsure ? (.unsure, []) : nil
    }
  }
}
