/// A column of decimals of a segment: values or quantities; see `Segment` for the layout.
struct DecimalColumn: Sendable {
  /// What the numbers are.
  enum Kind {
    case values
    case quantities

    var letters: StaticString { self == .values ? "TWFV" : "TWFQ" }
    var name: String { self == .values ? "values" : "quantities" }
  }

  static let head = 40
  static let stripe = 256
  /// Zeros behind the payload, so that eight bytes can be read from any bit of it.
  static let margin = 16

  let bytes: [UInt8]
  let rows: Int
  let payloadCount: Int
  /// For each selector its bits, its lowest number and the mask of its bits.
  let tables: [UInt64]

  init(bytes: [UInt8], rows: Int, payloadCount: Int, classes: WidthClasses) {
    self.bytes = bytes
    self.rows = rows
    self.payloadCount = payloadCount
    tables = DecimalColumn.tables(classes)
  }

  static func selectorCount(_ rows: Int) -> Int { aligned((rows + 1) / 2) }
  static func stripeCount(_ rows: Int) -> Int { (rows + stripe - 1) / stripe }
  static func stripesAt(_ rows: Int) -> Int { head + selectorCount(rows) }
  static func payloadAt(_ rows: Int) -> Int { aligned(stripesAt(rows) + 4 * stripeCount(rows)) }

  private static func tables(_ classes: WidthClasses) -> [UInt64] {
    var tables = [UInt64](repeating: 0, count: 48)
    for index in classes.uppers.indices {
      tables[index] = UInt64(classes.width(index))
      tables[16 + index] = classes.base(index)
      tables[32 + index] = (1 << UInt64(classes.width(index))) - 1
    }
    tables[WidthClasses.exact] = 64
    return tables
  }
}
