internal import Reference
internal import Store
internal import Vocabulary

/// What one importer traded of one material in one year.
struct ImporterTrade {
  /// What came from one country.
  struct Supplier {
    let country: String
    /// Whether the country belongs to the importer itself, as members of a group do.
    let isInside: Bool
    /// In thousand US dollars.
    var value = 0.0
    /// In tonnes, over the flows that have a quantity.
    var quantity = 0.0
    /// The value of the flows without a quantity, in thousand US dollars.
    var valueWithoutQuantity = 0.0
  }

  /// Who supplied it, in the order of country codes.
  let suppliers: [Supplier]
  /// What went out of the importer, in tonnes, over the flows that have a quantity.
  let exportedQuantity: Double

  /// The suppliers outside the importer.
  var outside: [Supplier] { suppliers.filter { !$0.isInside } }
}

/// What one importer traded of every material in one year.
struct TradeYear {
  let year: Int
  /// By material; a material without a product code is not among them.
  let byMaterial: [String: ImporterTrade]
  /// In order.
  let sources: [String]

  /// Reads the flows of a year once.
  ///
  /// - Parameter members: the importer, or the members of a group.
  init(year: Int, members: Set<String>, materials: [Material], _ connection: Connection) throws {
    var gathered: [String: Gathered] = [:]
    let editions = Set(materials.flatMap { $0.products.map(\.edition) }).sorted()
    for edition in editions {
      var materialsOf: [String: [String]] = [:]
      for material in materials {
        for product in material.products where product.edition == edition {
          materialsOf[product.digits, default: []].append(material.identifier)
        }
      }
      for material in materialsOf.values.joined() {
        gathered[material] = gathered[material] ?? .init()
      }
      try TradeFlows.forEach(edition: edition, year: year, connection) { flow in
        guard let names = materialsOf[flow.product] else { return }
        let comesIn = members.contains(flow.importer)
        let goesOut = members.contains(flow.exporter) && !comesIn
        guard comesIn || goesOut else { return }
        for name in names {
          if comesIn {
            gathered[name]?.take(flow, isInside: members.contains(flow.exporter))
          } else {
            gathered[name]?.exportedQuantity += flow.quantity ?? 0
          }
        }
      }
    }
    self.year = year
    byMaterial = gathered.mapValues(\.trade)
    sources = Set(
      try editions.flatMap { try TradeFlows.sources(edition: $0, years: [year], connection) }
    ).sorted()
  }

  /// The years of which the store holds flows in every edition that the materials are traded in.
  static func heldYears(_ materials: [Material], _ connection: Connection) throws -> [Int] {
    let editions = Set(materials.flatMap { $0.products.map(\.edition) }).sorted()
    let held = try editions.map { Set(try TradeFlows.years(edition: $0, connection)) }
    guard let first = held.first else { return [] }
    return held.dropFirst().reduce(first) { $0.intersection($1) }.sorted()
  }

  private struct Gathered {
    var suppliers: [String: ImporterTrade.Supplier] = [:]
    var exportedQuantity = 0.0

    mutating func take(_ flow: TradeFlows.Flow, isInside: Bool) {
      var supplier =
        suppliers[flow.exporter]
        ?? ImporterTrade.Supplier(country: flow.exporter, isInside: isInside)
      supplier.value += flow.value
      supplier.quantity += flow.quantity ?? 0
      if flow.quantity == nil { supplier.valueWithoutQuantity += flow.value }
      suppliers[flow.exporter] = supplier
    }

    var trade: ImporterTrade {
      ImporterTrade(
        suppliers: suppliers.values.sorted { $0.country < $1.country },
        exportedQuantity: exportedQuantity)
    }
  }
}
