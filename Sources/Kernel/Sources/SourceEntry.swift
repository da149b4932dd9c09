public import Store
internal import Vocabulary

/// A source of the register as a deployment may see it.
///
/// Of one whose marking it may not hold it sees that it exists, by identifier and marking, and
/// nothing else. Every list of sources shows these entries.
public struct SourceEntry: Sendable {
  /// The identifier.
  public let identifier: String
  /// Whether the deployment may hold its marking; every other column is null where it may not.
  public let isHeld: Bool
  /// The values of the columns of `tower_sources`.
  public let values: [Value]

  /// The value of a column of `tower_sources`.
  public subscript(_ column: String) -> Value {
    guard let index = SourceEntry.columns.firstIndex(where: { $0.name == column }) else {
      preconditionFailure("a source has no column \(column)")
    }
    return values[index]
  }

  /// Every source of the store, in the order of the identifiers.
  public static func all(for deployment: Deployment, _ connection: Connection) throws
    -> [SourceEntry]
  {
    let names = columns.map(\.name).joined(separator: ", ")
    return try connection.rows("SELECT \(names) FROM tower_source ORDER BY id").map { row in
      let shown = Set(["id", "marking"])
      let marking = columns.firstIndex { $0.name == "marking" }.flatMap { row[$0].text } ?? ""
      let isHeld = (try? Marking(marking)).map(deployment.mayHold) ?? false
      let values = zip(columns, row).map { isHeld || shown.contains($0.name) ? $1 : .null }
      return SourceEntry(identifier: row[0].text ?? "", isHeld: isHeld, values: values)
    }
  }

  static let columns = [
    Column("id", .text, doc: "The identifier: the data set and the start of its SHA-256."),
    Column("dataset", .text, doc: "The data set."),
    Column("publisher", .text, doc: "Who published it."),
    Column("title", .text, doc: "What it is called."),
    Column("licence", .text, doc: "The licence it came under."),
    Column("version", .text, doc: "Its version; empty when unknown."),
    Column("as_of", .day, doc: "The day the data are for; null when unknown."),
    Column("retrieved", .day, doc: "The day it was received; null when unknown."),
    Column("citation", .text, doc: "How to cite it."),
    Column("marking", .marking, doc: "How far it may travel."),
    Column("file", .text, doc: "The name of the file."),
    Column("sha256", .text, doc: "The SHA-256 of the file's bytes."),
    Column("parameters", .json, doc: "The parameters of the import."),
    Column("rows_in", .integer, doc: "How many rows were taken."),
    Column("rows_rejected", .integer, doc: "How many rows were refused."),
    Column("imported_at", .text, doc: "When it was imported."),
  ]

  static let functions = [
    FunctionDescriptor(
      "tower_sources",
      doc: "A data set as received; identifier and marking alone where it may not be held.",
      arguments: [], columns: columns, estimatedRows: 100
    ) { call in
      RowProducer(try all(for: call.tower.deployment, call.reader).map(\.values))
    },
    FunctionDescriptor(
      "tower_source_parts",
      doc: "The source in force for a part of a data set, such as a year, where it may be held.",
      arguments: [],
      columns: [
        Column("dataset", .text, doc: "The data set."),
        Column("part", .text, doc: "The part: a year, a list."),
        Column("source_id", .text, doc: "The source in force."),
        Column("rows", .integer, doc: "How many rows it brought."),
      ], estimatedRows: 1000
    ) { call in
      let held = Set(
        try all(for: call.tower.deployment, call.reader).filter(\.isHeld).map(\.identifier))
      let rows = try call.reader.rows(
        "SELECT dataset, part, source_id, rows FROM tower_source_part ORDER BY dataset, part")
      return RowProducer(rows.filter { held.contains($0[2].text ?? "") })
    },
  ]
}
