internal import Criticality
internal import Reference
internal import Vocabulary

/// What is missing in the criticality of a material, and what its reader must know, in sentences.
struct CriticalityRemarks {
  let year: CriticalityYear
  let material: Material
  let trade: ImporterTrade?
  let world: WorldProduction?
  let worldConcentration: ProductionConcentration?
  let reliance: ImportReliance
  let risk: SupplyRisk
  let geoPolRisk: GeoPolRisk?

  /// What is missing for the supply risk or GeoPolRisk, each named once.
  var missing: [String] {
    var found: [String] = []
    if trade == nil { found.append("a product code that the material is traded under") }
    if world == nil {
      found.append("the production of the world in \(year.year)")
    } else if worldConcentration == nil {
      found.append("a figure of production above zero")
    }
    found += unknownProducers
    if let world, world.unit.dimension != .mass, trade != nil {
      found.append("own production in tonnes; it is counted in \(world.unit.rawValue)")
    }
    if year.governance == nil { found.append("governance indicators up to \(year.year)") }
    if let geoPolRisk, geoPolRisk.importRisk == nil {
      found.append("an import or own production on record; the import risk is not defined without")
    }
    // The concentrations, and the quantities of the reliance, are named above by what they lack.
    if risk.missing.contains(.importReliance), reliance == .undefined {
      found.append("a reliance on imports: more is exported than produced and imported")
    }
    let own: [SupplyRisk.Part] = [.recyclingRate, .substitutionIndex]
    return found + own.filter(risk.missing.contains).map(\.title)
  }

  private var unknownProducers: [String] {
    let own = zip(year.members, year.ownProduction(of: material) ?? [])
    return own.filter { $0.1 == .unknown }.map {
      "the production of \($0.0) in \(year.year); GeoPolRisk without it is an upper bound"
    }
  }

  /// What the reader must know.
  var remarks: [String] {
    var found: [String] = []
    if let count = worldConcentration?.withoutProduction.count, count > 0 {
      let producers = count == 1 ? "1 producer has" : "\(count) producers have"
      found.append("\(producers) no figure, in no share")
    }
    if let world, let unknown = worldConcentration?.withoutGovernance, !unknown.isEmpty {
      let names = unknown.map { world.producers[$0].country }.joined(separator: ", ")
      found.append("the governance of \(names) is not known, hence bounds")
    }
    if let used = year.governance?.year, used != year.year {
      found.append("governance is of \(used)")
    }
    if let trade, trade.suppliers.isEmpty { found.append("no imports are on record") }
    if let geoPolRisk, let trade, !geoPolRisk.unrated.isEmpty {
      let names = geoPolRisk.unrated.map { trade.suppliers[$0].country }.joined(separator: ", ")
      found.append("GeoPolRisk counts \(names) as of unknown governance (0.5)")
    }
    if let world, world.unit.dimension != .mass, geoPolRisk != nil {
      found.append(
        "GeoPolRisk adds own production in \(world.unit.rawValue) to tonnes as the published "
          + "results do")
    }
    if let replaced = risk.replaced { found.append("without \(replaced.title)") }
    return found
  }
}
