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
  /// The names of its countries and products by their codes, for the steps of an answer; what has no
  /// name there goes by its code.
  public let names: [String: LocalizedText]

  /// Makes a question about a trade.
  public init(
    product: ProductCode, origin: String?, destination: String?, materials: [String] = [],
    controlCode: String? = nil, party: String? = nil, names: [String: LocalizedText] = [:]
  ) {
    self.product = product
    self.origin = origin
    self.destination = destination
    self.materials = materials
    self.controlCode = controlCode
    self.party = party
    self.names = names
  }

  /// A country or a product by its name, else by its code.
  func name(_ code: some CustomStringConvertible) -> LocalizedText {
    names[code.description] ?? LocalizedText(code.description)
  }

  /// Countries by their names, in the order of their codes.
  func names(_ codes: Set<String>) -> LocalizedText {
    let names = codes.sorted().map { name($0) }
    return LocalizedText(
      names.map(\.english).joined(separator: ", "),
      korean: names.map(\.inKorean).joined(separator: ", "))
  }
}
