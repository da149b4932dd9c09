/// What a segment says of itself at its beginning, enough to pass it over without reading on.
public struct SegmentSummary: Sendable, Hashable {
  /// The period of every row.
  public let period: Period
  /// The number of rows.
  public let rows: Int
  /// The number of products.
  public let products: Int
  /// The number of pairs of a product and an importer.
  public let groups: Int
  /// The lowest and the highest product.
  public let productRange: ClosedRange<UInt32>
  /// The lowest and the highest importer.
  public let importerRange: ClosedRange<UInt16>
  /// The lowest and the highest exporter.
  public let exporterRange: ClosedRange<UInt16>
}
