internal import Kernel
internal import Store
internal import Vocabulary

/// The table function `trade_portfolio_hits([portfolio])`.
enum PortfolioFunction {
  static let function = FunctionDescriptor(
    "trade_portfolio_hits",
    doc: "A hit of the last screening of a portfolio that this deployment may hold.",
    arguments: [
      .optional("of_portfolio", .text, doc: "The portfolio; every one when left out.")
    ],
    columns: [
      Column("portfolio", .text, doc: "The portfolio."),
      Column("party", .text, doc: "The identifier of the party within it."),
      Column("entity", .text, doc: "The listed entry as LIST/IDENTIFIER."),
      Column("entity_name", .text, doc: "Its primary name."),
      Column("score", .real, doc: "The score, 0 to 1."),
      Column("listed_name", .text, doc: "The name that met, as printed."),
      Column("name_kind", .text, doc: "primary, alias or weak_alias."),
      Column("decision", .text, doc: "What was decided, or why that lapsed; null for nothing."),
      Column("screened_at", .text, doc: "When it was screened."),
      Column("threshold", .real, doc: "The least score of a hit."),
      Column("versions", .json, doc: "The versions of the lists that it was screened against."),
    ], estimatedRows: 1_000
  ) { call in
    let wanted = try call.optionalText("of_portfolio")
    let portfolios = try Portfolio.all(call.reader).filter {
      call.tower.deployment.mayHold($0.marking) && (wanted == nil || $0.name == wanted)
    }
    let listed = try ListedParties(ListVersions.all(call.reader), call.reader)
    let decisions = try StandingDecisions(listed, call.tower.deployment, call.reader)
    return RowProducer(
      try portfolios.flatMap { try rows($0, decisions, call.reader) })
  }

  private static func rows(
    _ portfolio: Portfolio, _ decisions: StandingDecisions, _ connection: Connection
  ) throws -> [[Value]] {
    guard let last = try PortfolioRun.last(of: portfolio.name, connection) else { return [] }
    return try PortfolioHit.all(of: portfolio.name, connection).map { hit in
      let standing = try portfolio.party(hit.pair.party, connection).flatMap {
        decisions.standing(of: portfolio.key(of: hit.pair.party), $0, hit.pair.entity)
      }
      return [
        .text(portfolio.name), .text(hit.pair.party), .text(hit.pair.entity),
        .text(hit.entityName), .real(hit.score), .text(hit.listedName), .text(hit.nameKind),
        Value(standing?.text), .text(last.screenedAt), .real(last.threshold),
        .text(last.versions),
      ]
    }
  }
}
