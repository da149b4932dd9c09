internal import Reference
internal import Vocabulary

/// What one importer traded of one material in one year.
struct ImporterTrade {
  /// A flow of which only the value is known.
  struct UnweighedFlow {
    /// The place of the flow in the year, for drawing its quantity.
    let row: TradeYear.Row
    /// In thousand US dollars.
    let value: Double
  }

  /// What came from one country.
  struct Supplier {
    let country: String
    /// Whether the country belongs to the importer itself, as members of a group do.
    let isInside: Bool
    /// In thousand US dollars.
    var value = 0.0
    /// In tonnes, over the flows that have a quantity.
    var quantity = 0.0
    /// The flows without a quantity.
    var unweighed: [UnweighedFlow] = []

    /// The value of the flows without a quantity, in thousand US dollars.
    var valueWithoutQuantity: Double { unweighed.reduce(0) { $0 + $1.value } }
  }

  /// Who supplied it, in the order of country codes.
  let suppliers: [Supplier]
  private let exported: Double
  /// The flows out of the importer that have no quantity.
  let unweighedExports: [UnweighedFlow]

  init(suppliers: [Supplier], exported: Double, unweighedExports: [UnweighedFlow]) {
    self.suppliers = suppliers
    self.exported = exported
    self.unweighedExports = unweighedExports
  }

  /// The suppliers outside the importer.
  var outside: [Supplier] { suppliers.filter { !$0.isInside } }

  /// What came in from outside, in tonnes, over the flows that have a quantity; nil where there are
  /// flows and none of them has one.
  var importedQuantity: Double? {
    let outside = outside
    let quantity = outside.reduce(0) { $0 + $1.quantity }
    return quantity == 0 && outside.contains { !$0.unweighed.isEmpty } ? nil : quantity
  }

  /// What went out of the importer, in tonnes, by the same rule.
  var exportedQuantity: Double? {
    exported == 0 && !unweighedExports.isEmpty ? nil : exported
  }
}
