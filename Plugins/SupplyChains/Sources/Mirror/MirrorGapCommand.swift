internal import Kernel
internal import Store
internal import Vocabulary

/// The command `supply mirror-gap`.
enum MirrorGapCommand {
  static func make(margin: Double) -> Command {
    Command(
      "supply mirror-gap",
      summary: "Tells how far what exporters report differs from what importers report.",
      discussion: """
        From reports as countries make them ('import comtrade'). Importers' values are brought to fob
        by 'cif_fob_margin'; the relative gap is over the mean of both reports and the logarithm of
        their ratio is symmetric as well, so that neither side counts as the truth. Where one side
        reports nothing there is no gap: that is said, and never a report of zero. Exports contain
        re-exports, which the importer reports from the country of origin. The second table, left out
        of csv and ndjson, has the common bias and spread of each year.
        """,
      parameters: [
        SharedParameters.importer, SharedParameters.years,
        Parameter(
          "exporter", .entity(domain: "importer"), doc: "One exporter only, a country or a group."),
        SharedParameters.product,
        Parameter(
          "edition", .choice(ProductCode.editions),
          doc: "The edition of the reports: that of the product, else hs22 by default."),
      ],
      columns: MirrorGapAnswer.columns,
      examples: ["supply mirror-gap --importer KOR --year 2023 --product hs22/280530"]
    ) { invocation in
      let arguments = invocation.arguments
      let product = arguments.optionalProduct("product")
      let edition = arguments.optionalText("edition") ?? product?.edition ?? "hs22"
      if let product, product.edition != edition {
        throw TowerError(.usage, "--product is of \(product.edition), the reports of \(edition)")
      }
      return try invocation.tower.read { connection in
        let found = try MirrorGapAnswer(
          importer: arguments.text("importer"), edition: edition, years: arguments.years("year"),
          exporter: arguments.optionalText("exporter"), product: product, margin: margin,
          connection)
        var result = try found.ending.result(connection)
        result.tables = [
          ResultTable(columns: MirrorGapAnswer.columns, rows: found.rows),
          ResultTable(
            title: "What the gaps have in common", columns: MirrorGapAnswer.summaryColumns,
            rows: found.summary),
        ]
        return result
      }
    }
  }
}
