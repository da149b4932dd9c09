internal import Dependence
internal import Kernel
internal import Reference
internal import Store
internal import Vocabulary

/// The flows of one year for the engine, with the names of its dense codes.
struct TradeYear {
  let edition: String
  let year: Int
  let flows: Flows
  /// In the order of BACI's numbers, by which CEPII decides between equal suppliers.
  let countries: [String]
  let sources: [String]
  private let products: [String]
  private let countryCodes: [String: Int]

  /// Loads a year.
  ///
  /// - Parameter products: the products or headings that are wanted; nil for all.
  init(edition: String, year: Int, products: [ProductCode]? = nil, _ connection: Connection) throws
  {
    let columns = try TradeFlows.columns(
      edition: edition, year: year, prefixes: products?.map(\.digits), connection)
    self.edition = edition
    self.year = year
    countries = columns.countries
    self.products = columns.products
    countryCodes = Dictionary(
      uniqueKeysWithValues: zip(columns.countries, columns.countries.indices))
    sources = try TradeFlows.sources(edition: edition, years: [year], connection)
    flows = Flows(
      countryCount: columns.countries.count, productCount: columns.products.count,
      products: columns.productCodes, exporters: columns.exporterCodes,
      importers: columns.importerCodes, values: columns.values, quantities: columns.quantities)
  }

  /// The last day of the year: the day that its totals are for.
  var lastDay: Day { TradeYear.lastDay(of: year) }

  /// The last day of a year.
  static func lastDay(of year: Int) -> Day {
    guard let day = Day(year: year, month: 12, day: 31) else {
      preconditionFailure("\(year) is no year of the calendar")
    }
    return day
  }

  /// The dense code of a country; nil when the store does not know it.
  func code(_ country: String) -> Int? { countryCodes[country] }

  /// The dense codes of a country, or of the members that a group has on the last day of the year.
  func members(of name: String, _ connection: Connection) throws -> Set<Int> {
    let members = try Countries.members(of: name, on: lastDay, connection)
    return Set((members.isEmpty ? [name] : members).compactMap { countryCodes[$0] })
  }

  /// The product of a dense code.
  func product(_ code: Int) -> ProductCode {
    guard let product = try? ProductCode(edition: edition, digits: products[code]) else {
      preconditionFailure("the store holds a product that is no code: \(products[code])")
    }
    return product
  }

  /// The flows of a product or of all products of a heading, as those of one product with code 0;
  /// without rows where nobody traded it.
  func flows(of product: ProductCode) -> Flows {
    let first = products.firstIndex { $0.hasPrefix(product.digits) } ?? 0
    let count = products[first...].prefix { $0.hasPrefix(product.digits) }.count
    return flows.combined(first..<first + count)
  }
}
