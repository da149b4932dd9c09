internal import Kernel
internal import Store
internal import Vocabulary

/// What a screening of a portfolio answers.
struct PortfolioAnswer {
  private static let party = Column("party", .text, doc: "The identifier of the party.")
  private static let partyName = Column("party_name", .text, doc: "Its name.")
  private static let entity = Column("entity", .text, doc: "The listed entry as LIST/IDENTIFIER.")
  private static let entityName = Column("entity_name", .text, doc: "Its primary name.")
  private static let score = Column(
    "score", .real, doc: "The score, 0 to 1; null when there is no hit any more.")
  private static let decision = Column(
    "decision", .text, doc: "What was decided, or why that lapsed; null when nothing was.")

  static let hitColumns = [
    party, partyName, entity, entityName, score,
    Column("listed_name", .text, doc: "The name that met, as printed."),
    Column("name_kind", .text, doc: "primary, alias or weak_alias."), decision,
  ]

  static let alertColumns = [
    Column("alert", .text, doc: "new, changed or gone."), party, partyName, entity, entityName,
    Column("score_before", .real, doc: "The score before; null where there was no hit."), score,
    Column("changes", .text, doc: "What changed, with its side in front."), decision,
  ]

  private let outcome: PortfolioOutcome
  private let invocation: Invocation
  private let decisions: StandingDecisions
  private let parties: [String: ComparedFields]
  private let sources: [String]
  private let marking: Marking

  init(_ outcome: PortfolioOutcome, _ invocation: Invocation, _ connection: Connection) throws {
    self.outcome = outcome
    self.invocation = invocation
    decisions = try StandingDecisions(outcome.listed, invocation.tower.deployment, connection)
    let shown = Set(outcome.hits.map(\.pair.party) + outcome.alerts.map(\.pair.party))
    var parties: [String: ComparedFields] = [:]
    for party in outcome.state.parties where shown.contains(party.identifier) {
      parties[party.identifier] = try (party.now ?? party.before).map {
        try ComparedFields(content: $0)
      }
    }
    self.parties = parties
    sources = [outcome.state.portfolio.source] + outcome.listed.versions.map(\.source)
    marking = try SourceRegister.marking(of: sources, connection)
      .combined(with: outcome.state.portfolio.marking)
  }

  private func standing(_ pair: PortfolioHit.Pair) -> DecisionStanding? {
    parties[pair.party].flatMap {
      decisions.standing(of: outcome.state.portfolio.key(of: pair.party), $0, pair.entity)
    }
  }

  /// The hits of the screening but for the silenced ones.
  func hits() -> CommandResult {
    var silenced: [Decision] = []
    var rows: [[Value]] = []
    for hit in outcome.hits {
      let standing = standing(hit.pair)
      if let standing, standing.isSilencing {
        silenced.append(standing.decision)
        continue
      }
      rows.append([
        .text(hit.pair.party), Value(parties[hit.pair.party]?.primaryName), .text(hit.pair.entity),
        .text(hit.entityName), .real(hit.score), .text(hit.listedName), .text(hit.nameKind),
        Value(standing?.text),
      ])
    }
    return answer(PortfolioAnswer.hitColumns, rows, silenced)
  }

  /// What is other since the last screening, but for what is silenced.
  func alerts() -> CommandResult {
    var silenced: [Decision] = []
    var rows: [[Value]] = []
    var isAlarmed = false
    let alarm = invocation.arguments.optionalNumber("fail-on")
    for alert in outcome.alerts {
      let standing = standing(alert.pair)
      if let standing, standing.isSilencing {
        silenced.append(standing.decision)
        continue
      }
      if let alarm, let score = alert.score, score >= alarm { isAlarmed = true }
      rows.append([
        .text(alert.kind.rawValue), .text(alert.pair.party), .text(alert.partyName),
        .text(alert.pair.entity), .text(alert.entityName), Value(alert.scoreBefore),
        Value(alert.score), .text(alert.changes.joined(separator: "; ")), Value(standing?.text),
      ])
    }
    var result = answer(PortfolioAnswer.alertColumns, rows, silenced)
    if isAlarmed { result.status = .findingsAtLevel }
    return result
  }

  private func answer(_ columns: [Column], _ rows: [[Value]], _ silenced: [Decision])
    -> CommandResult
  {
    let described = outcome.listed.versions.map { $0.described(on: invocation.asOf) }
    let parties = outcome.state.parties.filter { $0.now != nil }
    var notes = [
      "screened \(parties.count) parties of '\(outcome.state.portfolio.name)' for "
        + "'\(outcome.state.portfolio.purpose)' against \(described.joined(separator: ", ")): "
        + "\(outcome.hits.count) hits at or above \(outcome.run.threshold); the others have none on "
        + "these lists, which is not clearance"
    ]
    if outcome.kind == .changes {
      let changed = outcome.entries.count { outcome.state.entries[$0.key] != $0.value }
      let removed = outcome.state.entries.count { outcome.entries[$0.key] == nil }
      notes.append(
        "\(parties.count { !$0.isScreened }) parties and \(changed) entries are new or changed, "
          + "\(outcome.state.parties.count - parties.count) parties and \(removed) entries have left"
      )
    } else if let last = outcome.state.last {
      let reasons = PortfolioOutcome.reasons(last, outcome.run)
      notes.append(
        "all was screened" + (reasons.isEmpty ? "" : ": " + reasons.joined(separator: ", ")))
    }
    notes += SilencedNote.notes(silenced)
    return CommandResult(
      columns: columns, rows: rows, notes: notes, sources: sources, marking: marking)
  }
}
