internal import Dependence
internal import Kernel
internal import Store
internal import Vocabulary

/// The command `supply unit-values`.
enum UnitValuesCommand {
  static func make(_ thin: ThinBounds) -> Command {
    Command(
      "supply unit-values",
      summary: "Tells what a tonne costs from each partner, beside what others pay for it.",
      discussion: """
        Value over quantity for each product and partner, with the importer's mean and median, the
        median over all pairs of countries, and how far the partner lies from it: the robust z-score
        of the logarithm (Iglewicz & Hoaglin 1993). A quantity that is not known is not one of zero:
        of the one 'unknown_share' says how much of the value it is, the other has no unit value.
        'thin' says where too little stands behind the numbers; the bounds are settings.
        """,
      parameters: [
        SharedParameters.importer, SharedParameters.years,
        Parameter(
          "partner", .entity(domain: "importer"), doc: "One supplier only, a country or a group."),
        SharedParameters.product, SharedParameters.edition,
      ],
      columns: UnitValuesAnswer.columns,
      examples: ["supply unit-values --importer KOR --year 2024 --product hs92/280530"]
    ) { invocation in
      let arguments = invocation.arguments
      let (edition, product) = try arguments.editionAndProduct()
      return try invocation.tower.read { connection in
        let answer = try UnitValuesAnswer.answer(
          importer: arguments.text("importer"), edition: edition, years: arguments.years("year"),
          product: product, partner: arguments.optionalText("partner"), thin, connection
        )
        try invocation.answer.write(UnitValuesAnswer.columns, rows: answer.next)
        return try answer.ending().result(connection)
      }
    }
  }
}
