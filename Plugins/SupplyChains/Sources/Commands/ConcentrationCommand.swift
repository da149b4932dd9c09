internal import Kernel
internal import Store

/// The command `supply concentration`.
enum ConcentrationCommand {
  static let command = Command(
    "supply concentration",
    summary: "Tells how concentrated imports are over suppliers, and world exports over exporters.",
    discussion: """
      The Herfindahl-Hirschman index is the sum of squared shares: 1 when one country has all of it, and
      1/n when n countries have the same share. A group is one importer: what its members buy of each
      other is left out. Imports of zero in all have no shares and no row.
      """,
    parameters: [
      SharedParameters.importer, SharedParameters.years, SharedParameters.edition,
      SharedParameters.product,
    ],
    columns: ConcentrationAnswer.columns,
    examples: [
      "supply concentration --importer KOR --year 2023",
      "supply concentration --importer all --year 2022..2024 --product hs92/280530",
    ]
  ) { invocation in
    let arguments = invocation.arguments
    let (edition, product) = try arguments.editionAndProduct()
    return try invocation.tower.read { connection in
      let answer = try ConcentrationAnswer(
        importer: arguments.text("importer"), edition: edition, years: arguments.years("year"),
        product: product, connection)
      try invocation.answer.write(ConcentrationAnswer.columns, rows: answer.next)
      return try answer.ending().result(connection)
    }
  }
}
