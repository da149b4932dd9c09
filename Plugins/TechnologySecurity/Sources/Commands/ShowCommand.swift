internal import Kernel
internal import Reference
internal import Store
internal import Vocabulary

/// The command `technology show`.
enum ShowCommand {
  static let command = Command(
    "technology show", summary: "Shows a technology with its steps, uses, products and holders.",
    parameters: [.positional("technology", .entity(domain: "technology"), doc: "The technology.")],
    columns: factColumns, examples: ["technology show dram-memory"]
  ) { invocation in
    try invocation.tower.read { connection in
      let identifier = invocation.arguments.text("technology")
      guard let technology = try TechnologyRegister(connection).technology(identifier) else {
        throw TechnologyDomains.emptyRegister
      }
      let holders = try Holder.all(connection).filter { $0.holding(of: identifier) != nil }
      let sources = Set([technology.source] + holders.map(\.source)).sorted()
      return CommandResult(
        tables: [
          facts(technology, on: invocation.asOf), steps(technology),
          uses(technology), try makes(technology, connection), controlCodes(technology),
          HoldersCommand.table(holders, of: identifier, title: "\nHolders"),
        ],
        notes: HoldersCommand.notes(holders), sources: sources,
        marking: try SourceRegister.marking(of: sources, connection))
    }
  }

  private static let factColumns = [
    Column("fact", .text, doc: "The fact."), Column("value", .text, doc: "What the register says."),
  ]

  private static func facts(_ technology: Technology, on day: Day) -> ResultTable {
    let facts: [(String, Value)] = [
      ("technology", .text(technology.identifier)), ("title", .text(technology.title.english)),
      ("title_ko", Value(technology.title.korean)), ("field", .text(technology.field.rawValue)),
      ("criticality", .text(technology.criticality.rawValue)),
      ("national_core", .text(technology.nationalCore(on: day).rawValue)),
      ("core_from", Value(technology.coreFrom)),
      ("law_reference", .text(technology.lawReference)), ("citation", .text(technology.citation)),
      ("note", Value(technology.note)),
    ]
    return ResultTable(columns: factColumns, rows: facts.map { [.text($0.0), $0.1] })
  }

  private static func steps(_ technology: Technology) -> ResultTable {
    ResultTable(
      title: "\nSteps",
      columns: [
        Column("step", .text, doc: "The step."), Column("title", .text, doc: "The title."),
        Column("title_ko", .text, doc: "In Korean."),
      ],
      rows: technology.steps.map {
        [.text($0.identifier), .text($0.title.english), Value($0.title.korean)]
      })
  }

  private static func uses(_ technology: Technology) -> ResultTable {
    ResultTable(
      title: "\nUses",
      columns: [
        Column("step", .text, doc: "The step."), Column("product", .product, doc: "The product."),
        Column("material", .text, doc: "The material."),
        Column("elements", .text, doc: "The elements meant."),
        Column("role", .text, doc: "What it is needed for."),
      ],
      rows: technology.uses.map {
        [
          .text($0.step.identifier), Value($0.product?.description), Value($0.material),
          .text($0.elements.joined(separator: ", ")), .text($0.role),
        ]
      })
  }

  private static func makes(_ technology: Technology, _ connection: Connection) throws
    -> ResultTable
  {
    ResultTable(
      title: "\nMakes",
      columns: [
        Column("product", .product, doc: "The product."),
        Column("title", .text, doc: "What it is, where the store knows it."),
      ],
      rows: try technology.makes.map {
        [.text($0.description), Value(try Products.title(of: $0, connection)?.english)]
      })
  }

  private static func controlCodes(_ technology: Technology) -> ResultTable {
    ResultTable(
      title: "\nControl lists",
      columns: [
        Column("regime", .text, doc: "Whose list."), Column("code", .text, doc: "The entry."),
      ],
      rows: technology.controlCodes.map { [.text($0.regime), .text($0.code)] })
  }
}
