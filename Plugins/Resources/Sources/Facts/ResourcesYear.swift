internal import Concentration
internal import Criticality
internal import Kernel
internal import Reference
internal import Store
internal import Vocabulary

/// The facts of one year from which the criticality of materials is told, for any importer.
struct ResourcesYear {
  let year: Int
  let materials: [Material]
  let trade: TradeYear
  let production: [String: WorldProduction]
  /// How concentrated world production is, by material; without the weights of governance where
  /// none is held.
  let worldConcentration: [String: ProductionConcentration]
  let governance: GovernanceIndicators.Estimates?
  /// The standard errors of the same year; nil where none is held.
  let governanceErrors: GovernanceIndicators.Estimates?
  let substitution: [String: SubstitutionIndices.Index]
  let settings: ResourcesSettings
  let countryNames: CountryNames
  /// Every country that the store knows, in the order of BACI's numbers.
  let countries: [String]

  /// Gathers the facts.
  ///
  /// - Parameter only: the materials by identifier; nil for all of them.
  /// - Throws: `TowerError` when the store holds no flows of the year.
  init(
    year: Int, materials only: Set<String>? = nil, settings: ResourcesSettings,
    _ connection: Connection
  ) throws {
    let all = try Materials.all(connection)
    materials = all.filter { only?.contains($0.identifier) ?? true }
    let held = try TradeYear.heldYears(materials, connection)
    guard held.contains(year) || materials.allSatisfy(\.products.isEmpty) else {
      let list = held.isEmpty ? "none" : held.map(String.init).joined(separator: ", ")
      throw TowerError(
        .failed, "cannot tell: the store holds no flows for \(year)",
        hints: ["years held: \(list)", "tower import baci FILE brings more"])
    }
    self.year = year
    trade = try TradeYear(year: year, materials: materials, connection)
    let production = try WorldProduction.year(year, connection)
    let governance = try GovernanceIndicators.estimates(year: year, connection)
    self.production = production
    self.governance = governance
    governanceErrors = try governance.flatMap {
      try GovernanceIndicators.standardErrors(of: $0, connection)
    }
    worldConcentration = production.compactMapValues {
      $0.concentration(governance?.byCountry ?? [:])
    }
    substitution = try SubstitutionIndices.load(connection)
    self.settings = settings
    countryNames = try Countries.names(connection)
    countries = try Countries.identifiers(connection)
  }

  /// The countries that traded or produced one of the materials, in the order of BACI's numbers.
  var participants: [String] {
    let producers = materials.flatMap { production[$0.identifier]?.producers.map(\.country) ?? [] }
    let all = trade.traders.union(producers)
    return countries.filter(all.contains)
  }

  /// The sources of an answer on some of the materials, in order.
  func sources(of materials: [Material]) -> [String] {
    let own = materials.flatMap { material in
      [material.source] + (production[material.identifier]?.sources ?? [])
        + (substitution[material.identifier].map { [$0.source] } ?? [])
    }
    return Set(own + trade.sources + (governance?.sources ?? [])).sorted()
  }

  /// The sources of the trade and production of some of the materials, in order.
  func tradeSources(of materials: [Material]) -> [String] {
    let own = materials.flatMap { [$0.source] + (production[$0.identifier]?.sources ?? []) }
    return Set(own + trade.sources).sorted()
  }

  /// The weight of a country's governance, 0 (strong) to 10 (weak); nil where it is not known.
  func weight(_ country: String) -> Double? {
    governance?.byCountry[country].map(Governance.weight)
  }

  /// The risk of a country as GeoPolRisk counts it; nil where it is not known.
  func risk(_ country: String) -> Double? {
    settings.unratedCountries.contains(country)
      ? nil : governance?.byCountry[country].map(GeoPolRisk.risk)
  }
}
