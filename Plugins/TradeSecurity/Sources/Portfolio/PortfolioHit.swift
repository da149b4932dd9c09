internal import Kernel
internal import NameMatching
internal import Store
internal import Vocabulary

/// A listed entry that a party of a portfolio met.
struct PortfolioHit: Hashable, Sendable {
  /// The party and the entry, in the order of answers.
  struct Pair: Hashable, Comparable, Sendable {
    let party: String
    let entity: String

    static func < (first: Pair, second: Pair) -> Bool {
      (first.party, first.entity) < (second.party, second.entity)
    }
  }

  let pair: Pair
  /// The primary name of the entry.
  let entityName: String
  /// The score of names and facts, 0 to 1, with four digits.
  let score: Double
  /// The name that met, as printed.
  let listedName: String
  /// primary, alias or weak_alias.
  let nameKind: String
  /// The parts of the score, as JSON.
  let explanation: String

  init(_ hit: Screening.Hit, party: String) {
    pair = Pair(party: party, entity: hit.candidate.name.entry)
    entityName = hit.entry.party
    score = ScreenRow.rounded(hit.score)
    listedName = hit.candidate.name.text
    nameKind = hit.candidate.name.role.rawValue
    explanation = ScreenAnswer.parts(hit.candidate, hit.evidence).compact
  }

  /// The hits of the last screening of a portfolio.
  static func all(of portfolio: String, _ connection: Connection) throws -> [PortfolioHit] {
    try connection.rows(
      """
      SELECT party, entity, entity_name, score, listed_name, name_kind, explanation
      FROM trade_portfolio_hit WHERE portfolio = ? ORDER BY party, entity
      """, [.text(portfolio)]
    ).map(PortfolioHit.init(row:))
  }

  private init(row: [Value]) {
    func text(_ column: Int) -> String { row[column].text ?? "" }
    pair = Pair(party: text(0), entity: text(1))
    entityName = text(2)
    score = row[3].real ?? 0
    listedName = text(4)
    nameKind = text(5)
    explanation = text(6)
  }

  /// The row of the table.
  func row(of portfolio: String) -> [Value] {
    [
      .text(portfolio), .text(pair.party), .text(pair.entity), .text(entityName), .real(score),
      .text(listedName), .text(nameKind), .text(explanation),
    ]
  }
}

/// A party of a portfolio: what is compared of it now, and what was in the last screening.
struct PortfolioParty: Sendable {
  let identifier: String
  /// Nil when it has left.
  let now: String?
  /// Nil when it was never screened.
  let before: String?

  /// Whether it was screened as it is.
  var isScreened: Bool { now != nil && now == before }
}

/// One screening of a portfolio: what against, how, and by which program.
struct PortfolioRun {
  let number: Int
  let screenedAt: String
  /// The least score of a hit.
  let threshold: Double
  /// The lists that were asked for; empty for all.
  let lists: [String]
  /// The versions of the lists, as JSON.
  let versions: String
  /// SHA-256 of the program: another one may score otherwise.
  let program: String

  /// The last screening of a portfolio; nil before the first.
  static func last(of portfolio: String, _ connection: Connection) throws -> PortfolioRun? {
    try connection.first(
      """
      SELECT number, screened_at, threshold, (SELECT group_concat(value, ',') FROM json_each(lists)),
        versions, program
      FROM trade_portfolio_screening WHERE portfolio = ? ORDER BY number DESC LIMIT 1
      """, [.text(portfolio)]
    ).map { row in
      PortfolioRun(
        number: Int(row[0].integer ?? 0), screenedAt: row[1].text ?? "",
        threshold: row[2].real ?? 0,
        lists: (row[3].text ?? "").split(separator: ",").map(String.init),
        versions: row[4].text ?? "", program: row[5].text ?? "")
    }
  }

  /// The versions of lists as the record of a screening keeps them.
  static func versions(_ lists: [ListVersion], _ connection: Connection) throws -> String {
    let kept = try KeptVersion.all(connection).filter { $0.base == nil }
    let chosen = Set(lists.map(\.list))
    return JSONValue.list(
      kept.filter { chosen.contains($0.list) }.map { version in
        .object([
          "list": .text(version.list), "version": .text(version.version),
          "entries": .integer(Int64(version.entries)), "source": .text(version.source),
        ])
      }
    ).compact
  }
}
