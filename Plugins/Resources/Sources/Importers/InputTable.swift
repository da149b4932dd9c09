internal import Kernel
internal import Reference
internal import Store
internal import Tabular

/// A table of inputs that a CSV file fills: what a file holds of a part replaces all of that part.
struct InputTable: Sendable {
  let dataset: String
  let doc: String
  let title: String
  let table: String
  /// The names of the file's header, which are also the columns of the table, in their order.
  let header: [String]
  /// The columns that make up a part; a file replaces the parts that it has rows of.
  let part: [String]
  /// Reads a record into a value for each column of the header.
  let read: @Sendable (InputRecord) throws -> [Value]

  var importer: Importer {
    Importer(
      dataset, doc: doc,
      defaultCard: SourceCard(publisher: "unknown", title: title, licence: "unknown")
    ) { session in
      let names = try InputNames(session.connection)
      let columns = header + ["source_id"]
      let insert = try session.connection.prepare(
        "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES ("
          + columns.map { _ in "?" }.joined(separator: ", ") + ")")
      var begun: Set<[Value]> = []
      try session.forEachRecord(header) { record in
        let values = try read(InputRecord(record: record, names: names))
        let key = part.compactMap { name in header.firstIndex(of: name).map { values[$0] } }
        if begun.insert(key).inserted { try clear(key, session.connection) }
        do {
          try insert.run(values + [.text(session.sourceIdentifier)])
        } catch let error as StoreError where error.code & 0xFF == 19 {
          throw CSVRefusal("this row stands in the file already, or its fields do not fit together")
        }
        session.accept(part: key.isEmpty ? "all" : key.map(InputTable.word).joined(separator: "/"))
      }
    }
  }

  private func clear(_ key: [Value], _ connection: Connection) throws {
    let conditions = part.map { "\($0) = ?" }.joined(separator: " AND ")
    try connection.execute(
      "DELETE FROM \(table)" + (part.isEmpty ? "" : " WHERE \(conditions)"), key)
  }

  private static func word(_ value: Value) -> String {
    value.text ?? value.integer.map(String.init) ?? "?"
  }
}
