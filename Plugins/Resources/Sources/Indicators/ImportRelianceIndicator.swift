internal import Criticality
internal import Kernel
internal import Reference
internal import Store
internal import Vocabulary

extension CriticalityIndicator {
  /// The European Commission's reliance on imports with its parts.
  static let importReliance = CriticalityIndicator(
    name: "import_reliance",
    summary: "Tells how much of what an importer uses comes from net imports.",
    discussion: """
      IR = (imports - exports) / (production + imports - exports), between 0 and 1: a net exporter
      does not rely on imports (European Commission, criticality guidelines, 2017; Regulation (EU)
      2024/1252, annex II). Trade is weighed gross, in the material's product codes, production by
      content. Of a group, trade among its members is left out. Flows without a quantity are left out
      of the reliance, and drawn from the unit values of their product for low and high.
      """,
    row: "How much of what an importer used of a material in a year came from net imports.",
    columns: columnsOfReliance, isDrawn: true,
    examples: [
      "--importer KOR --year 2023", "--importer EU27 --year 2022..2024 --material tungsten",
    ]
  ) { question, settings, connection in
    var answer = IndicatorAnswer()
    let left = try question.forEachYear(settings, connection) { facts, importers in
      let draws = DrawnYear(facts, question)
      for importer in importers {
        for material in facts.materials where question.isWanted(material) {
          let found = MaterialReliance(material, in: importer, draws)
          answer.rows.append(values(found, importer) + question.drawValues)
        }
      }
      answer.sources.formUnion(facts.tradeSources(of: facts.materials.filter(question.isWanted)))
    }
    answer.notes = left + question.drawNotes
    return answer
  }

  private static func values(_ found: MaterialReliance, _ year: CriticalityYear) -> [Value] {
    var net: Double?
    if let imports = found.imports, let exports = found.exports { net = imports - exports }
    var used: Double?
    if let net, let production = found.production { used = production + net }
    return [
      .text(year.importer), .text(found.material.identifier), Value(year.year),
      Value(found.reliance.share?.fraction), Value(found.range?.lowerBound),
      Value(found.range?.upperBound), Value(found.imports), Value(found.exports), Value(net),
      Value(found.production), Value(used), Value(found.importsWithoutQuantity),
      .text(found.thin.joined(separator: "; ")),
      .text(found.reliance.share == nil ? "insufficient" : "known"),
      .text(found.missing.joined(separator: "; ")),
    ]
  }

  private static let columnsOfReliance =
    [
      Column("importer", .country, doc: "The importer: a country or a group."),
      Column("material", .text, doc: "The material."),
      Column("year", .integer, doc: "The year."),
      Column("import_reliance", .real, doc: "Net imports over use, 0 to 1; null if not known."),
      Column("import_reliance_low", .real, doc: "The 5th percentile over the draws."),
      Column("import_reliance_high", .real, doc: "The 95th percentile."),
      Column("imports", .real, unit: "t", doc: "Imports, over the flows with a quantity."),
      Column("exports", .real, unit: "t", doc: "Exports, over the flows with a quantity."),
      Column("net_imports", .real, unit: "t", doc: "Imports less exports."),
      Column("production", .real, unit: "t", doc: "Own production; null when not known."),
      Column("apparent_use", .real, unit: "t", doc: "Production and net imports."),
      Column(
        "without_quantity", .real, doc: "The share of the value of imports without a quantity."),
      Column("thin", .text, doc: "Why the reliance stands on thin data."),
      Column("status", .text, doc: "known, or insufficient: something is missing."),
      Column("missing", .text, doc: "What is missing."),
    ] + IndicatorQuestion.drawColumns
}
