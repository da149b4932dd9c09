internal import Kernel
internal import Reference
internal import Store
internal import Vocabulary

/// The command `resources criticality`.
enum CriticalityCommand {
  static func make(_ settings: ResourcesSettings) -> Command {
    Command(
      "resources criticality",
      summary: "Tells how critical materials are for an importer, with every part of the measures.",
      discussion: """
        The European Commission's supply risk (guidelines of 2017): SR = [HHI_WGI(global) * IR/2 +
        HHI_WGI(sourcing) * (1 - IR/2)] * (1 - recycling rate) * SI_SR, with political stability as
        governance and no trade terms. GeoPolRisk (Koyamparambath et al. 2024): the concentration of
        world production times the import risk, the mean of the political risk of the suppliers over
        imports and own production. Trade is weighed gross, in its product codes, production by
        content: reliance on imports and the import risk are as good as that comparison. A part that
        is missing is named, and what stands on it has no value; it is never taken as zero.
        """,
      parameters: [
        Parameter(
          "importer", .entity(domain: "importer"), .required,
          doc: "A country, or a group such as EU27."),
        Parameter("year", .integer(1962...2100), .required, doc: "The year."),
        Parameter("material", .entity(domain: "material"), doc: "One material only."),
      ],
      columns: columns,
      examples: [
        "resources criticality --importer KOR --year 2022",
        "resources criticality --importer EU27 --year 2022 --material antimony",
      ]
    ) { invocation in
      let arguments = invocation.arguments
      return try invocation.tower.read { connection in
        let year = try CriticalityYear(
          importer: arguments.text("importer"), year: arguments.integer("year"),
          materials: arguments.optionalText("material").map { [$0] }, settings: settings, connection
        )
        return try answer(year, connection)
      }
    }
  }

  private static let columns =
    [
      Column("importer", .country, doc: "The importer."),
      Column("year", .integer, doc: "The year."),
    ] + CriticalityColumns.all

  private static func answer(_ year: CriticalityYear, _ connection: Connection) throws
    -> CommandResult
  {
    let found = year.facts.materials.map(year.assess)
    let sources = year.facts.sources(of: year.facts.materials)
    let insufficient = found.filter { !$0.missing.isEmpty }.count
    return CommandResult(
      tables: [
        ResultTable(
          columns: columns,
          rows: found.map {
            [.text(year.importer), Value(year.year)] + CriticalityColumns.values($0)
          }),
        ResultTable(
          title: "Suppliers", columns: SupplierColumns.all,
          rows: found.flatMap { SupplierColumns.rows($0, in: year) }),
      ],
      notes: insufficient == 0
        ? []
        : [
          "\(insufficient) of \(found.count) cannot be told in full; the column 'missing' says why"
        ],
      sources: sources, marking: try SourceRegister.marking(of: sources, connection))
  }
}
