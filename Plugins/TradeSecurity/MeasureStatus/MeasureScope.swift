public import Vocabulary

/// Which trades a measure covers; an empty list sets no limit, and groups are already expanded.
public struct MeasureScope: Hashable, Sendable {
  /// The goods that a measure names.
  public enum Goods: Hashable, Sendable {
    /// Every good, as in a general tariff.
    case all
    /// Goods by code of the Harmonized System.
    case products([ProductScope])
    /// The register holds no codes of goods: control codes, technologies or parties decide.
    case notStated
  }

  /// The goods.
  public let goods: Goods
  /// Where the goods come from, as alpha-3 codes.
  public let origins: Set<String>
  /// Where the goods go, as alpha-3 codes.
  public let destinations: Set<String>
  /// Destinations that it spares.
  public let excludedDestinations: Set<String>
  /// The parties it lists, as published.
  public let parties: [String]
  /// The classes of parties that it describes and does not name.
  public let partyClasses: [String]
  /// The technologies it names, in plain words.
  public let technologies: [String]
  /// The entries of the author's control list.
  public let controlCodes: [String]

  /// Makes a scope; every part that is left out sets no limit, save the goods.
  public init(
    goods: Goods = .notStated, origins: Set<String> = [], destinations: Set<String> = [],
    excludedDestinations: Set<String> = [], parties: [String] = [],
    partyClasses: [String] = [], technologies: [String] = [],
    controlCodes: [String] = []
  ) {
    self.goods = goods
    self.origins = origins
    self.destinations = destinations
    self.excludedDestinations = excludedDestinations
    self.parties = parties
    self.partyClasses = partyClasses
    self.technologies = technologies
    self.controlCodes = controlCodes
  }

  /// Whether it is about parties.
  var concernsParties: Bool { !parties.isEmpty || !partyClasses.isEmpty }

  /// The control codes of the measure and of its products.
  var allControlCodes: [String] {
    guard case .products(let rows) = goods else { return controlCodes }
    return Set(controlCodes + rows.flatMap(\.controlCodes)).sorted()
  }
}

/// A product that a measure covers, as a whole or in part.
public struct ProductScope: Hashable, Sendable {
  /// How much of the product is covered.
  public enum Coverage: String, CaseIterable, Sendable {
    case whole
    /// Only the named materials or control codes.
    case part
  }

  /// The product, as a prefix: a heading covers its subheadings.
  public let product: ProductCode
  /// How much of it is covered.
  public let coverage: Coverage
  /// The materials that are covered when it is in part.
  public let materials: [String]
  /// The control codes that are covered when it is in part.
  public let controlCodes: [String]
  /// Which part is covered, in words; nil when the lists say it all.
  public let note: String?

  /// Makes a covered product.
  public init(
    _ product: ProductCode, coverage: Coverage = .whole, materials: [String] = [],
    controlCodes: [String] = [], note: String? = nil
  ) {
    self.note = note
    self.product = product
    self.coverage = coverage
    self.materials = materials
    self.controlCodes = controlCodes
  }
}
