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
    let groups = try CountryGroups(asked, on: trade.lastDay, connection)
    for (name, countries) in groups.members {
      let members = Set(countries.compactMap(trade.code))
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

  /// The dense code of any country, or of a group asked about; nil where the store does not know it.
  func anyCode(_ name: String) -> Int? { codes[name] ?? trade.code(name) }

  /// The country or group of a dense code.
  func name(_ code: Int) -> String { names[code] ?? trade.countries[code] }

  /// One code, or where it is nil those of all countries, by their names.
  func byName(_ code: Int?) -> [Int] {
    code.map { [$0] } ?? (0..<flows.countryCount).sorted { name($0) < name($1) }
  }

  /// The places of all countries in the order of their names.
  var ranks: [Int] {
    var ranks = [Int](repeating: 0, count: flows.countryCount)
    for (rank, code) in byName(nil).enumerated() { ranks[code] = rank }
    return ranks
  }
}
