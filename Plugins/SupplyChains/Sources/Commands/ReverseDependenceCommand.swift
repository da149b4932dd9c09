internal import Dependence
internal import Kernel
internal import Store
internal import Vocabulary

/// The command `supply reverse-dependence`.
enum ReverseDependenceCommand {
  static func make(_ thresholds: DependenceThresholds) -> Command {
    Command(
      "supply reverse-dependence",
      summary: "Tells who depends on a country, for which products, and what else they could buy.",
      discussion: """
        The test of dependence with the roles swapped, for every partner and product the country
        sells: its share of the partner's imports, whether it is the largest supplier, and what
        countries other than the two export. 'depends' holds where the partner's own criteria c1 to
        c3 hold and the country is its largest supplier. A group counts as one country.
        """,
      parameters: [
        Parameter(
          "country", .entity(domain: "importer", extra: [CountryScope.all]), .required,
          doc: "Who sells: a country, a group such as EU27, or 'all' for every country."),
        SharedParameters.years,
        Parameter(
          "partner", .entity(domain: "importer"),
          doc: "One buyer only, a country or a group; every country by default."),
        SharedParameters.product, SharedParameters.edition,
      ],
      columns: ReverseDependenceAnswer.columns,
      examples: [
        "supply reverse-dependence --country KOR --year 2024 --partner CHN",
        "supply reverse-dependence --country EU27 --year 2022..2024 --product hs92/2805",
      ]
    ) { invocation in
      let arguments = invocation.arguments
      let (edition, product) = try arguments.editionAndProduct()
      return try invocation.tower.read { connection in
        let answer = try ReverseDependenceAnswer.answer(
          country: arguments.text("country"), edition: edition, years: arguments.years("year"),
          partner: arguments.optionalText("partner"), product: product, thresholds, connection
        )
        try invocation.answer.write(ReverseDependenceAnswer.columns, rows: answer.next)
        return try answer.ending().result(connection)
      }
    }
  }
}
