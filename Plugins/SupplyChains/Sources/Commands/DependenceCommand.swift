internal import Kernel
internal import Store
internal import Vocabulary

/// The command `supply dependence`.
enum DependenceCommand {
  static func make(_ settings: SupplySettings) -> Command {
    Command(
      "supply dependence",
      summary: "Tells on which products an importer depends, and whom it depends on.",
      discussion: """
        CEPII's GeoDep criteria: c1 imports are concentrated (HHI), c2 world exports are concentrated,
        c3 more is imported than exported, c4 c1 to c3 held together in two of the last three years.
        A group has the European Commission's core indicators too (SWD(2021) 352): cdi1 HHI of the
        imports from outside, cdi2 their share of all imports, cdi3 over all exports of its members.
        Where nothing is exported the ratio is written 9999, as CEPII does. c4 is left blank where
        the store lacks one of the two years before. 'reason' sets each number against its threshold.
        """,
      parameters: [
        SharedParameters.importer, SharedParameters.years, SharedParameters.edition,
        SharedParameters.product,
      ],
      columns: DependenceAnswer.columns,
      examples: [
        "supply dependence --importer KOR --year 2023",
        "supply dependence --importer EU27 --year 2022..2024",
      ]
    ) { invocation in
      let arguments = invocation.arguments
      let (edition, product) = try arguments.editionAndProduct()
      return try invocation.tower.read { connection in
        let answer = try DependenceAnswer(
          importer: arguments.text("importer"), edition: edition, years: arguments.years("year"),
          product: product, settings, connection
        )
        try invocation.answer.write(DependenceAnswer.columns, rows: answer.next)
        return try answer.ending().result(connection)
      }
    }
  }
}
