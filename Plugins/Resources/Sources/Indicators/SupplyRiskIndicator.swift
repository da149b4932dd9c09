internal import Criticality
internal import Kernel
internal import Reference
internal import Sampling
internal import Store
internal import Vocabulary

extension CriticalityIndicator {
  /// The European Commission's supply risk with its parts.
  static let supplyRisk = CriticalityIndicator(
    name: "supply_risk",
    summary:
      "Tells the supply risk of materials by the European Commission's method, part by part.",
    discussion: """
      SR = [HHI_WGI,t(global) * IR/2 + HHI_WGI,t(sourcing) * (1 - IR/2)] * (1 - EoL_RIR) * SI_SR with
      HHI_WGI,t = sum(S_c^2 * WGI_c * t_c) (European Commission, criticality guidelines, 2017; Blengini
      et al., JRC report EUR 28654, 2017; Regulation (EU) 2024/1252, annex II). A material is critical
      from 1 on, together with an economic importance of 2.8. WGI is the mean of the six dimensions
      where all are held for the year, else political stability; the column governance says which. t_c
      is of the measures on record ('tower import trade-terms'), with the levels of the setting
      trade_terms. Where one of the two concentrations is not known the other stands alone. Extraction
      and processing are both measured where both are on record ('tower import stage-shares' brings the
      one that production and trade do not stand for), and the larger counts.

      Where the governance of a supplier is not known, low and high stand for the best and the worst,
      and the value is null if they differ by 0.05, half of the decimal that the method reports. A part
      that is missing is named, and there is no value without it.
      """,
    row: "The EU's supply risk of a material for an importer in a year, with every part.",
    columns: SupplyRiskRows.columns, isDrawn: true,
    examples: ["--importer EU27 --year 2023", "--importer KOR --year 2023 --material tungsten"],
    answer: SupplyRiskRows.answer)
}

/// The rows of the supply risk, by year, then importer, then material.
private enum SupplyRiskRows {
  @Sendable static func answer(
    _ question: IndicatorQuestion, _ settings: ResourcesSettings, _ connection: Connection
  ) throws -> IndicatorAnswer {
    var answer = IndicatorAnswer()
    let productionStages = try StageShares.ofProduction(connection)
    let left = try question.forEachYear(settings, connection) { facts, importers in
      let governance = try GovernanceMean(facts, connection)
      let draws = DrawnYear(
        facts, estimates: governance?.estimates ?? [:], errors: governance?.errors ?? [:], question)
      answer.sources.formUnion(governance?.sources ?? [])
      for importer in importers {
        let year = SupplyRiskYear(
          year: importer, governance: governance,
          terms: try TradeTerms(importer, settings.tradeTerm, connection),
          shares: try StageShares(importer: importer.importer, year: facts.year, connection),
          productionStages: productionStages, draws: draws)
        answer.sources.formUnion(year.terms.sources)
        rows(year, question, &answer)
      }
    }
    answer.notes = left + question.drawNotes
    return answer
  }

  private static func rows(
    _ year: SupplyRiskYear, _ question: IndicatorQuestion, _ answer: inout IndicatorAnswer
  ) {
    let found = year.year.facts.materials.map { (material: $0, stages: year.stages(of: $0)) }
    let counted = found.map { counting($0.stages) }
    let isHeld = year.terms.isHeld
    let ranks = RankRange.ranks(of: counted.map { isHeld ? $0.value : nil })
    // A draw in which the reliance is not defined has no score, so that ranks have none either.
    let drawn = counted.map { isHeld && $0.drawn.count == question.draws ? $0.drawn : [] }
    let ranges = RankRange.ranges(of: drawn)
    for (place, one) in found.enumerated() where question.isWanted(one.material) {
      var range = ranges[place]
      if let rank = ranks[place] { range = range?.including(rank) }
      answer.rows.append(
        head(one.material, counted[place], one.stages, year)
          + [Value(ranks[place]), Value(range?.lowerBound), Value(range?.upperBound)]
          + parts(counted[place], year, one.material) + question.drawValues)
      answer.sources.formUnion(one.stages.flatMap(\.sources))
    }
  }

  /// The stage whose supply risk is the largest; the first where none can be told.
  private static func counting(_ stages: [StageSupplyRisk]) -> StageSupplyRisk {
    stages.reduce(stages[0]) { ($1.value ?? -1) > ($0.value ?? -1) ? $1 : $0 }
  }

