internal import Concordance
internal import Kernel
internal import Store
internal import Vocabulary

/// The flows of one year, carried from the edition that they were recorded in into another.
struct ConvertedFlows {
  let year: Int
  let conversion: FlowConversion
  /// The products that have flows, converted as codes with what all their flows are worth.
  let codes: CodeConversion
  let chosen: ChosenWeights
  let sources: [String]
  /// What all flows were worth before they were converted, in thousand US dollars.
  let given: Double
  private let exporters: [String]
  private let importers: [String]

  /// Converts the flows of a year.
  ///
  /// - Parameters:
  ///   - importer: a country, a group as one importer, or `all` for every country.
  ///   - weights: how they are asked for; nil for what the store allows.
  /// - Throws: `TowerError` when weights by trade are asked for and no flows are held.
  init(
    year: Int, importer: String, weights: String?, _ concordance: HeldConcordance,
    _ connection: Connection
  ) throws {
    let columns = try TradeFlows.columns(edition: concordance.from, year: year, connection)
    let buyers = try Buyers(importer, year: year, columns.countries, connection)
    var flows = CodedFlows(
      products: columns.products, pairCount: buyers.names.count * columns.countries.count)
    var values: [String: Double] = [:]
    for row in columns.values.indices {
      let exporter = Int(columns.exporterCodes[row])
      guard let buyer = buyers.place(Int(columns.importerCodes[row]), buyingFrom: exporter) else {
        continue
      }
      let product = columns.products[Int(columns.productCodes[row])]
      values[product, default: 0] += columns.values[row]
      flows.append(
        product: columns.productCodes[row],
        pair: Int32(buyer * columns.countries.count + exporter), value: columns.values[row],
        quantity: columns.quantities[row])
    }
    chosen = try ChosenWeights(weights, year: year, concordance, connection)
    conversion = FlowConversion(flows, by: concordance.relation, weights: chosen.weights)
    codes = CodeConversion(
      values.keys.sorted().map { CodeConversion.Entry($0, value: values[$0]) },
      by: concordance.relation, weights: chosen.weights, families: concordance.families)
    sources =
      try TradeFlows.sources(edition: concordance.from, years: [year], connection) + chosen.sources
    self.year = year
    given = values.values.reduce(0, +)
    exporters = columns.countries
    importers = buyers.names
  }

  /// Gives the rows in the new edition, by product, importer and exporter in the order of BACI's
  /// numbers.
  func forEachRow(edition: String, _ body: ([Value]) throws -> Void) rethrows {
    let flows = conversion.flows
    for row in flows.values.indices {
      let (importer, exporter) = Int(flows.pairs[row]).quotientAndRemainder(
        dividingBy: exporters.count)
      let quantity = flows.quantities[row]
      try body([
        Value(year), .text(importers[importer]), .text(exporters[exporter]),
        .text("\(edition)/\(flows.products[Int(flows.rowProducts[row])])"),
        .real(flows.values[row]), quantity.isNaN ? .null : .real(quantity),
      ])
    }
  }

  /// Who imports: each country for itself, one, or a group as one.
  private struct Buyers {
    let names: [String]
    private let places: [Int?]
    private let isGroup: Bool

    init(_ importer: String, year: Int, _ countries: [String], _ connection: Connection) throws {
      let lastDay = Day(year: year, month: 12, day: 31)
      let members =
        try importer == "all"
        ? [] : lastDay.map { try Countries.members(of: importer, on: $0, connection) } ?? []
      names = importer == "all" ? countries : [importer]
      isGroup = !members.isEmpty
      let wanted = Set(members.isEmpty ? [importer] : members)
      places = countries.enumerated().map { place, country in
        importer == "all" ? place : wanted.contains(country) ? 0 : nil
      }
    }

    /// The place of a country among the buyers; nil when it is none, or buys inside the group.
    func place(_ importer: Int, buyingFrom exporter: Int) -> Int? {
      isGroup && places[exporter] != nil ? nil : places[importer]
    }
  }
}
