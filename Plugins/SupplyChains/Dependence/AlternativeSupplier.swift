/// A country that could supply what excluded countries no longer do.
public struct AlternativeSupplier: Sendable, Hashable {
  /// The dense code of the country.
  public let exporter: Int
  /// What it exports to the whole world.
  public let exports: Double
  /// Its share of world exports, from 0 to 1, the excluded countries counted in the whole.
  public let worldShare: Double
  /// The quantity that it exports, over the flows whose quantity is known; nil when none is.
  public let quantity: Double?
  /// The share of its exports, by value, whose quantity is known.
  public let quantityCoverage: Double
  /// The value of one unit of quantity, over the flows whose quantity is known; nil when none is.
  public let unitValue: Double?
  /// What it buys of the product from the excluded countries itself: what it may not be able to sell.
  public let purchasesFromExcluded: Double
  /// What it sells to the importer already; zero when it is not a supplier.
  public let salesToImporter: Double
  /// How many countries buy from it.
  public let customers: Int
  /// The Herfindahl-Hirschman index of its exports over customers.
  public let customerConcentration: Double
  /// The dense code of its largest customer.
  public let topCustomer: Int
  /// The share of its exports that the largest customer takes.
  public let topCustomerShare: Double

  /// Whether the importer buys from it already.
  public var isSupplierAlready: Bool { salesToImporter > 0 }
}
