internal import Kernel
internal import Store
internal import Vocabulary

/// The answer of a watch at one time, with all that shaped it.
struct WatchedAnswer: Equatable {
  let query: String
  let queryDigest: String
  /// The bound parameters, as JSON.
  let parameters: String
  /// The key columns, as JSON.
  let key: String
  /// The register of sources, as identifier by identifier.
  let sources: [String]
  let asOf: String
  /// Each row as a JSON object, by its key.
  let rows: [String: String]

  init(
    query: String, queryDigest: String, parameters: String, key: String, sources: [String],
    asOf: String, rows: [String: String]
  ) {
    self.query = query
    self.queryDigest = queryDigest
    self.parameters = parameters
    self.key = key
    self.sources = sources
    self.asOf = asOf
    self.rows = rows
  }

  /// Asks the query of a watch.
  ///
  /// People's data stay closed: their purpose belongs to one question, and an answer is kept here.
  ///
  /// - Throws: `TowerError` when the key columns are not there or do not tell the rows apart.
  init(of watch: Watch, _ invocation: Invocation) throws {
    let tower = invocation.tower
    var options = invocation.options
    options.purpose = nil
    let values = try watch.query.values(watch.parameters, of: tower)
    let answer = try watch.query.ask(values, of: tower, options: options)
    query = watch.query.identifier
    queryDigest = watch.query.digest
    parameters =
      JSONValue.object(
        values.sorted { $0.key < $1.key }.map { ($0.key, JSONValue($0.value)) }
      ).compact
    key = JSONValue.texts(watch.key).compact
    sources = try tower.read { connection in
      try SourceEntry.all(for: tower.deployment, connection).map(\.identifier)
    }
    asOf = invocation.asOf.description
    rows = try WatchedAnswer.keyed(answer.tables.first, watch)
  }

  private static func keyed(_ table: ResultTable?, _ watch: Watch) throws -> [String: String] {
    guard let table else { return [:] }
    let names = table.columns.map(\.name)
    let places = try watch.key.map { column in
      guard let place = names.firstIndex(of: column) else {
        throw TowerError(
          .configuration, "watch \(watch.identifier): the answer has no column '\(column)'",
          hints: ["the columns are \(names.joined(separator: ", "))"])
      }
      return place
    }
    var rows: [String: String] = [:]
    for row in table.rows {
      let key = JSONValue.list(places.map { JSONValue(row[$0]) }).compact
      let object = JSONValue.object(zip(names, row).map { ($0, JSONValue($1)) }).compact
      guard rows.updateValue(object, forKey: key) == nil else {
        throw TowerError(
          .configuration,
          "watch \(watch.identifier): several rows have the key \(key); name more key columns")
      }
    }
    return rows
  }
}
