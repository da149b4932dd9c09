/// Flows as columns: each row is an amount of one product between one pair of countries.
///
/// - Invariant: the four columns have the same length; products and pairs are places below the counts.
public struct CodedFlows: Sendable {
  /// The codes of the products.
  public var products: [String]
  /// How many pairs of countries there can be.
  public let pairCount: Int
  /// The product of each row, as its place.
  public var rowProducts: [Int32] = []
  /// The pair of countries of each row; only the caller knows which it is.
  public var pairs: [Int32] = []
  /// The value of each row, in whatever unit.
  public var values: [Double] = []
  /// The quantity of each row, in whatever unit; NaN where it is not known.
  public var quantities: [Double] = []

  /// Makes flows without a row.
  public init(products: [String], pairCount: Int) {
    self.products = products
    self.pairCount = pairCount
  }

  /// Adds a row.
  public mutating func append(product: Int32, pair: Int32, value: Double, quantity: Double) {
    rowProducts.append(product)
    pairs.append(pair)
    values.append(value)
    quantities.append(quantity)
  }
}
