/// A run of whole products of one period, sorted by product, importer and exporter, in compressed
/// columns: the unit in which flows are stored, read and checked.
///
/// A segment is three blocks, so that a reader who needs values alone never touches quantities.
/// Numbers are little-endian. Each block ends with the XXH64 of everything before it, and the blocks
/// of decimals name the checksum of the keys that they belong to.
///
/// Keys, kind `TWFK`. Countries are written as positions in the list of countries, in one byte when
/// the list has at most 256 and in two otherwise; a group is all rows of one product and importer.
///
/// | offset | bytes | content |
/// |---|---|---|
/// | 0 | 4 | the kind |
/// | 4 | 2 | the version of the format, 1 |
/// | 6 | 2 | bytes of a country's position, w: 1 or 2 |
/// | 8 | 4 | the period: year * 16 + month, month zero for a whole year |
/// | 12 | 4 | the number of rows, R |
/// | 16 | 4 | the number of groups, G |
/// | 20 | 4 | the number of products, P |
/// | 24 | 8 | the lowest and the highest product |
/// | 32 | 4 | the lowest and the highest importer |
/// | 36 | 4 | the lowest and the highest exporter |
/// | 40 | 4 | the number of countries, N |
/// | 44 | 4 | zero |
/// | 48 | 2 N | the countries, ascending; zeros up to a multiple of eight |
/// | | 12 P | for each product: itself, its first group, its first row; zeros up to a multiple of eight |
/// | | w G | the importer of each group, ascending within a product |
/// | | w G | the number of rows of each group, less one |
/// | | w R | the exporter of each row, ascending within a group |
/// | | 8 | the checksum |
///
/// Values, kind `TWFV`, and quantities, kind `TWFQ`. A number is a whole count of thousandths: those
/// of BACI are, so that they come back exactly. A selector of four bits says to which of up to
/// fourteen classes of bit lengths the count belongs (0 to 13), or that the number is written as it is
/// (14), or that nobody knows it (15, quantities alone).
///
/// | offset | bytes | content |
/// |---|---|---|
/// | 0 | 4 | the kind |
/// | 4 | 2 | the version of the format, 1 |
/// | 6 | 2 | zero |
/// | 8 | 4 | the number of rows, R |
/// | 12 | 4 | bytes of the payload, B |
/// | 16 | 8 | the checksum of the keys |
/// | 24 | 14 | the longest bit length of each class, ascending; 255 for a class that is not used |
/// | 38 | 2 | zero |
/// | 40 | R / 2 | the selectors, the earlier row in the lower four bits; zeros up to a multiple of eight |
/// | | 4 S | for each stripe of 256 rows the bit at which it begins in the payload; zeros up to a multiple of eight |
/// | | B | the payload: for each row the bits of its class from the lowest, less the lowest number of the class; 64 bits of a number as it is; then at least 16 bytes of zero |
/// | | 8 | the checksum |
///
/// - Invariant: see `checkInvariants()`.
public struct Segment: Sendable {
  /// The version of the format that is written and read.
  public static let formatVersion: UInt16 = 1
  /// What it says of itself.
  public let summary: SegmentSummary
  /// The numbers of the countries in it, ascending.
  public let countries: [UInt16]
  /// The block of keys.
  public let keys: [UInt8]
  let layout: KeyLayout
  let valueColumn: DecimalColumn
  let quantityColumn: DecimalColumn?

  /// The block of values.
  public var values: [UInt8] { valueColumn.bytes }

  /// The block of quantities; nil when it was not read.
  public var quantities: [UInt8]? { quantityColumn?.bytes }

  /// Takes the blocks of a segment as they were stored.
  ///
  /// - Parameter quantities: nil where only values are needed.
  /// - Throws: `FlowFault` for a block that is torn, altered, of another segment or another version.
  public init(keys: [UInt8], values: [UInt8], quantities: [UInt8]?) throws(FlowFault) {
    let sum = try verify(keys, kind: "TWFK", name: "keys", least: KeyLayout.head)
    self.keys = keys
    layout = try KeyLayout(head: keys)
    summary = try SegmentSummary(head: keys, layout: layout)
    let layout = layout
    countries = keys.withUnsafeBytes { buffer in
      (0..<layout.countries).map {
        buffer.loadUnaligned(fromByteOffset: layout.countriesAt + 2 * $0, as: UInt16.self)
          .littleEndian
      }
    }
    valueColumn = try DecimalColumn(values, kind: .values, rows: layout.rows, keys: sum)
    quantityColumn =
      if let quantities {
        try DecimalColumn(quantities, kind: .quantities, rows: layout.rows, keys: sum)
      } else { nil }
    try checkKeys { keys throws(FlowFault) in try keys.checkBounds() }
  }

  /// Blocks that were just made.
  init(
    summary: SegmentSummary, countries: [UInt16], keys: [UInt8], layout: KeyLayout,
    valueColumn: DecimalColumn, quantityColumn: DecimalColumn
  ) {
    self.summary = summary
    self.countries = countries
    self.keys = keys
    self.layout = layout
    self.valueColumn = valueColumn
    self.quantityColumn = quantityColumn
  }

  /// The checksums of its blocks; nil when the quantities were not read.
  public var checksums: SegmentChecksums? {
    guard let quantities else { return nil }
    return SegmentChecksums(
      keys: lastNumber(keys), values: lastNumber(values), quantities: lastNumber(quantities))
  }

  private func lastNumber(_ block: [UInt8]) -> UInt64 {
    block.withUnsafeBytes {
      $0.loadUnaligned(fromByteOffset: $0.count - 8, as: UInt64.self).littleEndian
    }
  }

  /// The products in it, ascending.
  public var productCodes: [UInt32] { withKeys { (0..<summary.products).map($0.product) } }

  /// The size of all its blocks.
  public var byteCount: Int {
    keys.count + values.count + (quantities?.count ?? 0)
  }

  /// Lets a closure read the keys where they lie.
  @inline(__always)
  func withKeys<Result>(_ body: (KeyView) -> Result) -> Result {
    keys.withUnsafeBytes { buffer in
      guard let start = buffer.baseAddress else { preconditionFailure("a key block has a head") }
      return body(KeyView(start: start, layout: layout))
    }
  }

  /// Lets a closure find faults in the keys.
  func checkKeys(_ body: (KeyView) throws(FlowFault) -> Void) throws(FlowFault) {
    let fault = withKeys { keys in
      do throws(FlowFault) { try body(keys) } catch { return error as FlowFault? }
      return nil
    }
    if let fault { throw fault }
  }
}
