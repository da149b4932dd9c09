/// What one country imported of one product from another in one period.
///
/// Countries are the numbers of the source (BACI's), products the number that six digits make. It is
/// a plain value of 32 bytes, so that millions of them lie side by side.
public struct Flow: Sendable, Hashable, BitwiseCopyable {
  /// The value in thousand US dollars.
  public let value: Double
  /// The quantity, or `unknown`.
  let storedQuantity: Double
  /// The product: six digits as a number, `10111` for 010111.
  public let product: UInt32
  /// The line of the source on which it stands, from 1; zero when there is none.
  public internal(set) var line: UInt32
  let periodCode: UInt32
  /// The number of the country that imports.
  public let importer: UInt16
  /// The number of the country that exports.
  public let exporter: UInt16

  /// What stands for a quantity that nobody knows; no quantity is below zero.
  static let unknown = -1.0

  /// The highest product: six digits.
  public static let highestProduct: UInt32 = 999_999

  /// The values above zero that are taken: the squares of them, and sums of squares, are finite and not
  /// zero, so that every concentration is a number.
  public static let values = 1e-100...1e100

  /// Whether a value can be one: zero, or one of `values`.
  static func isValue(_ value: Double) -> Bool { value == 0 || values.contains(value) }

  /// Makes a flow.
  ///
  /// - Parameters:
  ///   - product: from 1 to 999999.
  ///   - value: in thousand US dollars, zero or one of `values`.
  ///   - quantity: in tonnes, finite and not negative; nil when it is not known.
  ///   - line: the line of the source, from 1.
  /// - Throws: `FlowFault` for a number that is none of these.
  public init(
    period: Period, product: UInt32, importer: UInt16, exporter: UInt16, value: Double,
    quantity: Double?, line: UInt32 = 0
  ) throws(FlowFault) {
    guard (1...Flow.highestProduct).contains(product) else {
      throw FlowFault("\(product) is not a product of six digits", line: line)
    }
    guard Flow.isValue(value) else {
      throw FlowFault("\(value) is not a value in thousand dollars", line: line)
    }
    if let quantity, !(quantity >= 0 && quantity.isFinite) {
      throw FlowFault("\(quantity) is not a quantity in tonnes", line: line)
    }
    // Adding zero takes the sign from a negative zero.
    self.init(
      periodCode: period.code, product: product, importer: importer, exporter: exporter,
      value: value + 0, storedQuantity: quantity.map { $0 + 0 } ?? Flow.unknown, line: line)
  }

  /// Numbers that are known to be right.
  @inline(__always)
  init(
    periodCode: UInt32, product: UInt32, importer: UInt16, exporter: UInt16, value: Double,
    storedQuantity: Double, line: UInt32
  ) {
    self.value = value
    self.storedQuantity = storedQuantity
    self.product = product
    self.line = line
    self.periodCode = periodCode
    self.importer = importer
    self.exporter = exporter
  }

  /// The period.
  public var period: Period { Period(uncheckedCode: periodCode) }

  /// The quantity in tonnes; nil when it is not known, which is not zero.
  public var quantity: Double? { storedQuantity < 0 ? nil : storedQuantity }

  /// Importer and exporter as one number, by which the rows of a product are ordered.
  var pair: UInt32 { UInt32(importer) << 16 | UInt32(exporter) }
}
