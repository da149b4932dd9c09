public import Vocabulary

/// A trade that is asked about; what is nil or empty was not said.
public struct TradeQuestion: Hashable, Sendable {
  /// The product.
  public let product: ProductCode
  /// Where it comes from, as alpha-3 code.
  public let origin: String?
  /// Where it goes, as alpha-3 code.
  public let destination: String?
  /// What it may consist of: one name when known, the members when only a group is known.
  public let materials: [String]
  /// Its entry in the control list of the measure's author.
  public let controlCode: String?
  /// The other party, written as the list writes it.
  public let party: String?

  /// Makes a question about a trade.
  public init(
    product: ProductCode, origin: String?, destination: String?, materials: [String] = [],
    controlCode: String? = nil, party: String? = nil
  ) {
    self.product = product
    self.origin = origin
    self.destination = destination
    self.materials = materials
    self.controlCode = controlCode
    self.party = party
  }
}
