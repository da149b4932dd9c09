internal import Criticality
internal import Reference
internal import Store
internal import Vocabulary

/// The facts of one importer and year from which the EU's supply risk is told.
struct SupplyRiskYear {
  let year: CriticalityYear
  let governance: GovernanceMean?
  let terms: TradeTerms
  let shares: StageShares
  /// The stage that production and trade stand for, by material.
  let productionStages: [String: String]
  let draws: DrawnYear?

  /// The stages of a material on record: that of production and trade first.
  func stages(of material: Material) -> [StageSupplyRisk] {
    let imported = shares[material.identifier]
    guard year.facts.production[material.identifier] != nil || imported.isEmpty else {
      return imported.map { stage(of: material, $0) }
    }
    let name = productionStages[material.identifier] ?? "production"
    return [stageOfProduction(material, named: name)]
      + imported.filter { $0.name != name }.map { stage(of: material, $0) }
  }

  /// A supply with the countries of its parts.
  private struct Supply {
    var countries: [String] = []
    var parts: [GovernedSupply.Part] = []

    var governed: GovernedSupply { GovernedSupply(parts) }
    var unrated: [String] {
      zip(countries, parts).filter { $1.weight == nil && $1.quantity > 0 }.map(\.0)
    }
  }

  private func supply(
    _ material: Material, _ parts: [(country: String, quantity: Double, drawn: [Double])]
  ) -> Supply {
    Supply(
      countries: parts.map(\.country),
      parts: parts.map {
        GovernedSupply.Part(
          quantity: $0.quantity, drawnQuantity: $0.drawn, weight: governance?.weight($0.country),
          term: terms.term($0.country, material), country: draws?.place(of: $0.country) ?? 0)
      })
  }

  private func stageOfProduction(_ material: Material, named stage: String) -> StageSupplyRisk {
    let world = year.facts.production[material.identifier]
    let trade = year.facts.trade.trade(in: material, of: year.members)
    let reliance = MaterialReliance(material, in: year, draws)
    var sourcing: [(country: String, quantity: Double, drawn: [Double])] = []
    if let world, let trade, trade.importedQuantity != nil, reliance.production != nil {
      sourcing = trade.outside.map {
        ($0.country, $0.quantity, draws?.quantities(of: $0.unweighed).sums ?? [])
      }
      sourcing += year.members.map {
        ($0, (world.production(of: $0).amount ?? 0) * world.unit.size, [])
      }
    }
    return risk(
      material, stage: stage,
      world: supply(material, (world?.producers ?? []).map { ($0.country, $0.amount ?? 0, []) }),
      sourcing: supply(material, sourcing), reliance,
      sources: year.facts.tradeSources(of: [material]))
  }

  private func stage(of material: Material, _ stage: StageShares.Stage) -> StageSupplyRisk {
    risk(
      material, stage: stage.name,
      world: supply(material, stage.world.map { ($0.country, $0.share, []) }),
      sourcing: supply(material, stage.importer.map { ($0.country, $0.share, []) }), nil,
      sources: stage.sources + [material.source])
  }

  private func risk(
    _ material: Material, stage: String, world: Supply, sourcing: Supply,
    _ reliance: MaterialReliance?, sources: [String]
  ) -> StageSupplyRisk {
    let index = year.facts.substitution[material.identifier]
    func risks(hasTerms: Bool) -> (low: SupplyRisk, high: SupplyRisk) {
      // Without any governance the bounds would say nothing.
      let isWeighed = governance != nil
      let global = isWeighed ? world.governed.concentration(hasTerms: hasTerms) : nil
      let own = isWeighed ? sourcing.governed.concentration(hasTerms: hasTerms) : nil
      func risk(_ global: Double?, _ own: Double?) -> SupplyRisk {
        SupplyRisk(
          globalConcentration: global, sourcingConcentration: own,
          importReliance: reliance?.reliance.share, recyclingRate: material.recyclingRate,
          substitutionIndex: index?.value)
      }
      return (
        risk(global?.lowerBound, own?.lowerBound), risk(global?.upperBound, own?.upperBound)
      )
    }
    let found = risks(hasTerms: true)
    return StageSupplyRisk(
      stage: stage, low: found.low, high: found.high, withoutTerms: risks(hasTerms: false),
      drawn: found.high.value == nil
        ? [] : drawn(world.governed, sourcing.governed, found.high, reliance?.drawn ?? []),
      unrated: Set(world.unrated + sourcing.unrated).sorted(),
      missingOfReliance: reliance?.missing
        ?? ["the reliance on imports of the stage \(stage)"],
      sources: sources + (index.map { [$0.source] } ?? []))
  }

  private func drawn(
    _ world: GovernedSupply, _ sourcing: GovernedSupply, _ risk: SupplyRisk,
    _ reliance: [Percentage?]
  ) -> [Double] {
    guard let draws else { return [] }
    let global = world.concentrations(draws.risks)
    let own = sourcing.concentrations(draws.risks)
    return (0..<draws.risks.count).compactMap { draw in
      SupplyRisk(
        globalConcentration: global.isEmpty ? nil : global[draw],
        sourcingConcentration: own.isEmpty ? nil : own[draw],
        importReliance: reliance.isEmpty ? risk.importReliance : reliance[draw],
        recyclingRate: risk.recyclingRate, substitutionIndex: risk.substitutionIndex
      ).value
    }
  }
}
