internal import Kernel
internal import Store
internal import Vocabulary

/// What a screening of a portfolio came to, before it is kept.
struct PortfolioOutcome {
  /// How it was screened.
  enum Kind: String {
    case whole, changes
  }

  let state: PortfolioState
  let kind: Kind
  let run: PortfolioRun
  /// What is compared of each entry.
  let entries: [String: String]
  let listed: ListedParties
  let hits: [PortfolioHit]
  let alerts: [PortfolioAlert]

  /// Screens a portfolio.
  ///
  /// - Parameters:
  ///   - state: the portfolio and its last screening.
  ///   - kind: whether all is screened; what changed is enough only after a screening at the same
  ///     threshold, of the same lists and by the same program.
  init(
    _ state: PortfolioState, kind: Kind, threshold: Double, lists: [String],
    _ invocation: Invocation, _ connection: Connection
  ) throws {
    self.state = state
    self.kind = kind
    listed = try ListedParties(try ScreenedLists.chosen(lists, connection), connection)
    let now = listed.compared.mapValues(\.content)
    entries = now
    run = PortfolioRun(
      number: (state.last?.number ?? 0) + 1,
      screenedAt: invocation.tower.clock.now.description, threshold: threshold, lists: lists,
      versions: try PortfolioRun.versions(listed.versions, connection),
      program: try PortfolioOutcome.program())
    let progress = Progress("screening", isQuiet: invocation.options.isQuiet)
    defer { progress.finish() }
    let search = PortfolioSearch(
      parties: state.parties, listed: listed, threshold: threshold, progress: progress)
    hits =
      kind == .whole ? try search.whole() : try search.changes(state.entries, now, state.hits)
    alerts =
      state.last == nil
      ? []
      : try PortfolioAlert.all(
        state.hits, hits, otherwise: PortfolioOutcome.reasons(state.last, run),
        sides: state.sides(now))
  }

  /// SHA-256 of the running program.
  static func program() throws -> String { try ByteStream.sha256(path: "/proc/self/exe") }

  /// Why the hits of two screenings may differ where neither side changed.
  static func reasons(_ last: PortfolioRun?, _ run: PortfolioRun) -> [String] {
    guard let last else { return ["first screening"] }
    var reasons: [String] = []
    if last.threshold != run.threshold {
      reasons.append("threshold changed from \(last.threshold) to \(run.threshold)")
    }
    if last.lists != run.lists { reasons.append("other lists were asked for") }
    if last.program != run.program { reasons.append("another program scored") }
    return reasons
  }

  /// Keeps the screening in place of the last, in one transaction with its record in the ledger.
  ///
  /// - Throws: `TowerError` when the portfolio or a list changed while it was screened.
  func write(_ tower: Tower) throws {
    let name: Value = .text(state.portfolio.name)
    try tower.write { connection in
      try refuseChange(tower, connection)
      try connection.execute("DELETE FROM trade_portfolio_hit WHERE portfolio = ?", [name])
      try connection.execute(
        "DELETE FROM trade_portfolio_party WHERE portfolio = ? AND compared IS NULL", [name])
      try connection.execute(
        """
        UPDATE trade_portfolio_party SET screened = compared
        WHERE portfolio = ? AND screened IS NOT compared
        """, [name])
      try writeEntries(connection)
      try connection.execute(
        "INSERT INTO trade_portfolio_screening VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
          name, Value(run.number), .text(kind.rawValue), .text(run.screenedAt),
          .real(run.threshold), .text(JSONValue.texts(run.lists).compact), .text(run.versions),
          .text(run.program), Value(state.parties.count { $0.now != nil }), Value(hits.count),
          .text(state.portfolio.source),
        ])
      let insert = try connection.prepare(
        "INSERT INTO trade_portfolio_hit VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
      for hit in hits { try insert.run(hit.row(of: state.portfolio.name)) }
      let alert = try connection.prepare(
        "INSERT INTO trade_portfolio_alert VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
      for row in alerts {
        try alert.run(row.row(of: state.portfolio.name, number: run.number))
      }
      try record(tower, connection)
    }
  }

  private func refuseChange(_ tower: Tower, _ connection: Connection) throws {
    let portfolio = try Portfolio.named(
      state.portfolio.name, tower.deployment, connection)
    let last = try PortfolioRun.last(of: portfolio.name, connection)
    let versions = try PortfolioRun.versions(
      try ScreenedLists.chosen(run.lists, connection), connection)
    guard portfolio.source == state.portfolio.source, last?.number == state.last?.number,
      versions == run.versions
    else {
      throw TowerError(
        .failed, "the portfolio or a list changed while it was screened",
        hints: ["nothing was kept; run it again"])
    }
  }

  private func writeEntries(_ connection: Connection) throws {
    let name: Value = .text(state.portfolio.name)
    let remove = try connection.prepare(
      "DELETE FROM trade_portfolio_entry WHERE portfolio = ? AND entity = ?")
    for entity in state.entries.keys.sorted() where entries[entity] == nil {
      try remove.run([name, .text(entity)])
    }
    let keep = try connection.prepare(
      "INSERT OR REPLACE INTO trade_portfolio_entry VALUES (?, ?, ?)")
    for (entity, content) in entries.sorted(by: { $0.key < $1.key })
    where state.entries[entity] != content {
      try keep.run([name, .text(entity), .text(content)])
    }
  }

  // The ledger is open to everybody who verifies it: of a marked portfolio it keeps no counts.
  private func record(_ tower: Tower, _ connection: Connection) throws {
    var body: [(key: String, value: JSONValue)] = [
      ("purpose", .text(state.portfolio.purpose)), ("number", .integer(Int64(run.number))),
      ("kind", .text(kind.rawValue)), ("versions", .text(run.versions)),
    ]
    if state.portfolio.marking == .clear {
      body.append(("threshold", .number(run.threshold)))
      body.append(("hits", .integer(Int64(hits.count))))
      body.append(("alerts", .integer(Int64(alerts.count))))
    } else {
      body.append(("marking", .text(state.portfolio.marking.description)))
    }
    try Ledger.append(
      kind: "screening", subject: "portfolio:" + state.portfolio.name, body: .object(body),
      actor: tower.deployment.agency.identifier, at: tower.clock.now, to: connection)
  }
}
