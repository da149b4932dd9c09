internal import Criticality
internal import Kernel
internal import Reference
internal import Sampling
internal import Store
internal import Vocabulary

extension CriticalityIndicator {
  /// GeoPolRisk with its parts.
  static let geoPolRisk = CriticalityIndicator(
    name: "geopolrisk",
    summary: "Tells the GeoPolRisk of materials: score, characterisation factor and every part.",
    discussion: """
      GPR = HHI * sum(g_i * f_i) / (p + sum(f_i)): the concentration of world production, times the
      political risk g of each supplier weighed by what it supplies f, over own production p and all
      imports (Koyamparambath et al., Resources, Conservation and Recycling 209, 2024). g is the
      political stability of the Worldwide Governance Indicators, rescaled to 0 (stable) to 1; a
      supplier without it counts as 0.5 and is named. The characterisation factor is the score times
      the price of imports over that of copper, 0.409412948. A group is one importer: what its
      members supply to each other is left out. Without imports and production nothing is defined.

      score_low to score_high is the middle nine tenths of seeded draws: governance from its standard
      errors, all of 0 to 1 where it is unknown, and the quantity of a flow without one from the unit
      values of its product (the score itself leaves such flows out). Ranks are among the materials
      of the importer and year.
      """,
    row: "The GeoPolRisk of a material for an importer in a year, with every part.",
    columns: GeoPolRiskRows.columns, isDrawn: true,
    examples: [
      "--importer KOR --year 2023", "--importer EU27 --year 2022..2024 --material antimony",
      "--importer all --year 2023 --format csv",
    ], answer: GeoPolRiskRows.answer)
}

/// The rows of GeoPolRisk, by year, then importer, then material.
private enum GeoPolRiskRows {
  @Sendable static func answer(
    _ question: IndicatorQuestion, _ settings: ResourcesSettings, _ connection: Connection
  ) throws -> IndicatorAnswer {
    var answer = IndicatorAnswer()
    var withoutError: Set<String> = []
    let left = try question.forEachYear(settings, connection) { facts, importers in
      let drawn = DrawnYear(facts, question)
      withoutError.formUnion(drawn?.withoutError ?? [])
      for importer in importers { answer.rows += rows(importer, question, drawn) }
      answer.sources.formUnion(facts.sources(of: facts.materials.filter(question.isWanted)))
      if drawn != nil { answer.sources.formUnion(facts.governanceErrors?.sources ?? []) }
    }
    answer.notes = left + question.drawNotes
    if !withoutError.isEmpty {
      answer.notes.append(
        "governance without a standard error is taken as exact: "
          + withoutError.sorted().joined(separator: " "))
    }
    return answer
  }

  private static func rows(
    _ importer: CriticalityYear, _ question: IndicatorQuestion, _ draws: DrawnYear?
  ) -> [[Value]] {
    let found = importer.facts.materials.map {
      MaterialGeoPolRisk($0, in: importer, draws)
    }
    let ranks = RankRange.ranks(of: found.map(\.measured?.score))
    let ranges = RankRange.ranges(of: found.map(\.drawnScores))
    let last = ranges.filter { $0 != nil }.count
    return found.indices.filter { question.isWanted(found[$0].material) }.map { place in
      let one = found[place]
      var range = ranges[place]
      if let rank = ranks[place] { range = range?.including(rank) }
      if one.isUpperBound { range = range?.including(last) }
      return values(one, importer, rank: ranks[place], range) + question.drawValues
    }
  }

  private static func values(
    _ found: MaterialGeoPolRisk, _ year: CriticalityYear, rank: Int?, _ ranks: ClosedRange<Int>?
  ) -> [Value] {
    let score = found.measured?.score
    let factor = found.price.flatMap { found.measured?.characterisationFactor(price: $0) }
    return [
      .text(year.importer), .text(found.material.identifier), Value(year.year), Value(score),
      Value(factor), Value(found.worldConcentration), Value(found.measured?.importRisk),
      Value(found.price), Value(found.scoreRange?.lowerBound), Value(found.scoreRange?.upperBound),
      Value(rank), Value(ranks?.lowerBound), Value(ranks?.upperBound), Value(found.imported),
      Value(found.ownProduction), .text(found.unrated.joined(separator: " ")),
      Value(found.unratedShare), Value(found.withoutQuantity), Value(year.facts.governance?.year),
      .text(found.thin.joined(separator: "; ")), .text(score == nil ? "insufficient" : "known"),
      .text(found.missing.joined(separator: "; ")),
      .text(GeoPolRiskRemarks.remarks(found, in: year).joined(separator: "; ")),
    ]
  }

  static let columns =
    [
      Column("importer", .country, doc: "The importer: a country or a group."),
      Column("material", .text, doc: "The material."),
      Column("year", .integer, doc: "The year."),
      Column("score", .real, doc: "hhi times import_risk, 0 to 1; null where it is not defined."),
      Column(
        "characterisation_factor", .real, unit: "kg/kg",
        doc: "score times price over the reference of copper; null without a price."),
      Column("hhi", .real, doc: "The Herfindahl-Hirschman index of world production, 0 to 1."),
      Column(
        "import_risk", .real,
        doc: "The political risk of suppliers, 0 to 1, over imports and own production."),
      Column("price", .real, unit: "kUSD/t", doc: "The mean price of imports."),
      Column("score_low", .real, doc: "The 5th percentile of the score over the draws."),
      Column("score_high", .real, doc: "The 95th percentile."),
      Column(
        "rank", .integer, doc: "The rank among the materials of importer and year; 1 highest."),
      Column("rank_low", .integer, doc: "The best rank within the draws, 5th percentile."),
      Column("rank_high", .integer, doc: "The worst rank within the draws, 95th percentile."),
      Column("imports_quantity", .real, unit: "t", doc: "Imports, over the flows with a quantity."),
      Column("own_production", .real, unit: "t", doc: "Own production, as the method counts it."),
      Column("unrated", .text, doc: "The suppliers of unknown governance, counted as 0.5."),
      Column("unrated_share", .real, doc: "Their share of the quantity of imports, 0 to 1."),
      Column(
        "without_quantity", .real, doc: "The share of the value of imports that has no quantity."),
      Column("governance_year", .integer, doc: "The year of the governance indicators."),
      Column(
        "thin", .text,
        doc: "Why the score stands on thin data: a tenth or more not known, a bound, one supplier."),
      Column("status", .text, doc: "known, or insufficient: something is missing."),
      Column("missing", .text, doc: "What is missing."),
      Column("remarks", .text, doc: "What the reader must know of the score."),
    ] + IndicatorQuestion.drawColumns
}
