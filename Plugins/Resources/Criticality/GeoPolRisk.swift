/// The GeoPolRisk of a material for an importer: how concentrated world production is, times how
/// risky the importer's own supply is.
///
/// GPR = HHI * IR with IR = sum(g_i * f_i) / (p + sum(f_i)), where f_i is what is imported from
/// country i, g_i the political risk of that country from 0 to 1, and p the importer's own
/// production (Koyamparambath et al., Resources, Conservation and Recycling 209, 2024). What comes
/// from the importer's own region carries no risk. All quantities are of one unit.
public struct GeoPolRisk: Sendable, Hashable {
  /// What is imported from one country.
  public struct Import: Sendable, Hashable {
    /// The quantity.
    public let quantity: Double
    /// The political risk of the country, 0 to 1; nil where it is not known.
    public let risk: Double?
    /// Whether the country belongs to the importer's own region.
    public let isOwnRegion: Bool

    /// Makes an import.
    public init(quantity: Double, risk: Double?, isOwnRegion: Bool = false) {
      self.quantity = quantity
      self.risk = risk
      self.isOwnRegion = isOwnRegion
    }
  }

  /// The risk that the method gives a country whose governance is not known.
  public static let unknownRisk = 0.5
  /// The average score times price of copper for the OECD countries in 2017 to 2021, in kUSD/t: the
  /// reference of the characterisation factor.
  public static let copperReference = 0.409412948

  /// The Herfindahl-Hirschman index of world production; nil when it cannot be told.
  public let worldConcentration: Double?
  /// The import risk; nil when nothing is imported and nothing produced, so that it is not defined.
  public let importRisk: Double?
  /// The positions of imports above zero whose risk is not known, in order.
  public let unrated: [Int]

  /// Measures the imports of an importer.
  ///
  /// - Parameters:
  ///   - imports: what comes from each country.
  ///   - ownProduction: what the importer's own region produces.
  ///   - worldConcentration: the index of world production, 0 to 1.
  public init(imports: [Import], ownProduction: Double, worldConcentration: Double?) {
    let supplied = imports.reduce(0) { $0 + $1.quantity } + ownProduction
    let atRisk = imports.reduce(0) { sum, flow in
      flow.isOwnRegion ? sum : sum + flow.quantity * (flow.risk ?? GeoPolRisk.unknownRisk)
    }
    self.worldConcentration = worldConcentration
    importRisk = supplied > 0 ? atRisk / supplied : nil
    unrated = imports.indices.filter {
      imports[$0].quantity > 0 && imports[$0].risk == nil && !imports[$0].isOwnRegion
    }
  }

  /// The score, 0 to 1; nil when one of its two factors cannot be told.
  public var score: Double? {
    guard let worldConcentration, let importRisk else { return nil }
    return worldConcentration * importRisk
  }

  /// The characterisation factor for life-cycle assessment, in kilograms of copper for a kilogram.
  ///
  /// - Parameter price: the price of the imports in kUSD/t.
  public func characterisationFactor(price: Double) -> Double? {
    score.map { $0 * price / GeoPolRisk.copperReference }
  }

  /// The political risk of an estimate of the Worldwide Governance Indicators, 0 (strong) to 1
  /// (weak).
  public static func risk(estimate: Double) -> Double {
    Governance.weight(estimate: estimate) / Governance.worst
  }
}
