internal import Dependence
internal import Kernel
internal import Reference
internal import Store
internal import Vocabulary

/// Who else exports a product when an importer does without some of its suppliers: the answer of
/// the command and of the function.
struct AlternativesAnswer {
  let trade: TradeYear
  let found: Alternatives
  /// Empty where the store holds no estimate up to the year.
  let governance: GovernanceIndicators.Estimates?
  /// Whether anybody traded the product in the year.
  let isTraded: Bool
  private let product: ProductCode
  private let importer: String
  private let excluded: [String]

  /// Answers for a year that is loaded already.
  ///
  /// - Parameters:
  ///   - importer: a country or a group.
  ///   - excluded: the countries that no longer supply.
  init(
    _ trade: TradeYear, product: ProductCode, importer: String, without excluded: [String],
    _ connection: Connection
  ) throws {
    let flows = trade.flows(of: product)
    self.trade = trade
    self.product = product
    self.importer = importer
    self.excluded = Set(excluded).sorted()
    isTraded = flows.count > 0
    found = Alternatives(
      flows, product: 0, importers: try trade.members(of: importer, connection),
      without: Set(excluded.compactMap(trade.code)))
    governance = try GovernanceIndicators.estimates(year: trade.year, connection)
  }

  /// Answers for a year of the store.
  ///
  /// - Throws: `TowerError` when the store holds no flows of the year.
  init(
    product: ProductCode, importer: String, without excluded: [String], year: Int,
    _ connection: Connection
  ) throws {
    _ = try HeldFlows.years(including: year, edition: product.edition, connection)
    try self.init(
      TradeYear(edition: product.edition, year: year, products: [product], connection),
      product: product, importer: importer, without: excluded, connection)
  }

  var sources: [String] { Set(trade.sources + (governance?.sources ?? [])).sorted() }

  /// The governance estimate of a country; nil where there is none.
  func governance(of country: Int) -> Double? { governance?.byCountry[trade.countries[country]] }

  /// A row for each other exporter, the largest first.
  var rows: [[Value]] {
    found.suppliers.map { supplier in
      let estimate = governance(of: supplier.exporter)
      return [
        .text(trade.countries[supplier.exporter]), .text(product.description), .text(importer),
        Value(trade.year), .real(supplier.exports), .real(supplier.worldShare),
        Value(supplier.quantity), .real(supplier.quantityCoverage), Value(supplier.unitValue),
        Value(supplier.isSupplierAlready), .real(supplier.salesToImporter),
        Value(found.imports > 0 ? supplier.salesToImporter / found.imports : nil),
        .real(supplier.purchasesFromExcluded), Value(supplier.customers),
        .real(supplier.customerConcentration), .text(trade.countries[supplier.topCustomer]),
        .real(supplier.topCustomerShare), Value(estimate),
        Value(estimate == nil ? nil : governance?.year),
      ]
    }
  }

  /// The loss against what the others export, in one row.
  var summary: [Value] {
    [
      .text(product.description), .text(importer), .text(excluded.joined(separator: ",")),
      Value(trade.year), .real(found.imports), .real(found.lost),
      Value(found.imports > 0 ? found.lost / found.imports : nil), .real(found.worldExports),
      .real(found.otherExports), Value(found.cover(of: found.lost)), Value(found.concentration),
    ]
  }

  /// What the reader must know: what is missing and what the numbers do not say.
  var notes: [String] {
    guard isTraded else {
      return [
        "cannot tell: no trade of \(product) is recorded for \(trade.year); "
          + "that does not mean there is none"
      ]
    }
    var notes: [String] = []
    if found.imports == 0 {
      notes.append(
        "no imports of \(product) by \(importer) are recorded for \(trade.year); "
          + "that does not mean there are none")
    } else if found.lost == 0 {
      notes.append(
        "no imports of \(product) by \(importer) from \(excluded.joined(separator: ", ")) are "
          + "recorded for \(trade.year); that does not mean there are none")
    }
    if found.suppliers.isEmpty { notes.append("no other exporter is recorded") }
    if governance == nil {
      notes.append("governance cannot be told: the store holds no estimate up to \(trade.year)")
    }
    return notes
  }

  static let columns = [
    Column("exporter", .country, doc: "Who else exports it."),
    Column("product", .product, doc: "The product, or the heading whose products are summed."),
    Column("importer", .country, doc: "The importer, a country or a group."),
    Column("year", .integer, doc: "The year."),
    Column("exports", .real, unit: "kUSD", doc: "What it exports to the whole world."),
    Column("world_share", .real, doc: "Its share of world exports, 0 to 1."),
    Column("quantity", .real, unit: "t", doc: "The quantity, where it is known; else null."),
    Column(
      "quantity_coverage", .real, doc: "The share of its exports, by value, with a known quantity."),
    Column(
      "unit_value", .real, unit: "kUSD/t", doc: "Value for a tonne, where the quantity is known."),
    Column("is_supplier", .flag, doc: "Whether the importer buys from it already."),
    Column("sales_to_importer", .real, unit: "kUSD", doc: "What the importer buys from it."),
    Column("import_share", .real, doc: "Its share of the importer's imports, 0 to 1."),
    Column(
      "bought_from_excluded", .real, unit: "kUSD",
      doc: "What it buys of the product from the excluded countries itself."),
    Column("customers", .integer, doc: "How many countries buy from it."),
    Column("hhi_customers", .real, doc: "The index of its exports over customers."),
    Column("top_customer", .country, doc: "Its largest customer."),
    Column("top_customer_share", .real, doc: "The share of its exports that customer takes."),
    Column(
      "governance", .real, doc: "Political stability, about -2.5 to 2.5 (World Bank, WGI)."),
    Column("governance_year", .integer, doc: "The year of that estimate."),
  ]

  static let summaryColumns = [
    Column("product", .product, doc: "The product or heading."),
    Column("importer", .country, doc: "The importer."),
    Column("without", .text, doc: "The countries that no longer supply."),
    Column("year", .integer, doc: "The year."),
    Column("imports", .real, unit: "kUSD", doc: "What the importer buys from all countries."),
    Column("lost", .real, unit: "kUSD", doc: "What it buys from the excluded countries."),
    Column("lost_share", .real, doc: "Lost over imports; null when nothing is imported."),
    Column("world_exports", .real, unit: "kUSD", doc: "What all countries export."),
    Column("other_exports", .real, unit: "kUSD", doc: "What the other exporters export."),
    Column(
      "cover", .real, doc: "How many times the others export the loss: a ceiling, sold already."),
    Column("hhi_others", .real, doc: "The index of the others' exports over exporters."),
  ]
}
