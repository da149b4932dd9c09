internal import Criticality
internal import Reference
internal import Vocabulary

extension CriticalityYear {
  /// The suppliers that GeoPolRisk counts.
  ///
  /// A group counts as one economy: what its members supply to each other is no import, unless the
  /// setting says so, as the published package does for its regions.
  func countedSuppliers(_ trade: ImporterTrade) -> [ImporterTrade.Supplier] {
    facts.settings.countsInternalTrade ? trade.suppliers : trade.outside
  }

  /// The GeoPolRisk of a material; nil without governance, or without the world's production.
  func geoPolRisk(_ material: Material, _ trade: ImporterTrade) -> GeoPolRisk? {
    guard facts.governance != nil, let own = countedProduction(material) else { return nil }
    return GeoPolRisk(
      imports: countedSuppliers(trade).map {
        GeoPolRisk.Import(
          quantity: $0.quantity, risk: facts.risk($0.country), isOwnRegion: $0.isInside)
      },
      ownProduction: own, worldConcentration: facts.worldConcentration[material.identifier]?.index)
  }

  /// The production of all members as GeoPolRisk adds it to imports in tonnes; nil when the
  /// production of the year is not held.
  ///
  /// The published method adds production of another dimension than mass as it stands; a row where
  /// that matters says so.
  func countedProduction(_ material: Material) -> Double? {
    guard let own = ownProduction(of: material),
      let unit = facts.production[material.identifier]?.unit
    else { return nil }
    let size = unit.dimension == .mass ? unit.size : 1
    return own.reduce(0) { $0 + ($1.amount ?? 0) } * size
  }

  /// The mean price of the imports that GeoPolRisk counts, in kUSD/t: the value of all of them over
  /// the quantity of those that have one, as the published results have it.
  func price(_ trade: ImporterTrade) -> Double? {
    let counted = countedSuppliers(trade)
    let quantity = counted.reduce(0) { $0 + $1.quantity }
    return quantity > 0 ? counted.reduce(0) { $0 + $1.value } / quantity : nil
  }
}
