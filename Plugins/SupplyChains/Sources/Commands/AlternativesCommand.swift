internal import Kernel
internal import Store
internal import Vocabulary

/// The command `supply alternatives`.
enum AlternativesCommand {
  static let command = Command(
    "supply alternatives",
    summary: "Tells who else exports a product when an importer does without some suppliers.",
    discussion: """
      The other exporters, the largest first: what each exports and to whom, whether the importer buys
      from it already, and what it buys from the excluded countries itself, because what passes
      through it may stop as well. A heading of four digits sums its products. What others export is
      sold to somebody already: 'cover' is a ceiling, not free capacity. The second table, left out
      of csv and ndjson, sets the loss against it. The edition is that of the product.
      """,
    parameters: [
      Parameter("product", .product, .required, doc: "The product, or a heading."),
      Parameter(
        "importer", .entity(domain: "importer"), .required,
        doc: "A country, or a group such as EU27."),
      Parameter(
        "without", .entity(domain: "country"), .required, isRepeated: true,
        doc: "A country that no longer supplies; give it several times for several."),
      Parameter("year", .integer(1962...2100), .required, doc: "The year of the flows."),
    ],
    columns: AlternativesAnswer.columns,
    examples: [
      "supply alternatives --product hs92/280530 --importer KOR --without CHN --year 2023"
    ]
  ) { invocation in
    let arguments = invocation.arguments
    return try invocation.tower.read { connection in
      let answer = try AlternativesAnswer(
        product: arguments.product("product"), importer: arguments.text("importer"),
        without: arguments.texts("without"), year: arguments.integer("year"), connection)
      return CommandResult(
        tables: [
          ResultTable(columns: AlternativesAnswer.columns, rows: answer.rows),
          ResultTable(
            title: "The loss against what others export",
            columns: AlternativesAnswer.summaryColumns,
            rows: answer.isTraded ? [answer.summary] : []),
        ],
        notes: answer.notes, sources: answer.sources,
        marking: try SourceRegister.marking(of: answer.sources, connection))
    }
  }
}