  private static func head(
    _ material: Material, _ found: StageSupplyRisk, _ stages: [StageSupplyRisk],
    _ year: SupplyRiskYear
  ) -> [Value] {
    let isHeld = year.terms.isHeld
    func ofStage(_ name: String) -> Value {
      Value(isHeld ? stages.first { $0.stage == name }?.value : nil)
    }
    let withoutTerms = StageSupplyRisk.value(
      found.withoutTerms.low.value, found.withoutTerms.high.value)
    return [
      .text(year.year.importer), .text(material.identifier), Value(year.year.year),
      Value(isHeld ? found.value : nil), Value(isHeld ? found.range?.lowerBound : nil),
      Value(isHeld ? found.range?.upperBound : nil), Value(withoutTerms), .text(found.stage),
      ofStage("extraction"), ofStage("processing"),
    ]
  }

  private static func parts(
    _ found: StageSupplyRisk, _ year: SupplyRiskYear, _ material: Material
  ) -> [Value] {
    let missing = missing(found, year)
    return [
      Value(found.low.globalConcentration), Value(found.high.globalConcentration),
      Value(found.low.sourcingConcentration), Value(found.high.sourcingConcentration),
      Value(found.withoutTerms.high.globalConcentration),
      Value(found.withoutTerms.high.sourcingConcentration),
      Value(found.high.importReliance?.fraction), Value(found.high.concentration),
      Value(material.recyclingRate?.fraction), Value(found.high.afterRecycling),
      Value(found.high.substitutionIndex), .text(found.unrated.joined(separator: " ")),
      Value(year.governance?.title), .text(year.terms.isHeld ? "on record" : "not on record"),
      .text(missing.isEmpty ? "known" : "insufficient"),
      .text(missing.joined(separator: "; ")),
      .text(found.high.replaced.map { "without \($0.title)" } ?? ""),
    ]
  }

  private static func missing(_ found: StageSupplyRisk, _ year: SupplyRiskYear) -> [String] {
    var missing: [String] = []
    if year.governance == nil {
      missing.append("governance indicators up to \(year.year.year)")
    }
    for part in found.high.missing {
      switch part {
      case .globalConcentration,
        .sourcingConcentration where year.governance == nil:
        continue
      case .importReliance: missing += found.missingOfReliance
      default: missing.append(part.title)
      }
    }
    if found.high.value != nil, found.value == nil {
      missing.append("the governance of " + found.unrated.joined(separator: " "))
    }
    if !year.terms.isHeld {
      missing.append(
        "trade terms towards \(year.year.importer) in \(year.year.year); "
          + "supply_risk_without_terms takes each as 1")
    }
    return missing
  }

  static let columns =
    [
      Column("importer", .country, doc: "The importer: a country or a group."),
      Column("material", .text, doc: "The material."),
      Column("year", .integer, doc: "The year."),
      Column("supply_risk", .real, doc: "The supply risk; null where a part is missing."),
      Column("supply_risk_low", .real, doc: "5th percentile of the draws, or the lower bound."),
      Column("supply_risk_high", .real, doc: "95th percentile, or the upper bound."),
      Column("supply_risk_without_terms", .real, doc: "The supply risk with every t_c as 1."),
      Column("stage", .text, doc: "The stage that counts: the larger where both are on record."),
      Column("supply_risk_extraction", .real, doc: "Of extraction; null where not on record."),
      Column("supply_risk_processing", .real, doc: "Of processing; null where not on record."),
      Column("rank", .integer, doc: "The rank among the materials; 1 is the highest."),
      Column("rank_low", .integer, doc: "The best rank within the draws, 5th percentile."),
      Column("rank_high", .integer, doc: "The worst rank within the draws, 95th percentile."),
      Column("hhi_wgi_t_global_low", .real, doc: "HHI_WGI,t of world supply, at least."),
      Column("hhi_wgi_t_global_high", .real, doc: "The same, at most."),
      Column("hhi_wgi_t_sourcing_low", .real, doc: "HHI_WGI,t of imports and own production."),
      Column("hhi_wgi_t_sourcing_high", .real, doc: "The same, at most."),
      Column("hhi_wgi_global", .real, doc: "HHI_WGI of world supply without t_c, at most."),
      Column("hhi_wgi_sourcing", .real, doc: "HHI_WGI of the importer's supply without t_c."),
      Column("import_reliance", .real, doc: "IR: net imports over use, 0 to 1."),
      Column("concentration", .real, doc: "Both concentrations joined by IR, at most."),
      Column("recycling_rate", .real, doc: "EoL_RIR, 0 to 1."),
      Column("after_recycling", .real, doc: "The concentration times one less EoL_RIR."),
      Column("substitution_index", .real, doc: "SI_SR, 0 to 1; 1 is not substitutable."),
      Column("unrated", .text, doc: "The suppliers whose governance is not known."),
      Column("governance", .text, doc: "What WGI stands for, and its year."),
      Column("trade_terms", .text, doc: "Whether trade terms are on record for importer and year."),
      Column("status", .text, doc: "known, or insufficient: something is missing."),
      Column("missing", .text, doc: "What is missing."),
      Column("remarks", .text, doc: "Which concentration stands alone."),
    ] + IndicatorQuestion.drawColumns
}
