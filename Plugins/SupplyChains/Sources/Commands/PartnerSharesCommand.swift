internal import Kernel
internal import Store
internal import Vocabulary

/// The command `supply partner-shares`.
enum PartnerSharesCommand {
  static let command = Command(
    "supply partner-shares",
    summary: "Tells what an importer buys from and sells to each partner, product by product.",
    discussion: """
      The rows of the function 'partner_shares': every product, or one; of each product the largest
      supplier first. A heading sums its products. Trade among the members of a group is left out,
      and a group given as partner counts as one.
      """,
    parameters: [
      SharedParameters.importer, SharedParameters.years,
      Parameter(
        "partner", .entity(domain: "importer"), doc: "One partner only, a country or a group."),
      Parameter("product", .product, doc: "One product, or a heading, whose products are summed."),
      SharedParameters.edition,
    ],
    columns: PartnerSharesAnswer.columns,
    examples: [
      "supply partner-shares --importer KOR --year 2024 --partner CHN",
      "supply partner-shares --importer EU27 --year 2022..2024 --product hs92/280530",
    ]
  ) { invocation in
    let arguments = invocation.arguments
    let (edition, product) = try arguments.editionAndProduct()
    return try invocation.tower.read { connection in
      let answer = try PartnerSharesAnswer.answer(
        importer: arguments.text("importer"), edition: edition, years: arguments.years("year"),
        product: product, partner: arguments.optionalText("partner"), connection
      )
      try invocation.answer.write(PartnerSharesAnswer.columns, rows: answer.next)
      return try answer.ending().result(connection)
    }
  }
}
