internal import Store

/// A link between two subjects, as every module's links are shown.
struct Link: Hashable {
  let source: String
  let relation: String
  let target: String
  let validFrom: Value
  let validTo: Value
  let weight: Value
  let unit: Value
  let module: String
  let sourceID: Value

  /// The subject at the other end; the same one for a link to itself.
  func other(than subject: String) -> String { source == subject ? target : source }

  /// The columns of `links`.
  var values: [Value] {
    [
      .text(source), .text(relation), .text(target), validFrom, validTo, weight, .text(module),
      sourceID, unit,
    ]
  }

  static let columns = [
    Column("source", .subject, doc: "What the link leads from."),
    Column("relation", .text, doc: "The relation, such as produces or restricts."),
    Column("target", .subject, doc: "What it leads to."),
    Column("valid_from", .day, doc: "The first day on which it holds; null when it always held."),
    Column(
      "valid_to", .day, doc: "The first day on which it no longer holds; null when it is open."),
    Column("weight", .real, doc: "How much, in `unit`; null when it is not known."),
    Column("module", .text, doc: "The module that holds it."),
    Column("source_id", .text, doc: "The source; null where the configuration says it."),
    Column("unit", .text, doc: "The unit of the weight."),
  ]
}
