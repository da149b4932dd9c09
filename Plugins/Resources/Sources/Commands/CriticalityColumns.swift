internal import Concentration
internal import Criticality
internal import Kernel
internal import Reference
internal import Store
internal import Vocabulary

/// The criticality of a material as a row: every part in a column of its own.
enum CriticalityColumns {
  static let all = trade + production + risk

  private static let trade = [
    Column("material", .text, doc: "The material."),
    Column("products", .text, doc: "The products in which it is traded, the main one first."),
    Column("imports", .real, unit: "kUSD", doc: "Imports; of a group, from outside it."),
    Column("imports_quantity", .real, unit: "t", doc: "The same by quantity, where there is one."),
    Column(
      "imports_without_quantity", .real,
      doc: "The share of the value of imports whose flows have no quantity."),
    Column("suppliers", .integer, doc: "How many countries supply it."),
    Column("hhi_imports", .real, doc: "The Herfindahl-Hirschman index of imports by value."),
    Column("hhi_imports_quantity", .real, doc: "The same by quantity."),
    Column("top1_supplier", .country, doc: "The largest supplier by value."),
    Column("top1_share", .real, doc: "Its share of the value of imports, 0 to 1."),
    Column("top2_supplier", .country, doc: "The second largest."),
    Column("top2_share", .real, doc: "Its share."),
    Column("top3_supplier", .country, doc: "The third largest."),
    Column("top3_share", .real, doc: "Its share."),
    Column("exports_quantity", .real, unit: "t", doc: "Exports; of a group, to outside it."),
  ]

  private static let production = [
    Column("production", .real, unit: "t", doc: "Own production; null when it is not known."),
    Column("import_reliance", .real, doc: "Net imports over what is used, 0 to 1."),
    Column("recycling_rate", .real, doc: "The end-of-life recycling input rate, 0 to 1."),
    Column("recycling_year", .integer, doc: "The year of that rate."),
    Column("hhi_production", .real, doc: "The index of world production, 0 to 1."),
    Column("hhi_wgi_global_low", .real, doc: "HHI_WGI of world production, 0 to 10, at least."),
    Column("hhi_wgi_global_high", .real, doc: "The same, at most."),
    Column("hhi_wgi_sourcing_low", .real, doc: "HHI_WGI of imports and own production, at least."),
    Column("hhi_wgi_sourcing_high", .real, doc: "The same, at most."),
    Column("governance_year", .integer, doc: "The year of the governance indicators."),
  ]

  private static let risk = [
    Column("substitution_index", .real, doc: "SI_SR, 0 to 1; 1 is not substitutable."),
    Column("supply_risk_low", .real, doc: "The EU's supply risk, at least."),
    Column("supply_risk_high", .real, doc: "The same, at most."),
    Column("geopolrisk_import_risk", .real, doc: "The import risk of GeoPolRisk, 0 to 1."),
    Column("geopolrisk", .real, doc: "Its score: hhi_production times the import risk."),
    Column("import_price", .real, unit: "kUSD/t", doc: "The mean price of imports."),
    Column(
      "geopolrisk_factor", .real, unit: "kg/kg",
      doc: "The characterisation factor, in kilograms of copper for a kilogram."),
    Column("status", .text, doc: "known, or insufficient: a part is missing."),
    Column("missing", .text, doc: "What is missing."),
    Column("remarks", .text, doc: "What the reader must know of the parts."),
  ]

  static func values(_ found: MaterialCriticality) -> [Value] {
    tradeValues(found) + productionValues(found) + riskValues(found)
  }

  private static func tradeValues(_ found: MaterialCriticality) -> [Value] {
    let hasCode = found.isTraded
    let value = found.byValue?.total
    let top = (0..<3).flatMap { rank -> [Value] in
      guard rank < found.suppliers.count, let byValue = found.byValue else {
        return [.null, .null]
      }
      let supplier = found.suppliers[rank]
      return [.text(supplier.country), .real(byValue.share(supplier.value))]
    }
    return [
      .text(found.material.identifier),
      .text(found.material.products.map(\.description).joined(separator: " ")),
      hasCode ? .real(value ?? 0) : .null, Value(found.imported),
      value.map { _ in .real(found.withoutQuantity) } ?? .null,
      hasCode ? Value(found.suppliers.count) : .null, Value(found.byValue?.index),
      Value(found.byQuantity?.index),
    ] + top + [Value(found.exported)]
  }

  private static func productionValues(_ found: MaterialCriticality) -> [Value] {
    let low = found.supplyRisk.low
    let high = found.supplyRisk.high
    return [
      Value(found.produced), Value(found.reliance.share?.fraction),
      Value(found.material.recyclingRate?.fraction), Value(found.material.recyclingYear),
      Value(found.worldConcentration?.index), Value(low.globalConcentration),
      Value(high.globalConcentration), Value(low.sourcingConcentration),
      Value(high.sourcingConcentration),
      Value(found.governanceYear),
    ]
  }

  private static func riskValues(_ found: MaterialCriticality) -> [Value] {
    [
      Value(found.substitution?.value), Value(found.supplyRisk.low.value),
      Value(found.supplyRisk.high.value), Value(found.geoPolRisk?.importRisk),
      Value(found.geoPolRisk?.score), Value(found.price), Value(found.characterisationFactor),
      .text(found.missing.isEmpty ? "known" : "insufficient"),
      .text(found.missing.joined(separator: "; ")),
      .text(found.remarks.map(\.english).joined(separator: "; ")),
    ]
  }
}
