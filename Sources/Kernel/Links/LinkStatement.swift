internal import Store
internal import Vocabulary

/// The query that reads the links of a table from the ends and for the day that are given.
struct LinkStatement: Hashable {
  let hasSource: Bool
  let hasTarget: Bool
  let hasDay: Bool
  let hasLimit: Bool

  /// The query of a descriptor whose rows are those of a table.
  ///
  /// - Parameter keys: the columns that tell its rows apart, given after the others.
  func sql(_ link: LinkDescriptor, _ columns: LinkColumns, keys: [String]) -> String {
    let given = (hasSource ? link.source.columns : []) + (hasTarget ? link.target.columns : [])
    let ends = (link.source.columns + link.target.columns).map { "t.\($0) IS NOT NULL" }
    let dates = [
      "(\(columns.validFrom) IS NULL OR \(columns.validFrom) <= ?)",
      "(\(columns.validTo) IS NULL OR \(columns.validTo) > ?)",
    ]
    let conditions =
      given.map { "t.\($0) = ?" } + ends + (columns.condition.map { ["(\($0))"] } ?? [])
      + (hasDay ? dates : [])
    let values =
      [
        link.source.subject, link.target.subject, columns.validFrom, columns.validTo,
        columns.weight, columns.unit, columns.sourceID, columns.marking ?? "NULL",
      ] + keys.map { "t.\"\($0)\"" }
    return "SELECT " + values.joined(separator: ", ") + " FROM \(columns.table) AS t WHERE "
      + conditions.joined(separator: " AND ") + order(link) + (hasLimit ? " LIMIT ?" : "")
  }

  // Only where a limit leaves some out must it be said which.
  private func order(_ link: LinkDescriptor) -> String {
    guard hasLimit, hasSource != hasTarget else { return "" }
    let columns = hasSource ? link.target.columns : link.source.columns
    return " ORDER BY " + columns.map { "t.\($0)" }.joined(separator: ", ")
  }

  /// The values of its parameters.
  static func parameters(_ source: [Value]?, _ target: [Value]?, _ day: Day?, _ limit: Int?)
    -> [Value]
  {
    (source ?? []) + (target ?? []) + (day.map { [Value($0), Value($0)] } ?? [])
      + (limit.map { [Value($0)] } ?? [])
  }
}
