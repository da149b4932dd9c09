internal import Kernel
internal import Store
internal import Vocabulary

/// A portfolio that a deployment may see.
struct Portfolio {
  let name: String
  /// What its parties are screened for.
  let purpose: String
  let marking: Marking
  let source: String

  /// Every portfolio by name, those that may not be held as well.
  static func all(_ connection: Connection) throws -> [Portfolio] {
    try connection.rows(
      "SELECT name, purpose, marking, source_id FROM trade_portfolio ORDER BY name"
    ).map { row in
      Portfolio(
        name: row[0].text ?? "", purpose: row[1].text ?? "",
        // A marking that does not read is the strictest.
        marking: row[2].text.flatMap { try? Marking($0) } ?? Marking(.red),
        source: row[3].text ?? "")
    }
  }

  /// The portfolio of a name.
  ///
  /// - Throws: `TowerError` for an unknown one, and for one that the deployment may not hold.
  static func named(_ name: String, _ deployment: Deployment, _ connection: Connection) throws
    -> Portfolio
  {
    let all = try all(connection)
    guard let portfolio = all.first(where: { $0.name == name }) else {
      let near = nearest(to: name, in: all.map(\.name))
      throw TowerError(
        .failed, "there is no portfolio '\(name)'",
        hints: near.isEmpty
          ? ["tower trade portfolio import FILE --portfolio \(name) --purpose PURPOSE"]
          : ["did you mean \(near.joined(separator: " or "))?"])
    }
    guard deployment.mayHold(portfolio.marking) else {
      throw TowerError(
        .denied, "this deployment may not hold the portfolio '\(name)', marked \(portfolio.marking)"
      )
    }
    return portfolio
  }

  /// The key under which decisions know a party of it.
  func key(of party: String) -> String { "portfolio/\(name)/\(party)" }

  /// What is compared of a party; nil where it has none of that identifier.
  func party(_ identifier: String, _ connection: Connection) throws -> ComparedFields? {
    let row = try connection.first(
      "SELECT compared FROM trade_portfolio_party WHERE portfolio = ? AND party = ?",
      [.text(name), .text(identifier)])
    return try row?[0].text.map { try ComparedFields(content: $0) }
  }
}
