internal import Concentration
internal import Criticality
internal import Kernel
internal import Reference
internal import Store
internal import Vocabulary

/// The facts of one importer and year from which the criticality of its materials is told.
struct CriticalityYear {
  let importer: String
  let year: Int
  let materials: [Material]
  /// The importer, or the members of a group at the end of the year.
  let members: [String]
  let trade: TradeYear
  let production: [String: WorldProduction]
  let governance: GovernanceIndicators.Estimates?
  let substitution: [String: SubstitutionIndices.Index]
  let unratedCountries: Set<String>
  let countryNames: CountryNames

  /// Gathers the facts.
  ///
  /// - Parameter only: the materials by identifier; nil for all of them.
  /// - Throws: `TowerError` when the store holds no flows of the year.
  init(
    importer: String, year: Int, materials only: Set<String>?, settings: ResourcesSettings,
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
    let group = try Countries.members(of: importer, on: Day("\(year)-12-31"), connection)
    self.importer = importer
    self.year = year
    members = group.isEmpty ? [importer] : group
    trade = try TradeYear(
      year: year, members: Set(members), materials: materials, connection)
    production = try WorldProduction.year(year, connection)
    governance = try GovernanceIndicators.estimates(year: year, connection)
    substitution = try SubstitutionIndices.load(connection)
    unratedCountries = settings.unratedCountries
    countryNames = try Countries.names(connection)
  }

  /// The sources of an answer on some of the materials, in order.
  func sources(of materials: [Material]) -> [String] {
    let own = materials.flatMap { material in
      [material.source] + (production[material.identifier]?.sources ?? [])
        + (substitution[material.identifier].map { [$0.source] } ?? [])
    }
    return Set(own + trade.sources + (governance?.sources ?? [])).sorted()
  }

  /// The weight of a country's governance, 0 (strong) to 10 (weak); nil where it is not known.
  func weight(_ country: String) -> Double? {
    governance?.byCountry[country].map(Governance.weight)
  }

  /// The risk of a country as GeoPolRisk counts it; nil where it is not known.
  func risk(_ country: String) -> Double? {
    unratedCountries.contains(country)
      ? nil : governance?.byCountry[country].map(GeoPolRisk.risk)
  }

  /// What each member produced of a material; nil when the production of the year is not held.
  func ownProduction(of material: Material) -> [OwnProduction]? {
    production[material.identifier].map { world in members.map(world.production) }
  }
}
