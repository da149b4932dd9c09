internal import FlowColumns
internal import Store

/// Measures the flows of a year some products at a time, on both cores, so that memory does not grow
/// with the year.
public final class YearReader<Part: Sendable> {
  private let store: FlowSegments
  private let measure: @Sendable (Segment) -> Part
  private var entries: ArraySlice<FlowSegments.Entry>

  /// How many segments are in memory at once.
  private static var segmentsAtOnce: Int { 32 }

  /// Stands before the first product of a year.
  ///
  /// - Parameters:
  ///   - prefixes: the leading digits of the products that are wanted; nil for all.
  ///   - measure: measures the wanted products, as ranges, of a segment.
  init(
    edition: String, year: Int, prefixes: [String]?, _ connection: Connection,
    measure: @escaping @Sendable (Segment, _ products: [ClosedRange<UInt32>]?) -> Part
  ) throws {
    let products = try prefixes?.map { try FlowQuery.products(under: $0) }
    self.measure = { measure($0, products) }
    store = FlowSegments(edition: edition, connection: connection)
    entries = try store.entries(FlowQuery(year: year, products: products))[...]
  }

  /// The next products, in parts that follow each other; nil at the end of the year.
  ///
  /// - Throws: `TowerError` for a damaged segment.
  public func next() throws -> [Part]? {
    guard !entries.isEmpty else { return nil }
    let some = Array(entries.prefix(YearReader.segmentsAtOnce))
    entries = entries.dropFirst(some.count)
    return try store.map(some, quantities: false, measure)
  }
}
