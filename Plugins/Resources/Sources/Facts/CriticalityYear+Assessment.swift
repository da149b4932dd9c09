internal import Concentration
internal import Criticality
internal import Reference
internal import Vocabulary

extension CriticalityYear {
  /// Tells every part of one material.
  func assess(_ material: Material) -> MaterialCriticality {
    let trade = facts.trade.trade(in: material, of: members)
    let world = facts.production[material.identifier]
    let outside = trade?.outside ?? []
    let imported = trade?.importedQuantity
    let produced = producedTonnes(material)
    let reliance = ImportReliance(
      imports: imported, exports: trade?.exportedQuantity, production: produced)
    let worldConcentration = facts.worldConcentration[material.identifier]
    let sourcing = trade.flatMap { _ in self.sourcing(material, outside) }
    // Without any indicators the bounds would say nothing, and each country would count as unknown.
    let global = facts.governance == nil ? nil : worldConcentration?.governanceIndex
    let index = facts.substitution[material.identifier]
    func supplyRisk(_ global: Double?, _ sourcing: Double?) -> SupplyRisk {
      SupplyRisk(
        globalConcentration: global, sourcingConcentration: sourcing,
        importReliance: reliance.share, recyclingRate: material.recyclingRate,
        substitutionIndex: index?.value)
    }
    let risks = (
      low: supplyRisk(global?.lowerBound, sourcing?.lowerBound),
      high: supplyRisk(global?.upperBound, sourcing?.upperBound)
    )
    let geoPolRisk = trade.flatMap { self.geoPolRisk(material, $0) }
    let remarks = CriticalityRemarks(
      year: self, material: material, trade: trade, world: world,
      worldConcentration: worldConcentration, reliance: reliance, risk: risks.low,
      geoPolRisk: geoPolRisk)
    let value = outside.reduce(0) { $0 + $1.value }
    return MaterialCriticality(
      material: material, year: year, isTraded: trade != nil,
      byValue: Concentration(of: outside.map(\.value)),
      byQuantity: Concentration(of: outside.map(\.quantity)),
      suppliers: outside.sorted { ($1.value, $0.country) < ($0.value, $1.country) },
      imported: imported, exported: trade?.exportedQuantity, produced: produced,
      reliance: reliance, world: world, worldConcentration: worldConcentration,
      governanceYear: facts.governance?.year, substitution: index,
      supplyRisk: risks, geoPolRisk: geoPolRisk, price: trade.flatMap(price),
      withoutQuantity: value > 0
        ? outside.reduce(0) { $0 + $1.valueWithoutQuantity } / value : 0,
      missing: remarks.missing, remarks: remarks.remarks)
  }

  /// The production of all members in tonnes; nil when one of them is not known, or is no mass.
  func producedTonnes(_ material: Material) -> Double? {
    guard let unit = facts.production[material.identifier]?.unit, unit.dimension == .mass,
      let own = ownProduction(of: material), !own.contains(.unknown)
    else { return nil }
    return own.reduce(0) { $0 + ($1.amount ?? 0) } * unit.size
  }

  /// HHI_WGI of imports from outside together with the production of each member, in tonnes.
  private func sourcing(_ material: Material, _ outside: [ImporterTrade.Supplier])
    -> ClosedRange<Double>?
  {
    guard facts.governance != nil, let own = ownProduction(of: material),
      producedTonnes(material) != nil, let unit = facts.production[material.identifier]?.unit
    else { return nil }
    let parts = outside.map(\.quantity) + own.map { ($0.amount ?? 0) * unit.size }
    let weights = outside.map { facts.weight($0.country) } + members.map(facts.weight)
    return WeightedConcentration(of: parts, weights: weights).map {
      $0.index...($0.index + $0.unweightedIndex * Governance.worst)
    }
  }
}
