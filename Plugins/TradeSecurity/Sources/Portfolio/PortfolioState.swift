internal import Kernel
internal import Store
internal import Vocabulary

/// What the store knows of a portfolio and its last screening, read in one consistent state.
struct PortfolioState {
  let portfolio: Portfolio
  let parties: [PortfolioParty]
  /// The last screening; nil before the first.
  let last: PortfolioRun?
  /// What was compared of each entry in the last screening, by `LIST/identifier`.
  let entries: [String: String]
  /// What the last screening found.
  let hits: [PortfolioHit]

  init(_ portfolio: Portfolio, _ connection: Connection) throws {
    self.portfolio = portfolio
    let name: [Value] = [.text(portfolio.name)]
    var parties: [PortfolioParty] = []
    try connection.forEachRow(
      """
      SELECT party, compared, screened FROM trade_portfolio_party WHERE portfolio = ?
      ORDER BY party
      """, name
    ) { row in
      parties.append(
        PortfolioParty(
          identifier: row.text(0), now: row.isNull(1) ? nil : row.text(1),
          before: row.isNull(2) ? nil : row.text(2)))
    }
    self.parties = parties
    last = try PortfolioRun.last(of: portfolio.name, connection)
    var entries: [String: String] = [:]
    try connection.forEachRow(
      "SELECT entity, compared FROM trade_portfolio_entry WHERE portfolio = ?", name
    ) { row in entries[row.text(0)] = row.text(1) }
    self.entries = entries
    hits = try PortfolioHit.all(of: portfolio.name, connection)
  }

  /// The two states of both sides of a pair.
  ///
  /// - Parameter now: what is compared of each entry.
  func sides(_ now: [String: String]) -> (PortfolioHit.Pair) -> PortfolioAlert.Sides {
    let parties = Dictionary(uniqueKeysWithValues: parties.map { ($0.identifier, $0) })
    return { pair in
      let party = parties[pair.party]
      return PortfolioAlert.Sides(
        partyBefore: party?.before, party: party?.now, entityBefore: entries[pair.entity],
        entity: now[pair.entity])
    }
  }
}
