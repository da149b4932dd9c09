internal import Store

/// A source as a report cites it.
struct ReportSource {
  let identifier: String
  let title: String
  /// The name of the file as received.
  let file: String
  let publisher: String
  let licence: String
  /// The day the data are for; nil when unknown.
  let asOf: String?
  let citation: String
  let marking: String

  /// The sources of the register with these identifiers, in their order.
  static func load(_ identifiers: [String], _ connection: Connection) throws -> [ReportSource] {
    try identifiers.compactMap { identifier in
      let row = try connection.first(
        """
        SELECT title, publisher, licence, as_of, citation, marking, file FROM tower_source WHERE id = ?
        """, [.text(identifier)])
      return row.map { row in
        ReportSource(
          identifier: identifier, title: row[0].text ?? "", file: row[6].text ?? "",
          publisher: row[1].text ?? "",
          licence: row[2].text ?? "", asOf: row[3].text, citation: row[4].text ?? "",
          marking: row[5].text ?? "")
      }
    }
  }
}
