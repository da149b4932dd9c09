internal import Dependence
internal import Kernel
internal import Reference
internal import Store

/// The flows of one year in which each group asked about counts as one country.
struct GroupedYear {
  let trade: TradeYear
  let flows: Flows
  private let codes: [String: Int]
  private let names: [Int: String]

  /// Unites groups.
  ///
  /// - Parameters:
  ///   - flows: the flows of the year, or those of a product.
  ///   - asked: the countries and groups asked about; `all` stands for none of them.
  /// - Throws: `TowerError` where two of them have a country in common.
  init(_ trade: TradeYear, _ flows: Flows, uniting asked: [String], _ connection: Connection) throws
  {
    var flows = flows
    var codes: [String: Int] = [:]
    var names: [Int: String] = [:]
    var seen: [(name: String, members: Set<Int>)] = []
    for name in Set(asked).sorted() where name != CountryScope.all {
      let members = try trade.members(of: name, connection)
      if let other = seen.first(where: { !$0.members.isDisjoint(with: members) }) {
        throw TowerError(.usage, "\(other.name) and \(name) are not two: they share countries")
      }
      seen.append((name, members))
      flows = flows.united(members)
      codes[name] = members.min()
      if let code = members.min() { names[code] = name }
    }
    self.trade = trade
    self.flows = flows
    self.codes = codes
    self.names = names
  }

  /// The dense code of a country or group asked about; nil where the store does not know it.
  func code(_ name: String) -> Int? { codes[name] }

  /// The country or group of a dense code.
  func name(_ code: Int) -> String { names[code] ?? trade.countries[code] }
}

/// Whom a question is about.
enum CountryScope {
  /// The name that stands for every country.
  static let all = "all"
}
