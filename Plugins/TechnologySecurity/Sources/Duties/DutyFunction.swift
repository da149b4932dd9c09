internal import Kernel
internal import Store
internal import TechnologyDuty
internal import Vocabulary

/// The table function `technology_duty`.
enum DutyFunction {
  static let descriptor = FunctionDescriptor(
    "technology_duty", doc: "What the Act asks of a holder before a transfer, on a day.",
    arguments: [
      .required("technology", .text, doc: "The technology."),
      .required("holder", .text, doc: "Who holds it."),
      .required("act", .text, doc: "export or foreign-merger."),
      .optional("day", .day, doc: "The day of the act; the day of the question when left out."),
    ],
    columns: [
      Column("duty", .text, doc: "approval, notification, none or cannot_tell."),
      Column("possible", .json, doc: "The duties that the missing facts leave open."),
      Column("missing", .json, doc: "What is missing."),
      Column("version", .text, doc: "The version of the Act that applies on the day."),
      Column("steps", .json, doc: "The steps with their citations."),
    ], estimatedRows: 1
  ) { call in
    let transfer = try StoredCase.read(
      technology: call.text("technology"), holder: call.text("holder"), act: call.text("act"),
      on: day(call), call.reader)
    let finding = transfer.finding
    return RowProducer([
      [
        .text(finding.duty.name), .text(JSONValue.texts(finding.possible.map(\.name)).compact),
        .text(JSONValue.texts(finding.duty.missing.map(\.english)).compact),
        Value(finding.version?.title.english),
        .text(JSONValue.texts(finding.steps.map(\.evidence.english)).compact),
      ]
    ])
  }

  private static func day(_ call: FunctionCall) throws -> Day {
    guard let text = try call.optionalText("day") else { return call.asOf }
    do {
      return try Day(text)
    } catch {
      throw TowerError(.usage, "day: \(error)")
    }
  }
}
