internal import FlowColumns
internal import Kernel
internal import Store
internal import Vocabulary

/// Who exports what, as links: the flows of a year summed over importers, read from the segments.
///
/// A year stands until the next year that the store holds.
enum ExportLinks {
  static let descriptor = LinkDescriptor(
    "exports", from: "country", to: "product", table: "flows",
    doc: "A country exports a product; the value of a year, which stands until the next year held."
  ) { reading in
    let exports = try YearlyExports(reading.reader)
    return { query in
      var years = exports.years.filter { query.day.map($0.holds) ?? true }[...]
      var rows: ArraySlice<LinkRow> = []
      return {
        while rows.isEmpty {
          guard let year = years.popFirst() else { return nil }
          rows = try exports.links(year, query)[...]
        }
        return rows.popFirst()
      }
    }
  }
}

/// The exports of each country by product, year by year; those of a whole year are summed once.
private final class YearlyExports {
  struct Year: Hashable {
    let edition: String
    let year: Int
    let next: Int?
    let source: String?

    var from: Day { Day(year: year, month: 1, day: 1) ?? Day(daysSinceEpoch: 0) }
    var to: Day? { next.flatMap { Day(year: $0, month: 1, day: 1) } }

    func holds(_ day: Day) -> Bool { from <= day && to.map { day < $0 } ?? true }
  }

  let years: [Year]
  private let connection: Connection
  private let countries: CountryNumbers
  private var whole: [Year: [UInt16: [CountryExports]]] = [:]

  init(_ connection: Connection) throws {
    self.connection = connection
    countries = try CountryNumbers(connection)
    years = try connection.rows("SELECT DISTINCT edition FROM flow_segment ORDER BY edition")
      .compactMap(\.first?.text).flatMap { edition in
        let held = try TradeFlows.years(edition: edition, connection)
        return try zip(held, held.dropFirst().map(Optional.some) + [nil]).map { year, next in
          Year(
            edition: edition, year: year, next: next,
            source: try TradeFlows.sources(edition: edition, years: [year], connection).first)
        }
      }
  }

  /// The links of a year: the heaviest where a limit is set, else by product and country.
  func links(_ year: Year, _ query: LinkQuery) throws -> [LinkRow] {
    var exports = try wanted(year, query)
    if query.limit != nil {
      exports.sort {
        ($1.value, $0.product, $0.exporter) < ($0.value, $1.product, $1.exporter)
      }
    }
    return try exports.prefix(query.limit ?? exports.count).map { export in
      LinkRow(
        try countries.identifier(export.exporter),
        year.edition + "/" + TradeFlows.digits(export.product), validFrom: year.from,
        validTo: year.to, weight: export.value, unit: "kUSD", sourceID: year.source)
    }
  }

  private func wanted(_ year: Year, _ query: LinkQuery) throws -> [CountryExports] {
    var number: UInt16?
    if let source = query.source {
      guard let known = countries.number(source) else { return [] }
      number = known
    }
    if let target = query.target {
      // Flows are of six digits.
      guard let product = try? ProductCode(target), product.edition == year.edition,
        product.digits.utf8.count == 6
      else { return [] }
      return try sums(year, under: product.digits).filter { number ?? $0.exporter == $0.exporter }
    }
    let all = try byCountry(year)
    return number.map { all[$0] ?? [] }
      ?? all.sorted { $0.key < $1.key }.flatMap(\.value)
  }

  private func byCountry(_ year: Year) throws -> [UInt16: [CountryExports]] {
    if let known = whole[year] { return known }
    let grouped = Dictionary(grouping: try sums(year, under: nil), by: \.exporter)
    whole[year] = grouped
    return grouped
  }

  /// The sums over importers, by product and exporter.
  private func sums(_ year: Year, under digits: String?) throws -> [CountryExports] {
    let products = try digits.map { [try FlowQuery.products(under: $0)] }
    let query = FlowQuery(year: year.year, products: products)
    let store = FlowSegments(edition: year.edition, connection: connection)
    return try store.map(try store.entries(query), quantities: false) { segment in
      segment.countryExports(of: products)
    }.flatMap(\.self)
  }
}
