internal import Kernel
internal import Store
internal import Vocabulary

/// The command `supply dependence-intervals`.
enum DependenceIntervalsCommand {
  static func make(_ settings: SupplySettings) -> Command {
    Command(
      "supply dependence-intervals",
      summary: "Tells how sure the concentration of imports is: intervals and ranges of ranks.",
      discussion: """
        The flows are drawn anew many times. Each value gets a lognormal error: from the gap between
        the reports of exporter and importer where it is measured, else of 'value_error'; errors of
        flows count as independent. An unknown quantity is drawn from the value by a unit value in
        the middle nine tenths of the world's. Low and high leave out a twentieth of the draws on
        either side and always contain the value. Ranks are among all products of the importer.
        'interval_seed' determines every draw. 'thin' says where too little stands behind a number.
        """,
      parameters: [
        SharedParameters.importer, SharedParameters.years, SharedParameters.product,
        SharedParameters.edition,
      ],
      columns: DependenceIntervalAnswer.columns,
      examples: ["supply dependence-intervals --importer KOR --year 2024 --product hs92/2805"]
    ) { invocation in
      let arguments = invocation.arguments
      let (edition, product) = try arguments.editionAndProduct()
      return try invocation.tower.read { connection in
        let answer = try DependenceIntervalAnswer.answer(
          importer: arguments.text("importer"), edition: edition, years: arguments.years("year"),
          product: product, settings, connection
        )
        try invocation.answer.write(DependenceIntervalAnswer.columns, rows: answer.next)
        return try answer.ending().result(connection)
      }
    }
  }
}
