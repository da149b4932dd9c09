internal import Criticality
internal import Kernel
internal import Reference
internal import Store
internal import Vocabulary

/// The facts of one importer and year from which the supply risk of the USGS is told.
struct USGSYear {
  /// Every term of one material, and what is missing.
  struct Terms {
    let risk: USGSSupplyRisk
    let imports: Double?
    let exports: Double?
    let primary: Double?
    let secondary: Double?
    let stockRelease: Double?
    /// The producers without an index, in order.
    let unrated: [String]
    let industries: Int
    let missing: [String]
    let sources: [String]

    /// The supply risk; nil where a term is missing or its bounds differ.
    var value: Double? { StageSupplyRisk.value(risk.bounds?.lowerBound, risk.bounds?.upperBound) }
  }

  private struct Industry {
    let name: String
    let valueAdded: Double?
    let expenditure: Double?
    let profit: Double?
    let product: Double?
  }

  private let year: CriticalityYear
  private let standing: [String: (policy: Double?, unwillingness: Double?)]
  private let domestic: [String: (secondary: Double?, release: Double?)]
  private let industries: [String: [Industry]]
  private let sources: [String]

  init(_ year: CriticalityYear, _ connection: Connection) throws {
    let key: [Value] = [.text(year.importer), Value(year.year)]
    func rows(_ columns: String, _ table: String) throws -> [[Value]] {
      try connection.rows(
        "SELECT \(columns), source_id FROM \(table) WHERE importer = ? AND year = ? ORDER BY 1, 2",
        key)
    }
    let standing = try rows(
      "country, policy_perception, unwillingness", "resources_supplier_standing")
    let domestic = try rows(
      "material, secondary_production, stock_release", "resources_domestic_supply")
    let industries = try rows(
      "material, industry, value_added, expenditure, operating_profit, domestic_product",
      "resources_industry_expenditure")
    self.year = year
    self.standing = Dictionary(
      standing.map { ($0[0].text ?? "", ($0[1].real, $0[2].real)) }
    ) { first, _ in first }
    self.domestic = Dictionary(
      domestic.map { ($0[0].text ?? "", ($0[1].real, $0[2].real)) }
    ) { first, _ in first }
    self.industries = Dictionary(grouping: industries) { $0[0].text ?? "" }.mapValues {
      $0.map {
        Industry(
          name: $0[1].text ?? "", valueAdded: $0[2].real, expenditure: $0[3].real,
          profit: $0[4].real, product: $0[5].real)
      }
    }
    sources = Set((standing + domestic + industries).compactMap { $0.last?.text }).sorted()
  }

  func terms(of material: Material) -> Terms {
    let reliance = MaterialReliance(material, in: year, nil)
    let supply = domestic[material.identifier]
    let producers = self.producers(of: material)
    var exposure: Double?
    if let imports = reliance.imports, let exports = reliance.exports,
      let primary = reliance.production, let secondary = supply?.secondary,
      let release = supply?.release
    {
      exposure = USGSSupplyRisk.tradeExposure(
        imports: imports, exports: exports, stockRelease: release, primary: primary,
        secondary: secondary)
    }
    let used = industries[material.identifier] ?? []
    let vulnerable = used.compactMap { industry -> USGSSupplyRisk.Industry? in
      guard let added = industry.valueAdded, let product = industry.product,
        let expenditure = industry.expenditure, let profit = industry.profit, profit > 0
      else { return nil }
      return .init(shareOfProduct: added / product, expenditureOverProfit: expenditure / profit)
    }
    let risk = USGSSupplyRisk(
      disruptionPotential: standing.isEmpty
        ? nil : USGSSupplyRisk.disruptionPotential(producers.map(\.producer)),
      tradeExposure: exposure,
      economicVulnerability: vulnerable.count == used.count
        ? USGSSupplyRisk.economicVulnerability(vulnerable) : nil)
    let unrated = producers.filter { country, producer in
      producer.production > 0 && !producer.isOwn
        && (producer.policyPerception == nil || producer.unwillingness == nil)
    }.map(\.country)
    return Terms(
      risk: risk, imports: reliance.imports, exports: reliance.exports,
      primary: reliance.production, secondary: supply?.secondary, stockRelease: supply?.release,
      unrated: unrated, industries: used.count,
      missing: missing(material, risk, reliance, supply, used, unrated: unrated),
      sources: sources + year.facts.tradeSources(of: [material]))
  }

  private func producers(of material: Material)
    -> [(country: String, producer: USGSSupplyRisk.Producer)]
  {
    (year.facts.production[material.identifier]?.producers ?? []).map {
      let known = standing[$0.country]
      return (
        $0.country,
        .init(
          production: $0.amount ?? 0, policyPerception: known?.policy,
          unwillingness: known?.unwillingness, isOwn: year.members.contains($0.country))
      )
    }
  }

  private func missing(
    _ material: Material, _ risk: USGSSupplyRisk, _ reliance: MaterialReliance,
    _ supply: (secondary: Double?, release: Double?)?, _ used: [Industry], unrated: [String]
  ) -> [String] {
    var missing: [String] = []
    if standing.isEmpty {
      missing.append("the ability and willingness of countries to supply in \(year.year)")
    }
    missing += reliance.missing.filter { !$0.hasPrefix("a use: ") }
    if supply?.secondary == nil { missing.append("secondary production in \(year.year)") }
    if supply?.release == nil { missing.append("the change of stocks in \(year.year)") }
    if reliance.missing.isEmpty, supply?.secondary != nil, supply?.release != nil,
      risk.tradeExposure == nil
    {
      missing.append("a use: nothing is left after exports")
    }
    if used.isEmpty {
      missing.append("the expenditure of industries on the material in \(year.year)")
    }
    for industry in used {
      let lacks = [
        industry.valueAdded == nil ? "value added" : nil,
        industry.product == nil ? "gross domestic product" : nil,
        industry.expenditure == nil ? "expenditure" : nil,
        industry.profit.map { $0 > 0 } ?? false ? nil : "an operating profit above zero",
      ].compactMap { $0 }
      if !lacks.isEmpty { missing.append("\(industry.name): " + lacks.joined(separator: ", ")) }
    }
    if let bounds = risk.bounds,
      StageSupplyRisk.value(bounds.lowerBound, bounds.upperBound) == nil
    {
      missing.append(
        "the ability or willingness to supply of " + unrated.joined(separator: " "))
    }
    return missing
  }
}
