internal import Criticality
internal import Reference
internal import Store
internal import Vocabulary

/// What every importer traded of every material in one year; the flows are read once.
struct TradeYear {
  /// The place of a flow: which edition, and which row of it.
  struct Row {
    let edition: Int
    let row: Int
  }

  /// The products of a material that had flows: which edition, and which code there.
  private struct Product {
    let edition: Int
    let code: Int
  }

  let year: Int
  /// In order.
  let sources: [String]
  private let editions: [IndexedFlows]
  /// By material; a material without a product code is not among them.
  private let productsOf: [String: [Product]]

  /// Reads the flows of the products of the materials.
  init(year: Int, materials: [Material], _ connection: Connection) throws {
    let names = Set(materials.flatMap { $0.products.map(\.edition) }).sorted()
    let editions = try names.map { edition in
      let digits = materials.flatMap(\.products).filter { $0.edition == edition }.map(\.digits)
      return IndexedFlows(
        edition: edition,
        try TradeFlows.columns(edition: edition, year: year, prefixes: digits, connection))
    }
    var productsOf: [String: [Product]] = [:]
    for material in materials where !material.products.isEmpty {
      productsOf[material.identifier] = material.products.compactMap { product in
        names.firstIndex(of: product.edition).flatMap { edition in
          editions[edition].codes[product.digits].map { Product(edition: edition, code: $0) }
        }
      }
    }
    self.year = year
    self.editions = editions
    self.productsOf = productsOf
    sources = Set(
      try names.flatMap { try TradeFlows.sources(edition: $0, years: [year], connection) }
    ).sorted()
  }

  /// Whether a material has a product code, so that its trade can be told.
  func isTraded(_ material: Material) -> Bool { productsOf[material.identifier] != nil }

  /// Every country that took part in a flow of the materials.
  var traders: Set<String> { editions.reduce(into: []) { $0.formUnion($1.traders) } }

  /// The trade of an importer in a material; nil for a material without a product code.
  ///
  /// - Parameter members: the importer, or the members of a group.
  func trade(in material: Material, of members: [String]) -> ImporterTrade? {
    guard let products = productsOf[material.identifier] else { return nil }
    var gathered = Gathered()
    for product in products {
      let flows = editions[product.edition]
      let inside = members.compactMap { flows.countryCodes[$0] }
      for member in inside {
        for row in flows.imports(of: product.code, by: member) {
          let exporter = Int(flows.columns.exporterCodes[row])
          gathered.takeImport(
            Row(edition: product.edition, row: row), flows, isInside: inside.contains(exporter))
        }
        for row in flows.exports(of: product.code, by: member)
        where !inside.contains(Int(flows.columns.importerCodes[row])) {
          gathered.takeExport(Row(edition: product.edition, row: row), flows)
        }
      }
    }
    return gathered.trade
  }

  /// The quantity of a flow in each draw, in tonnes, from the unit values of its product; nil where
  /// no flow of the product has a quantity.
  func drawnQuantities(_ flow: ImporterTrade.UnweighedFlow, count: Int, seed: UInt64) -> [Double]? {
    let flows = editions[flow.row.edition]
    return flows.unitValues(ofProductOf: flow.row.row)?.quantities(
      ofValue: flow.value, count: count, seed: seed, stream: "\(year)/\(flows.name(flow.row.row))")
  }

  /// The years of which the store holds flows in every edition that the materials are traded in.
  static func heldYears(_ materials: [Material], _ connection: Connection) throws -> [Int] {
    let editions = Set(materials.flatMap { $0.products.map(\.edition) }).sorted()
    let held = try editions.map { Set(try TradeFlows.years(edition: $0, connection)) }
    guard let first = held.first else { return [] }
    return held.dropFirst().reduce(first) { $0.intersection($1) }.sorted()
  }

  private struct Gathered {
    private var suppliers: [ImporterTrade.Supplier] = []
    private var placeOf: [String: Int] = [:]
    private var exportedQuantity = 0.0
    private var unweighedExports: [ImporterTrade.UnweighedFlow] = []

    mutating func takeImport(_ row: Row, _ flows: IndexedFlows, isInside: Bool) {
      let country = flows.exporter(row.row)
      let place = placeOf[country] ?? suppliers.count
      if place == suppliers.count {
        suppliers.append(ImporterTrade.Supplier(country: country, isInside: isInside))
        placeOf[country] = place
      }
      let value = flows.columns.values[row.row]
      suppliers[place].value += value
      if let quantity = flows.quantity(row.row) {
        suppliers[place].quantity += quantity
      } else {
        suppliers[place].unweighed.append(.init(row: row, value: value))
      }
    }

    mutating func takeExport(_ row: Row, _ flows: IndexedFlows) {
      if let quantity = flows.quantity(row.row) {
        exportedQuantity += quantity
      } else {
        unweighedExports.append(.init(row: row, value: flows.columns.values[row.row]))
      }
    }

    var trade: ImporterTrade {
      ImporterTrade(
        suppliers: suppliers.sorted { $0.country < $1.country },
        exported: exportedQuantity, unweighedExports: unweighedExports)
    }
  }
}
