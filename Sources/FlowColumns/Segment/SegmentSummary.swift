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

  /// Makes a summary, such as one kept beside the blocks of a segment.
  public init(
    period: Period, rows: Int, products: Int, groups: Int, productRange: ClosedRange<UInt32>,
    importerRange: ClosedRange<UInt16>, exporterRange: ClosedRange<UInt16>
  ) {
    self.period = period
    self.rows = rows
    self.products = products
    self.groups = groups
    self.productRange = productRange
    self.importerRange = importerRange
    self.exporterRange = exporterRange
  }
}

/// The checksums of the blocks of a segment (XXH64), by which it is known again.
public struct SegmentChecksums: Sendable, Hashable {
  /// That of the keys.
  public let keys: UInt64
  /// That of the values.
  public let values: UInt64
  /// That of the quantities.
  public let quantities: UInt64

  /// Gathers checksums that are known.
  public init(keys: UInt64, values: UInt64, quantities: UInt64) {
    self.keys = keys
    self.values = values
    self.quantities = quantities
  }
}
