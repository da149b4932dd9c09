internal import Store
internal import Vocabulary

/// Reads the links of one descriptor from either end, on one state of the store.
final class LinkReader {
  let link: LinkDescriptor
  let module: String
  /// The links that it left out because of their marking.
  private(set) var withheld: Set<Link> = []
  private let reading: LinkReading
  private let isNumbered: Bool
  private let descriptorNumber: RowNumber
  private var keys: [String]?
  private var statements: [LinkStatement: Statement] = [:]
  private var search: LinkSearch?

  /// - Parameter isNumbered: whether each link gets the number that tells it from all others.
  init(_ link: LinkDescriptor, of module: String, _ reading: LinkReading, isNumbered: Bool) {
    self.link = link
    self.module = module
    self.reading = reading
    self.isNumbered = isNumbered
    descriptorNumber = RowNumber([
      .text(link.relation), Value(link.table), .text(link.source.kind), .text(link.target.kind),
    ])
  }

  /// Whether it is computed, so that a limit gives the heaviest.
  var isComputed: Bool { if case .computed = link.rows { true } else { false } }

  /// The links that lead from, to or between subjects; nil where they are of other kinds.
  ///
  /// One reading ends before the next begins.
  func links(from source: String?, to target: String?, on day: Day?, limit: Int?) throws
    -> (() throws -> (number: Int64, link: Link)?)?
  {
    switch link.rows {
    case .table(let columns): try stored(columns, source, target, day, limit)
    case .computed(let open): try computed(open, source, target, day, limit)
    }
  }

  private func stored(
    _ columns: LinkColumns, _ source: String?, _ target: String?, _ day: Day?, _ limit: Int?
  ) throws -> (() throws -> (number: Int64, link: Link)?)? {
    let sourceValues = source.map { link.source.values(of: $0) }
    let targetValues = target.map { link.target.values(of: $0) }
    if case .some(nil) = sourceValues { return nil }
    if case .some(nil) = targetValues { return nil }
    let form = LinkStatement(
      hasSource: source != nil, hasTarget: target != nil, hasDay: day != nil,
      hasLimit: limit != nil)
    let statement = try statement(form, columns)
    try statement.bind(
      LinkStatement.parameters(sourceValues ?? nil, targetValues ?? nil, day, limit))
    return { [self] in
      while try statement.step() {
        let values = statement.values
        let found = Link(
          source: values[0].text ?? "", relation: link.relation, target: values[1].text ?? "",
          validFrom: values[2], validTo: values[3], weight: values[4], unit: values[5],
          module: module, sourceID: values[6])
        guard mayShow(values[7]) else {
          withheld.insert(found)
          continue
        }
        return (isNumbered ? number(values[8...]) : 0, found)
      }
      return nil
    }
  }

  // A marking that cannot be read counts as the strictest.
  private func mayShow(_ marking: Value) -> Bool {
    guard !marking.isNull else { return true }
    let read = (try? Marking(marking.text ?? "")) ?? Marking(.red)
    return reading.deployment.mayHold(read)
  }

  private func statement(_ form: LinkStatement, _ columns: LinkColumns) throws -> Statement {
    if let statement = statements[form] { return statement }
    let keys = try keyColumns(of: columns.table)
    let statement = try reading.reader.prepare(form.sql(link, columns, keys: keys))
    statements[form] = statement
    return statement
  }

  private func keyColumns(of table: String) throws -> [String] {
    guard isNumbered else { return [] }
    if let keys { return keys }
    let found = try reading.reader.rows(
      "SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk", [.text(table)]
    ).compactMap { $0[0].text }
    keys = found.isEmpty ? ["rowid"] : found
    return keys ?? []
  }

  private func computed(
    _ open: (LinkReading) throws -> LinkSearch, _ source: String?, _ target: String?, _ day: Day?,
    _ limit: Int?
  ) throws -> (() throws -> (number: Int64, link: Link)?)? {
    let sourceIdentifier = source.map { link.source.identifier(of: $0) }
    let targetIdentifier = target.map { link.target.identifier(of: $0) }
    if case .some(nil) = sourceIdentifier { return nil }
    if case .some(nil) = targetIdentifier { return nil }
    let search = try search ?? open(reading)
    self.search = search
    let query = LinkQuery(
      source: (sourceIdentifier ?? nil).map(String.init),
      target: (targetIdentifier ?? nil).map(String.init), day: day, limit: limit)
    let next = try search(query)
    return { [self] in
      try next().map { row in
        let link = Link(
          source: "\(link.source.kind):\(row.source)", relation: link.relation,
          target: "\(link.target.kind):\(row.target)", validFrom: Value(row.validFrom),
          validTo: Value(row.validTo), weight: Value(row.weight), unit: Value(row.unit),
          module: module, sourceID: Value(row.sourceID))
        return (isNumbered ? number(link.values[...]) : 0, link)
      }
    }
  }

  private func number(_ key: ArraySlice<Value>) -> Int64 {
    var number = descriptorNumber
    for value in key { number.add(value) }
    return number.number
  }
}
