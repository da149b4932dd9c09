internal import Concentration
internal import Kernel
internal import Reference
internal import Store
internal import Vocabulary

/// The suppliers of a material as rows, the largest first.
enum SupplierColumns {
  static let all = [
    Column("material", .text, doc: "The material."),
    Column("supplier", .country, doc: "The country it comes from."),
    Column("value", .real, unit: "kUSD", doc: "The value of imports."),
    Column("value_share", .real, doc: "Its share of the value of imports, 0 to 1."),
    Column("quantity", .real, unit: "t", doc: "The quantity, over the flows that have one."),
    Column("quantity_share", .real, doc: "Its share of the quantity of imports, 0 to 1."),
    Column(
      "governance", .real, doc: "The weight of its governance, 0 (strong) to 10 (weak)."),
  ]

  static func rows(_ found: MaterialCriticality, in year: CriticalityYear) -> [[Value]] {
    found.suppliers.map { supplier in
      // Without any quantity nobody knows whether there was none.
      let isWeighed = supplier.quantity > 0 || supplier.valueWithoutQuantity == 0
      let quantity = isWeighed ? supplier.quantity : nil
      return [
        .text(found.material.identifier), .text(supplier.country), .real(supplier.value),
        Value(found.byValue?.share(supplier.value)), Value(quantity),
        Value(quantity.flatMap { found.byQuantity?.share($0) }),
        Value(year.facts.weight(supplier.country)),
      ]
    }
  }
}
