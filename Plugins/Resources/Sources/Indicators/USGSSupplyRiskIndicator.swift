internal import Criticality
internal import Kernel
internal import Reference
internal import Store
internal import Vocabulary

extension CriticalityIndicator {
  /// The supply risk of the US Geological Survey with its terms.
  static let usgsSupplyRisk = CriticalityIndicator(
    name: "usgs_supply_risk",
    summary: "Tells the supply risk of materials by the method of the US Geological Survey.",
    discussion: """
      SR = (DP * TE * EV)^(1/3) (Nassar et al., Science Advances 6, eaay8647, 2020; Nassar & Fortier,
      USGS Open-File Report 2021-1045, 2021). Disruption potential DP = sum(PS_c^2 * ASI_c * WSI_c): the
      shares of world production outside the importer, by the inability to supply ASI = (100 - PPI) /
      100 and the unwillingness WSI. Trade exposure TE = (I - E + dS) / (PP + SP + I - E + dS). Economic
      vulnerability EV = sum(VA / GDP * EXP / OP) over the industries that use the material. The terms
      stand without rescaling. The published list takes materials whose recency-weighted mean over four
      years is 0.40 or more, after rescaling of its own; the mean here has the weights of the setting
      usgs_recency_weights, a working proposal, and needs all four years.

      PPI and WSI come from 'tower import supplier-standing', SP and dS from 'domestic-supply', VA, EXP,
      OP and GDP from 'industry-expenditure', each of the importer and year. Where an index of a
      producer is not known low and high take 0 and 1, and the value is null if they differ by 0.05.
      """,
    row: "The USGS supply risk of a material for an importer in a year, with every term.",
    columns: USGSRows.columns, isDrawn: false,
    examples: ["--importer USA --year 2023", "--importer KOR --year 2023 --material tungsten"],
    answer: USGSRows.answer)
}

/// The rows of the supply risk of the USGS, by year, then importer, then material.
private enum USGSRows {
  @Sendable static func answer(
    _ question: IndicatorQuestion, _ settings: ResourcesSettings, _ connection: Connection
  ) throws -> IndicatorAnswer {
    var answer = IndicatorAnswer()
    var known: [Key: Double] = [:]
    let before = settings.recencyWeights.count - 1
    // The years before are read for the mean alone, where they are held.
    let left = try question.forEachYear(settings, before: before, connection) {
      facts, importers in
      for importer in importers {
        let year = try USGSYear(importer, connection)
        for material in facts.materials where question.isWanted(material) {
          let found = year.terms(of: material)
          known[Key(importer.importer, material, facts.year)] = found.value
          guard question.years.contains(facts.year) else { continue }
          let years = (0...before).map { known[Key(importer.importer, material, facts.year - $0)] }
          let mean = USGSSupplyRisk.recencyWeightedMean(years, weights: settings.recencyWeights)
          answer.rows.append(values(found, importer, material, mean: mean))
          answer.sources.formUnion(found.sources)
        }
      }
    }
    answer.notes = left
    return answer
  }

  private struct Key: Hashable {
    let importer: String
    let material: String
    let year: Int

    init(_ importer: String, _ material: Material, _ year: Int) {
      self.importer = importer
      self.material = material.identifier
      self.year = year
    }
  }

  private static func values(
    _ found: USGSYear.Terms, _ year: CriticalityYear, _ material: Material, mean: Double?
  ) -> [Value] {
    let risk = found.risk
    return [
      .text(year.importer), .text(material.identifier), Value(year.year), Value(found.value),
      Value(risk.bounds?.lowerBound), Value(risk.bounds?.upperBound), Value(mean),
      Value(risk.disruptionPotential?.lowerBound), Value(risk.disruptionPotential?.upperBound),
      Value(risk.tradeExposure), Value(risk.economicVulnerability), Value(found.imports),
      Value(found.exports), Value(found.primary), Value(found.secondary),
      Value(found.stockRelease), Value(found.industries),
      .text(found.unrated.joined(separator: " ")),
      .text(found.missing.isEmpty ? "known" : "insufficient"),
      .text(found.missing.joined(separator: "; ")),
    ]
  }

  static let columns = [
    Column("importer", .country, doc: "The importer: a country or a group."),
    Column("material", .text, doc: "The material."), Column("year", .integer, doc: "The year."),
    Column("supply_risk", .real, doc: "SR; null where a term is missing."),
    Column("supply_risk_low", .real, doc: "SR where producers without an index are no risk."),
    Column("supply_risk_high", .real, doc: "SR where they are the worst."),
    Column("recency_weighted_mean", .real, doc: "Of four years; null where one is not known."),
    Column("disruption_potential_low", .real, doc: "DP, at least."),
    Column("disruption_potential_high", .real, doc: "DP, at most."),
    Column("trade_exposure", .real, doc: "TE: net import reliance with stocks, 0 to 1."),
    Column("economic_vulnerability", .real, doc: "EV."),
    Column("imports", .real, unit: "t", doc: "I, over the flows with a quantity."),
    Column("exports", .real, unit: "t", doc: "E, over the flows with a quantity."),
    Column("primary_production", .real, unit: "t", doc: "PP."),
    Column("secondary_production", .real, unit: "t", doc: "SP, from old scrap."),
    Column("stock_release", .real, unit: "t", doc: "dS; below zero when stocks grow."),
    Column("industries", .integer, doc: "How many industries are on record for EV."),
    Column("unrated", .text, doc: "The producers without an index of ability or willingness."),
    Column("status", .text, doc: "known, or insufficient: something is missing."),
    Column("missing", .text, doc: "What is missing."),
  ]
}
