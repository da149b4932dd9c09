internal import Kernel
internal import Store
internal import Vocabulary

/// The command `resources geopolrisk`.
enum GeoPolRiskCommand {
  static func make(_ settings: ResourcesSettings) -> Command {
    Command(
      "resources geopolrisk",
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
      parameters: IndicatorQuestion.parameters + [
        Parameter("draws", .integer(0...100_000), doc: "How many draws; else as configured."),
        Parameter("seed", .integer(0...Int.max), doc: "The seed of the draws; else as configured."),
      ],
      columns: GeoPolRiskAnswer.columns,
      examples: [
        "resources geopolrisk --importer KOR --year 2023",
        "resources geopolrisk --importer EU27 --year 2022..2024 --material antimony",
        "resources geopolrisk --importer all --year 2023 --format csv",
      ]
    ) { invocation in
      let arguments = invocation.arguments
      return try invocation.tower.read { connection in
        let answer = try GeoPolRiskAnswer(
          IndicatorQuestion(arguments),
          draws: arguments.optionalInteger("draws") ?? settings.draws,
          seed: arguments.optionalInteger("seed") ?? settings.seed, settings, connection)
        return CommandResult(
          columns: GeoPolRiskAnswer.columns, rows: answer.rows, notes: answer.notes,
          sources: answer.sources,
          marking: try SourceRegister.marking(of: answer.sources, connection))
      }
    }
  }
}
