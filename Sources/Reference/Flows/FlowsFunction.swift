internal import FlowColumns
internal import Kernel
internal import Store
internal import Vocabulary

/// The flows as rows for questions: `SELECT * FROM flows WHERE year = 2023 AND importer = 'KOR'`.
enum FlowsFunction {
  static let function = FunctionDescriptor(
    "flows", doc: "What one country imported of one product from another in a period.",
    arguments: [],
    columns: [
      Column("edition", .text, doc: "The edition of the Harmonized System."),
      Column("year", .integer, doc: "The year."),
      Column("month", .integer, doc: "The month; null for a whole year."),
      Column("product", .product, doc: "The product with its edition."),
      Column("importer", .country, doc: "Who imported."),
      Column("exporter", .country, doc: "Who exported."),
      Column("value", .real, unit: "kUSD", doc: "The value."),
      Column("quantity", .real, unit: "t", doc: "The quantity; null when unknown, never zero."),
    ],
    estimatedRows: 200_000_000,
    searchable: [
      "edition": 2, "year": 20, "product": 5000, "importer": 230, "exporter": 230,
    ]
  ) { call in
    let rows = FlowRows(
      try CountryNumbers(call.reader), try searches(call), connection: call.reader)
    return RowProducer(numbered: rows.next)
  }

  /// One search for each edition that is wanted and held.
  private static func searches(_ call: FunctionCall) throws -> [FlowSearch] {
    let countries = try CountryNumbers(call.reader)
    let held = try call.reader.rows("SELECT DISTINCT edition FROM flow_segment ORDER BY edition")
    try refuseDroppedPeriods(call, countries)
    return held.compactMap(\.first?.text).compactMap { edition in
      FlowSearch(edition: edition, call.constraints, countries)
    }
  }
}

/// What a question wants of the flows of one edition.
struct FlowSearch {
  let edition: String
  private(set) var query = FlowQuery()

  /// Reads the constraints; nil when they leave nothing of the edition.
  ///
  /// One that is not understood is left to SQLite, which tests every row again.
  init?(edition: String, _ constraints: [TableFunction.Constraint], _ countries: CountryNumbers) {
    self.edition = edition
    var years = 0...9999
    var products: [ClosedRange<UInt32>]?
    var sides: [String: Set<UInt16>] = [:]
    for constraint in constraints {
      switch (constraint.column, constraint.relation) {
      case ("year", _):
        guard let narrowed = FlowSearch.narrowed(years, constraint) else { return nil }
        years = narrowed
      case ("edition", .equal):
        if let text = constraint.value.text, text != edition { return nil }
      case ("product", .equal), ("product", .like), ("product", .glob):
        guard let prefix = FlowSearch.prefix(constraint) else { continue }
        guard prefix.hasPrefix(edition + "/") || (edition + "/").hasPrefix(prefix) else {
          return nil
        }
        let digits = String(prefix.dropFirst(edition.count + 1))
        guard let range = try? FlowQuery.products(under: digits) else { continue }
        products =
          products.map { kept in
            kept.filter { $0.overlaps(range) }.map { $0.clamped(to: range) }
          } ?? [range]
      case ("importer", .equal), ("exporter", .equal):
        guard let text = constraint.value.text else { continue }
        guard let number = countries.number(text) else { return nil }
        sides[constraint.column] = [number]
      default: continue
      }
    }
    let periods = Period(year: years.lowerBound)...Period(year: years.upperBound, month: 12)
    query = FlowQuery(
      periods: periods, products: products, importers: sides["importer"],
      exporters: sides["exporter"])
  }

  /// The years that a comparison leaves; nil when none.
  private static func narrowed(_ years: ClosedRange<Int>, _ constraint: TableFunction.Constraint)
    -> ClosedRange<Int>?
  {
    guard let number = constraint.value.real, number.magnitude < 1e6 else { return years }
    var (first, last) = (years.lowerBound, years.upperBound)
    switch constraint.relation {
    case .equal:
      first = max(first, Int(number.rounded(.up)))
      last = min(last, Int(number.rounded(.down)))
    case .less: last = min(last, Int(number.rounded(.up)) - 1)
    case .atMost: last = min(last, Int(number.rounded(.down)))
    case .greater: first = max(first, Int(number.rounded(.down)) + 1)
    case .atLeast: first = max(first, Int(number.rounded(.up)))
    case .like, .glob: break
    }
    return first <= last ? first...last : nil
  }

  /// What every product that meets a constraint begins with; nil for a pattern that is not a beginning.
  private static func prefix(_ constraint: TableFunction.Constraint) -> String? {
    guard let text = constraint.value.text else { return nil }
    switch constraint.relation {
    case .like: return String(text.lowercased().prefix { $0 != "%" && $0 != "_" })
    case .glob: return String(text.prefix { !"*?[".contains($0) })
    default: return text
    }
  }
}

/// Reads the flows of some searches a few segments at a time, so that no memory grows with them.
private final class FlowRows {
  private let countries: CountryNumbers
  private let connection: Connection
  private var searches: ArraySlice<FlowSearch>
  private var search: FlowSearch?
  private var entries: ArraySlice<FlowSegments.Entry> = []
  private var cursor: FlowCursor?
  private var product: (code: UInt32, text: Value) = (0, .null)
  private var editionNumber = 0

  private static let segmentsAtOnce = 16

  init(_ countries: CountryNumbers, _ searches: [FlowSearch], connection: Connection) {
    self.countries = countries
    self.connection = connection
    self.searches = searches[...]
  }

  func next() throws -> (number: Int64, row: [Value])? {
    while true {
      if let flow = cursor?.next(), let search { return try row(flow, search.edition) }
      guard try readOn() else { return nil }
    }
  }

  /// Makes a cursor of the next segments; false when there are none.
  private func readOn() throws -> Bool {
    cursor = nil
    while entries.isEmpty {
      guard let next = searches.popFirst() else { return false }
      search = next
      editionNumber =
        ProductCode.editions.firstIndex(of: next.edition) ?? ProductCode.editions.count
      product.code = 0
      entries = try FlowSegments(edition: next.edition, connection: connection)
        .entries(next.query)[...]
    }
    guard let search else { return false }
    let some = Array(entries.prefix(FlowRows.segmentsAtOnce))
    entries = entries.dropFirst(some.count)
    let store = FlowSegments(edition: search.edition, connection: connection)
    cursor = try FlowCursor(try store.load(some, quantities: true), search.query)
    return true
  }

  private func row(_ flow: Flow, _ edition: String) throws -> (number: Int64, row: [Value]) {
    if flow.product != product.code {
      product = (flow.product, .text(edition + "/" + TradeFlows.digits(flow.product)))
    }
    let period = flow.period
    let importer = Int(try countries.place(flow.importer))
    let exporter = Int(try countries.place(flow.exporter))
    let row: [Value] = [
      .text(edition), Value(period.year), Value(period.month), product.text,
      .text(countries.identifiers[importer]), .text(countries.identifiers[exporter]),
      .real(flow.value), Value(flow.quantity),
    ]
    let count = countries.identifiers.count
    let key = (editionNumber << 18 | Int(period.code)) << 20 | Int(flow.product)
    return (Int64((key * count + importer) * count + exporter), row)
  }
}
