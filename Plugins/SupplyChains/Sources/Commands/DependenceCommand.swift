internal import Dependence
internal import Kernel
internal import Store
internal import Vocabulary

/// The command `supply dependence`.
enum DependenceCommand {
  static func make(_ thresholds: DependenceThresholds) -> Command {
    Command(
      "supply dependence",
      summary: "Tells on which products an importer depends, and whom it depends on.",
      discussion: """
        CEPII's GeoDep criteria: c1 imports are concentrated (HHI), c2 world exports are concentrated,
        c3 more is imported than exported, c4 c1 to c3 held together in two of the last three years.
        A group has the European Commission's core indicators too (SWD(2021) 352): cdi1 HHI of the
        imports from outside, cdi2 their share of all imports, cdi3 over all exports of its members.
        Where nothing is exported the ratio is written 9999, as CEPII does. c4 is left blank where
        the store lacks one of the two years before.
        """,
      parameters: [
        Parameter(
          "importer", .entity(domain: "importer", extra: ["all"]), .required,
          doc: "A country, a group such as EU27, or 'all' for every country."),
        Parameter("year", .integer(1962...2100), .required, doc: "The year of the flows."),
        Parameter(
          "edition", .choice(ProductCode.editions), .defaulted("hs92"),
          doc: "The edition of the product codes."),
        Parameter("product", .product, doc: "One product, or the products of a heading, only."),
      ],
      columns: DependenceAnswer.columns,
      examples: [
        "supply dependence --importer KOR --year 2023",
        "supply dependence --importer EU27 --year 2023",
      ]
    ) { invocation in
      try answer(invocation, thresholds)
    }
  }

  private static func answer(_ invocation: Invocation, _ thresholds: DependenceThresholds) throws
    -> CommandResult
  {
    let arguments = invocation.arguments
    let edition = arguments.text("edition")
    let wanted = arguments.optionalProduct("product")
    if let wanted, wanted.edition != edition {
      throw TowerError(
        .usage, "--product is of \(wanted.edition), the flows of \(edition)",
        hints: ["add --edition \(wanted.edition)"])
    }
    return try invocation.tower.read { connection in
      let answer = try DependenceAnswer(
        importer: arguments.text("importer"), edition: edition, year: arguments.integer("year"),
        product: wanted, thresholds, connection)
      return CommandResult(
        columns: DependenceAnswer.columns, rows: answer.rows, notes: answer.notes,
        sources: answer.sources,
        marking: try SourceRegister.marking(of: answer.sources, connection))
    }
  }
}
