internal import Kernel
internal import Store
internal import Vocabulary

/// The command `supply exposure`.
enum ExposureCommand {
  static let command = Command(
    "supply exposure",
    summary: "Tells from whom an importer buys a product, and to whom it sells it.",
    discussion: """
      The largest supplier first. A heading of four digits sums its products. Of a group, trade among
      its members is left out.
      """,
    parameters: [
      Parameter(
        "importer", .entity(domain: "importer"), .required,
        doc: "A country, or a group such as EU27."),
      Parameter("product", .product, .required, doc: "The product, or a heading."),
      Parameter("year", .integer(1962...2100), .required, doc: "The year of the flows."),
    ],
    columns: PartnerSharesAnswer.columns,
    examples: ["supply exposure --importer KOR --product hs92/280530 --year 2023"]
  ) { invocation in
    let arguments = invocation.arguments
    let (product, year) = (arguments.product("product"), arguments.integer("year"))
    return try invocation.tower.read { connection in
      let answer = try PartnerSharesAnswer.answer(
        importer: arguments.text("importer"), edition: product.edition, years: year...year,
        product: product, connection
      )
      try invocation.answer.write(PartnerSharesAnswer.columns, rows: answer.next)
      return try answer.ending().result(connection)
    }
  }
}
