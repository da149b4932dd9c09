internal import FlowColumns
internal import Kernel
internal import Store
internal import Vocabulary

/// Writes reported flows into the store, product by product.
struct ReportedFlowWriter {
  private let session: ImportSession
  private let countries: [Int: String]
  private let insertFlow: Statement
  private let insertTotal: Statement
  private let deleteFlows: Statement
  private let deleteTotal: Statement

  init(_ session: ImportSession, _ countries: [Int: String]) throws {
    let connection = session.connection
    self.session = session
    self.countries = countries
    insertFlow = try connection.prepare(
      "INSERT INTO reported_flow VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    insertTotal = try connection.prepare(
      "INSERT INTO reported_total VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
    let scope = "WHERE edition = ? AND period = ? AND product = ? AND reporter = ? AND flow = ?"
    deleteFlows = try connection.prepare("DELETE FROM reported_flow \(scope) RETURNING 1")
    deleteTotal = try connection.prepare("DELETE FROM reported_total \(scope) RETURNING 1")
  }

  /// Replaces what is held of each product, reporter, flow and period that the flows have.
  ///
  /// - Parameter flows: in the order of their keys.
  func write(_ flows: [ComtradeTotals.Flow]) throws {
    var group: UInt64?
    var scope: [Value] = []
    var part = ""
    var hasPartners = false
    for flow in flows {
      let isTotal = flow.key.partner == ComtradeAreas.world
      if flow.key.group != group {
        group = flow.key.group
        scope = self.scope(flow.key)
        part = self.part(scope)
        hasPartners = false
      }
      if isTotal {
        try replace(deleteTotal, scope, part: part + "/world")
        try insertTotal.run(scope + amounts(flow))
        session.accept(part: part + "/world")
        continue
      }
      if !hasPartners {
        hasPartners = true
        try replace(deleteFlows, scope, part: part)
      }
      guard let partner = countries[flow.key.partner] else { continue }
      try insertFlow.run(scope + [.text(partner)] + amounts(flow))
      session.accept(part: part)
    }
  }

  private func replace(_ delete: Statement, _ scope: [Value], part: String) throws {
    try delete.bind(scope)
    var count = 0
    while try delete.step() { count += 1 }
    session.replace(part: part, rows: count)
  }

  /// Edition, period, product, reporter and flow as the tables hold them.
  private func scope(_ key: ComtradeRow.Key) -> [Value] {
    let period = Period(code: key.period)?.description ?? ""
    return [
      .text(ProductCode.editions[key.edition]), .text(period), .text(key.product6),
      .text(countries[key.reporter] ?? ""),
      .text(ReportedFlows.Direction.allCases[key.direction].rawValue),
    ]
  }

  private func part(_ scope: [Value]) -> String {
    [0, 1, 3, 4].compactMap { scope[$0].text }.joined(separator: "/")
  }

  private func amounts(_ flow: ComtradeTotals.Flow) -> [Value] {
    [
      .real(flow.value / 1000), flow.netWeight.isNaN ? .null : .real(flow.netWeight / 1000),
      Value(flow.isWeightEstimated), .text(session.sourceIdentifier),
    ]
  }
}
