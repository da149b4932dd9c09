internal import Kernel
internal import MeasureStatus
internal import Store
internal import Vocabulary

/// The command `trade measures`.
enum MeasuresCommand {
  static let command = Command(
    "trade measures", summary: "Lists the measures of the register with their status on a day.",
    discussion: """
      The day is --as-of, today when it is left out; with --known-at only what had been learned by
      then counts. 'expired_unverified' means that an end date has passed and no source on record says
      what followed; 'operative' then tells what the text alone says.
      """,
    parameters: [
      Parameter(
        "status", .choice(MeasureStanding.Status.allCases.map(\.rawValue)),
        doc: "Only measures of this status.")
    ],
    columns: columns, examples: ["trade measures --as-of 2025-12-01"]
  ) { invocation in
    let wanted = invocation.arguments.optionalText("status")
    return try invocation.tower.read { connection in
      let measures = try StoredMeasures.load(on: invocation.asOf, connection)
      let rows = measures.compactMap { row($0, invocation, wanted: wanted) }
      let sources = Set(measures.map(\.source)).sorted()
      return CommandResult(
        columns: columns, rows: rows,
        notes: measures.isEmpty
          ? ["the register is empty: tower import measures config/measures/*.yaml"] : [],
        sources: sources, marking: try SourceRegister.marking(of: sources, connection))
    }
  }

  private static let columns = [
    Column("measure", .text, doc: "The identifier."),
    Column("announcement", .text, doc: "The instrument's own number."),
    Column("limb", .text, doc: "The part of an instrument with dates of its own."),
    Column("title", .text, doc: "The title."),
    Column("kind", .text, doc: "What kind of act it is."),
    Column("author", .country, doc: "The state that acts."),
    Column("status", .text, doc: "Its status on the day."),
    Column("operative", .flag, doc: "Whether it operates by the text alone."),
    Column("suspended", .flag, doc: "Whether it is suspended."),
    Column("not_yet_effective", .flag, doc: "Whether it has not begun."),
    Column("valid_from", .day, doc: "Its first day."),
    Column("valid_until", .day, doc: "The day its text names as its end."),
    Column("next_change", .day, doc: "The next day on which its status changes."),
    Column("requires", .text, doc: "What it requires."),
    Column("citation", .text, doc: "How to cite it."),
    Column("reasons", .text, doc: "The steps that lead to the status, each cited."),
  ]

  private static func row(
    _ registered: RegisteredMeasure, _ invocation: Invocation, wanted: String?
  ) -> [Value]? {
    let measure = registered.measure
    guard
      let standing = measure.standing(on: invocation.asOf, knownAt: invocation.knownAt),
      wanted == nil || standing.status.rawValue == wanted
    else { return nil }
    return [
      .text(measure.identifier), .text(registered.announcement), .text(registered.limb),
      .text(registered.title.english), .text(measure.kind.rawValue), .text(registered.author),
      .text(standing.status.rawValue), Value(standing.isOperativeByText),
      Value(standing.isSuspended), Value(standing.isNotYetEffective),
      Value(measure.validity.from), Value(measure.validity.until), Value(standing.nextChange),
      Value(registered.requires?.english), .text(measure.citation),
      .text(standing.reasons.map(\.evidence.english).joined(separator: "; ")),
    ]
  }
}
