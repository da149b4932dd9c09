internal import Kernel
internal import Store
internal import TechnologyDuty
internal import Vocabulary

/// The command `technology duty`.
enum DutyCommand {
  static let command = Command(
    "technology duty",
    summary: "Tells what the Industrial Technology Protection Act asks before a transfer.",
    discussion: """
      The answer is approval, notification, none, or cannot_tell with what is missing, by the version
      of the Act that applies on the day (--as-of). 'none' is no clearance: other laws are not examined.
      The Act: 산업기술의 유출방지 및 보호에 관한 법률, Articles 2, 9, 11 and 11-2, in every version since 2007.
      """,
    parameters: [
      Parameter("technology", .entity(domain: "technology"), .required, doc: "The technology."),
      Parameter("holder", .entity(domain: "technology_holder"), .required, doc: "Who holds it."),
      Parameter(
        "act", .choice(TransferAct.allCases.map(\.rawValue)), .required,
        doc: "An export, or a foreign merger, acquisition or other foreign investment."),
    ],
    columns: columns,
    examples: [
      "technology duty --technology dram-memory --holder hanbit-memory --act export",
      "technology duty --technology foundry-logic --holder mirinae-foundry --act foreign-merger "
        + "--as-of 2019-06-01",
    ]
  ) { invocation in
    let arguments = invocation.arguments
    return try invocation.tower.read { connection in
      let transfer = try StoredCase.read(
        technology: arguments.text("technology"), holder: arguments.text("holder"),
        act: arguments.text("act"), on: invocation.asOf, connection)
      let sources = Set([transfer.technology.source, transfer.holder.source]).sorted()
      return CommandResult(
        tables: [
          ResultTable(columns: columns, rows: [row(transfer)]),
          ResultTable(
            title: "\nSteps", columns: stepColumns,
            rows: transfer.finding.steps.map {
              [.text($0.finding.english), Value($0.finding.korean), .text($0.citation)]
            }),
        ],
        notes: transfer.holder.isSynthetic
          ? ["\(transfer.holder.name.english) is synthetic demonstration data"] : [],
        sources: sources, marking: try SourceRegister.marking(of: sources, connection))
    }
  }

  private static let columns = [
    Column("technology", .text, doc: "The technology."),
    Column("holder", .text, doc: "Who holds it."),
    Column("act", .text, doc: "What is to be done."),
    Column("day", .day, doc: "The day of the act."),
    Column("duty", .text, doc: "approval, notification, none or cannot_tell."),
    Column("possible", .text, doc: "The duties that the missing facts leave open."),
    Column("missing", .text, doc: "What is missing."),
    Column("version", .text, doc: "The version of the Act that applies on the day."),
  ]

  private static let stepColumns = [
    Column("step", .text, doc: "The step."), Column("step_ko", .text, doc: "In Korean."),
    Column("citation", .text, doc: "The article it rests on."),
  ]

  private static func row(_ transfer: TransferCase) -> [Value] {
    let finding = transfer.finding
    let missing = finding.duty.missing.map(\.english)
    return [
      .text(transfer.technology.identifier), .text(transfer.holder.identifier),
      .text(transfer.act.rawValue), Value(transfer.day), .text(finding.duty.name),
      .text(finding.possible.map(\.name).joined(separator: ", ")),
      missing.isEmpty ? .null : .text(missing.joined(separator: "; ")),
      Value(finding.version?.title.english),
    ]
  }
}
