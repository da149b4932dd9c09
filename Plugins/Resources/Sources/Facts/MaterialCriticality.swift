internal import Concentration
internal import Criticality
internal import Reference
internal import Vocabulary

/// Every part of the criticality of one material for one importer in one year, and what is missing.
struct MaterialCriticality {
  let material: Material
  let year: Int
  /// Whether the material has a product code.
  let isTraded: Bool
  /// By value, over suppliers outside the importer; nil without a product code or without imports.
  let byValue: Concentration?
  /// By quantity, over the flows that have one.
  let byQuantity: Concentration?
  /// The suppliers outside the importer, the largest value first.
  let suppliers: [ImporterTrade.Supplier]
  /// Imports from outside, in tonnes; nil without a product code, or when no flow has a quantity.
  let imported: Double?
  /// Exports, in tonnes, by the same rule.
  let exported: Double?
  /// Own production in tonnes; nil when it is not known, or not a mass.
  let produced: Double?
  let reliance: ImportReliance
  let world: WorldProduction?
  let worldConcentration: ProductionConcentration?
  let governanceYear: Int?
  let substitution: SubstitutionIndices.Index?
  /// The supply risk at the lower and the upper bound of the two concentrations.
  let supplyRisk: (low: SupplyRisk, high: SupplyRisk)
  let geoPolRisk: GeoPolRisk?
  /// The mean price of imports, members of a group among themselves included, in kUSD/t.
  let price: Double?
  /// The share of the value of imports whose flows have no quantity.
  let withoutQuantity: Double
  /// What is missing, one sentence each.
  let missing: [String]
  /// What the reader must know of the parts, one sentence each.
  let remarks: [LocalizedText]

  /// The characterisation factor, in kilograms of copper for a kilogram; nil when it cannot be
  /// told.
  var characterisationFactor: Double? {
    price.flatMap { geoPolRisk?.characterisationFactor(price: $0) }
  }
}
