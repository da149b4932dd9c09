internal import Kernel
internal import MeasureStatus
internal import Store
internal import Vocabulary

/// The table function `measures_in_force([day])`.
enum MeasuresInForce {
  static let function = FunctionDescriptor(
    "measures_in_force",
    doc: """
      A measure that applies on a day, or of which nobody recorded whether it still does.
      """,
    arguments: [
      .optional("day", .day, doc: "The day; that of the question when left out.")
    ],
    columns: [
      Column("measure", .text, doc: "The identifier."),
      Column("announcement", .text, doc: "The instrument's own number."),
      Column("title", .text, doc: "The title."),
      Column("kind", .text, doc: "What kind of act it is."),
      Column("author", .country, doc: "The state that acts."),
      Column("status", .text, doc: "Its status on the day."),
      Column("applies", .flag, doc: "1 when it applies; null when it cannot be told."),
      Column("since", .day, doc: "The first day of this status; null when it always held."),
      Column("next_change", .day, doc: "The next day on which its status changes."),
      Column("citation", .text, doc: "How to cite it."),
      Column("source_id", .text, doc: "The source."),
    ], estimatedRows: 50
  ) { call in
    let day = try call.optionalText("day").map { try Day($0) } ?? call.asOf
    let measures = try StoredMeasures.load(on: day, call.reader)
    let knownAt = call.knownAt
    return RowProducer(measures.lazy.compactMap { row($0, on: day, knownAt: knownAt) })
  }

  private static func row(_ registered: RegisteredMeasure, on day: Day, knownAt: Day?) -> [Value]? {
    guard let standing = registered.measure.standing(on: day, knownAt: knownAt) else { return nil }
    let isOpen = standing.status == .expiredUnverified
    guard isOpen || standing.isOperativeByText else { return nil }
    return [
      .text(registered.identifier), .text(registered.announcement),
      .text(registered.title.english), .text(registered.measure.kind.rawValue),
      .text(registered.author), .text(standing.status.rawValue), isOpen ? .null : Value(true),
      Value(standing.since), Value(standing.nextChange), .text(registered.measure.citation),
      .text(registered.source),
    ]
  }
}
