internal import Store
internal import Vocabulary

/// One page about a subject, made of the descriptors of all modules.
struct SubjectPage {
  let subject: Subject
  let tower: Tower
  let connection: Connection
  let graph: LinkGraph
  /// The links by which what restricts a heading reaches a product.
  let headings: LinkGraph
  let known: KnownSubjects
  let words: PageWords
  let options: GlobalOptions
  var notes: [String] = []
  var sources: Set<String> = []
  var marking = Marking.clear

  init(
    _ subject: Subject, _ tower: Tower, _ connection: Connection, _ graph: LinkGraph,
    upwards headings: LinkGraph, words: PageWords, options: GlobalOptions
  ) {
    self.subject = subject
    self.tower = tower
    self.connection = connection
    self.graph = graph
    self.headings = headings
    self.words = words
    self.options = options
    known = KnownSubjects(tower, connection)
  }

  /// The page.
  ///
  /// - Parameter links: how many links of one relation are shown.
  mutating func result(links limit: Int) throws -> CommandResult {
    let found = try graph.links(of: subject.description)
    var tables = [try facts()]
    tables += try linkTables(found, limit: limit)
    tables += try restrictionTables(found)
    tables += try findingTables()
    let listed = sources.sorted()
    tables.append(try sourceTable(listed))
    let ofSources = try SourceRegister.marking(of: listed, connection)
    return CommandResult(
      tables: tables, notes: notes + graph.notes, sources: listed,
      marking: marking.combined(with: ofSources))
  }

  func name(_ subject: String) throws -> Value {
    guard let subject = try? Subject(subject) else { return .null }
    return .text(words.text(try known.name(of: subject)))
  }

  // MARK: What it is

  private mutating func facts() throws -> ResultTable {
    let name = words.text(try known.name(of: subject))
    let others = try known.entries(of: subject.kind).filter { $0.identifier == subject.identifier }
      .flatMap(\.names)
    var seen: Set<String> = [name]
    var rows: [[Value]] = [
      [.text(words.subject), .text(subject.description), .null],
      [.text(words.name), .text(name), .null],
    ]
    rows += others.filter { seen.insert($0).inserted }.map { other in
      [.text(words.otherNames), .text(other), .null]
    }
    for kind in tower.registry.subjectKinds where kind.kind == subject.kind {
      guard let page = kind.page else { continue }
      rows += try described(by: page)
    }
    rows.append([.text(words.day), Value(graph.asOf), .null])
    return ResultTable(columns: words.facts, rows: rows)
  }

  /// The row of the table that describes the subject, column by column.
  private mutating func described(by page: (table: String, key: [String])) throws -> [[Value]] {
    let end = LinkEnd(subject.kind, columns: page.key)
    let tables = tower.registry.entries.flatMap(\.descriptor.tables)
    guard let table = tables.first(where: { $0.name == page.table }),
      let key = end.values(of: subject.description)
    else { return [] }
    let open = table.columns.filter { tower.closing($0, options) == nil }
    if open.count < table.columns.count {
      let closed = table.columns.filter { !open.contains($0) }
      notes.append(
        "left out of \(table.name): \(closed.map(\.name).joined(separator: ", ")); "
          + (tower.closing(closed[0], options) ?? ""))
    }
    let shown = open.filter { !page.key.contains($0.name) }
    let row = try connection.first(
      "SELECT \(shown.map(\.name).joined(separator: ", ")) FROM \(table.name) WHERE "
        + page.key.map { "\($0) = ?" }.joined(separator: " AND "), key)
    return zip(shown, row ?? []).compactMap { column, value in
      if column.name == "source_id" { value.text.map { _ = sources.insert($0) } }
      guard !value.isNull, value != .text(""), column.name != "source_id" else { return nil }
      let unit = column.unit.map { " [\($0)]" } ?? ""
      return [.text(column.name + unit), .text(CellText.human(value, column)), .text(column.doc)]
    }
  }

  /// The columns of people's data that a page of a kind of subject reads, as `table.column`.
  static func personalColumns(of kind: String, _ registry: Registry) -> [String] {
    let pages = registry.subjectKinds.filter { $0.kind == kind }.compactMap(\.page?.table)
    return registry.entries.flatMap(\.descriptor.tables).filter { pages.contains($0.name) }
      .flatMap { table in
        table.columns.filter(\.isPersonal).map { "\(table.name).\($0.name)" }
      }
  }

  // MARK: Where it comes from

  private func sourceTable(_ sources: [String]) throws -> ResultTable {
    let known = try SourceEntry.all(for: tower.deployment, connection)
    let byIdentifier = Dictionary(known.map { ($0.identifier, $0) }) { first, _ in first }
    let rows = sources.map { source -> [Value] in
      guard let entry = byIdentifier[source] else {
        // A source that is not in the register counts as the strictest.
        return [
          .text(source), .null, .null, .null, .null, .null, .text(Marking(.red).description),
        ]
      }
      return ["id", "publisher", "title", "as_of", "retrieved", "licence", "marking"]
        .map { entry[$0] }
    }
    return ResultTable(title: words.sources, columns: words.sourceColumns, rows: rows)
  }
}
