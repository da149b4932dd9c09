internal import Criticality
internal import Kernel
internal import Reference
internal import Store
internal import Vocabulary

extension CriticalityIndicator {
  /// The European Commission's economic importance with its parts.
  static let economicImportance = CriticalityIndicator(
    name: "economic_importance",
    summary: "Tells the economic importance of materials by the European Commission's method.",
    discussion: """
      EI = 10 * sum(A_s * Q_s) / max(Q_s) * SI_EI, over the sectors s (NACE divisions) that use the
      material: A_s the share of its use, Q_s the value added, SI_EI the substitution index (European
      Commission, criticality guidelines, 2017; Regulation (EU) 2024/1252, annex II). A material is
      critical from 2.8 on, together with a supply risk of 1. The inputs come from 'tower import
      end-use-shares', 'sector-value-added' and 'economic-substitution-indices', each the latest up to
      the year; where the importer's own uses are not on record those of the world stand in, and the
      column uses_of says so. Value added of a group is its own, or the sum over its members where all
      have it. The largest sector is the largest of those on record. Where uses do not add up to one,
      low and high take the rest as in no sector and in the largest, and there is no value.
      """,
    row: "The EU's economic importance of a material for an importer in a year, with every part.",
    columns: EconomicImportanceRows.columns, isDrawn: false,
    examples: [
      "--importer EU27 --year 2023", "--importer KOR --year 2020..2023 --material tungsten",
    ], answer: EconomicImportanceRows.answer)
}

/// The rows of the economic importance, by year, then importer, then material.
private enum EconomicImportanceRows {
  @Sendable static func answer(
    _ question: IndicatorQuestion, _ settings: ResourcesSettings, _ connection: Connection
  ) throws -> IndicatorAnswer {
    var answer = IndicatorAnswer()
    let materials = try Materials.all(connection).filter(question.isWanted)
    let substitution = try EconomicYear.substitution(connection)
    for year in question.years {
      let importers =
        question.isOfAll
        ? try EconomicYear.importers(until: year, connection) : question.importers
      for importer in importers {
        let facts = try EconomicYear(importer: importer, year: year, connection)
        answer.sources.formUnion(facts.valueAdded?.sources ?? [])
        for material in materials {
          let index = substitution[material.identifier]
          answer.rows.append(values(material, index?.index, facts))
          answer.sources.formUnion(facts.uses[material.identifier]?.sources ?? [])
          if let index { answer.sources.insert(index.source) }
        }
      }
    }
    if question.isOfAll {
      answer.notes.append("an importer whose value added is not on record has no row")
    }
    return answer
  }

  private static func values(_ material: Material, _ index: Double?, _ facts: EconomicYear)
    -> [Value]
  {
    let uses = facts.uses[material.identifier]
    let shares = uses?.shares ?? []
    let largest = facts.valueAdded?.largest
    let found = EconomicImportance(
      uses: shares.map {
        .init(share: $0.share, valueAdded: facts.valueAdded?.bySector[$0.sector])
      }, largest: largest?.amount, substitutionIndex: index)
    let sectors = shares.map { sector, share in
      let amount = facts.valueAdded?.bySector[sector].map { "\($0)" } ?? "?"
      return "\(sector) \(share) x \(amount)"
    }
    let missing = missing(found, material, shares.map(\.sector), facts)
    return [
      .text(facts.importer), .text(material.identifier), Value(facts.year), Value(found.value),
      Value(found.bounds?.lowerBound), Value(found.bounds?.upperBound), Value(found.reach),
      Value(index), shares.isEmpty ? .null : .real(1 - found.unnamedShare),
      .text(sectors.joined(separator: "; ")), Value(uses?.scope), Value(uses?.year),
      Value(largest?.sector), Value(largest?.amount), Value(facts.valueAdded?.currency),
      Value(facts.valueAdded?.year), .text(missing.isEmpty ? "known" : "insufficient"),
      .text(missing.joined(separator: "; ")),
    ]
  }

  private static func missing(
    _ found: EconomicImportance, _ material: Material, _ sectors: [String], _ facts: EconomicYear
  ) -> [String] {
    found.missing.compactMap { part in
      switch part {
      case .uses: "the end uses of the material, for \(facts.importer) or the world"
      case .valueAdded: "the value added by sector of \(facts.importer) up to \(facts.year)"
      case .valueAddedOfUse(let place):
        facts.valueAdded.map { "the value added of \(sectors[place]) in \($0.year)" }
      case .share(let share):
        "the sector of \(StatementNumber.percent(share).english) of the use"
      case .substitutionIndex: "the substitution index for economic importance"
      }
    }
  }

  static let columns = [
    Column("importer", .country, doc: "The importer: a country or a group."),
    Column("material", .text, doc: "The material."), Column("year", .integer, doc: "The year."),
    Column("economic_importance", .real, doc: "EI, 0 to 10; null where a part is missing."),
    Column("economic_importance_low", .real, doc: "With uses that are not named in no sector."),
    Column("economic_importance_high", .real, doc: "With those uses in the largest sector."),
    Column("reach", .real, doc: "sum(A_s * Q_s) over the value added of the largest sector."),
    Column("substitution_index", .real, doc: "SI_EI, 0 to 1; 1 is not substitutable."),
    Column("uses_named", .real, doc: "The share of use that goes into sectors named, 0 to 1."),
    Column("uses", .text, doc: "Each sector with its A_s and its Q_s; ? where not on record."),
    Column("uses_of", .text, doc: "Whose uses: the importer's, or * for the world's."),
    Column("uses_year", .integer, doc: "The year of the uses."),
    Column("largest_sector", .text, doc: "The sector with the largest value added."),
    Column("largest_value_added", .real, doc: "Its value added, in currency."),
    Column("currency", .text, doc: "The currency and scale of the value added."),
    Column("value_added_year", .integer, doc: "The year of the value added."),
    Column("status", .text, doc: "known, or insufficient: something is missing."),
    Column("missing", .text, doc: "What is missing."),
  ]
}
