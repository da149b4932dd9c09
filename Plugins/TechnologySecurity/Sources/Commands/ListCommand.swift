internal import Kernel
internal import Store
internal import Vocabulary

/// The command `technology list`.
enum ListCommand {
  static let command = Command(
    "technology list", summary: "Lists the core technologies of the register.",
    discussion: """
      National core technologies of the day (--as-of) come first, then the most critical. Where the
      register does not know whether one is designated, it says unknown, never no.
      """,
    parameters: [
      Parameter(
        "field", .choice(IndustryField.allCases.map(\.rawValue)), doc: "Only those of an industry."),
      Parameter(
        "national-core", .choice(Standing.names), doc: "Only those of this standing on the day."),
    ],
    columns: columns, examples: ["technology list --field semiconductors"]
  ) { invocation in
    let field = invocation.arguments.optionalText("field")
    let standing = invocation.arguments.optionalText("national-core")
    return try invocation.tower.read { connection in
      let register = try TechnologyRegister(connection)
      let technologies = register.technologies
        .filter { field == nil || $0.field.rawValue == field }
        .filter {
          standing == nil || $0.nationalCore(on: invocation.asOf).rawValue == standing
        }
        .sorted { Technology.precedes($0, $1, on: invocation.asOf) }
      return CommandResult(
        columns: columns, rows: technologies.map { row($0, on: invocation.asOf) },
        notes: register.technologies.isEmpty ? [TechnologyDomains.fillHint] : [],
        sources: register.sources,
        marking: try SourceRegister.marking(of: register.sources, connection))
    }
  }

  private static let columns = [
    Column("technology", .text, doc: "The identifier."), Column("title", .text, doc: "The title."),
    Column("title_ko", .text, doc: "In Korean."), Column("field", .text, doc: "Its industry."),
    Column("criticality", .text, doc: "strategic, core or general."),
    Column("national_core", .text, doc: "yes, no or unknown on the day."),
    Column("core_from", .day, doc: "The first day for which that is on record."),
    Column("steps", .integer, doc: "How many steps it has."),
    Column("uses", .integer, doc: "How many uses of products and materials are recorded."),
    Column("makes", .text, doc: "The products made with it."),
  ]

  private static func row(_ technology: Technology, on day: Day) -> [Value] {
    [
      .text(technology.identifier), .text(technology.title.english),
      Value(technology.title.korean), .text(technology.field.rawValue),
      .text(technology.criticality.rawValue), .text(technology.nationalCore(on: day).rawValue),
      Value(technology.coreFrom), Value(technology.steps.count), Value(technology.uses.count),
      .text(technology.makes.map(\.description).joined(separator: ", ")),
    ]
  }
}
