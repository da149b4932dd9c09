public import Vocabulary

/// The supply risk of a material, with each part that it is made of.
///
/// SR = [HHI_WGI(global) * IR / 2 + HHI_WGI(sourcing) * (1 - IR / 2)] * (1 - EoL_RIR) * SI_SR
/// (European Commission, "Methodology for establishing the EU list of critical raw materials:
/// guidelines", 2017; Blengini et al., JRC report EUR 28654, 2017). Where one of the two
/// concentrations is not known the other stands alone, and the reliance on imports is not needed.
public struct SupplyRisk: Sendable, Hashable {
  /// A part of the formula.
  public enum Part: String, CaseIterable, Sendable {
    case globalConcentration, sourcingConcentration, importReliance, recyclingRate
    case substitutionIndex

    /// The part in words, as an answer names what is missing.
    public var title: String {
      switch self {
      case .globalConcentration: "the governance-weighted concentration of world supply"
      case .sourcingConcentration: "the governance-weighted concentration of the importer's supply"
      case .importReliance: "the reliance on imports"
      case .recyclingRate: "the end-of-life recycling input rate"
      case .substitutionIndex: "the substitution index for supply risk"
      }
    }
  }

  /// HHI_WGI of world supply, 0 to 10 without trade terms; nil when not known.
  public let globalConcentration: Double?
  /// HHI_WGI of the importer's own supply; nil when not known.
  public let sourcingConcentration: Double?
  /// The reliance on imports; nil when not known.
  public let importReliance: Percentage?
  /// The end-of-life recycling input rate; nil when not known.
  public let recyclingRate: Percentage?
  /// The substitution index SI_SR, where 1 means that nothing substitutes; nil when not known.
  public let substitutionIndex: Double?

  /// Gathers the parts; what is not known is nil.
  public init(
    globalConcentration: Double?, sourcingConcentration: Double?, importReliance: Percentage?,
    recyclingRate: Percentage?, substitutionIndex: Double?
  ) {
    self.globalConcentration = globalConcentration
    self.sourcingConcentration = sourcingConcentration
    self.importReliance = importReliance
    self.recyclingRate = recyclingRate
    self.substitutionIndex = substitutionIndex
  }

  /// The concentration of supply: both concentrations joined by the reliance on imports, or the one
  /// that is known; nil when it cannot be told.
  public var concentration: Double? {
    guard let globalConcentration, let sourcingConcentration else {
      return globalConcentration ?? sourcingConcentration
    }
    guard let half = importReliance.map({ $0.fraction / 2 }) else { return nil }
    return globalConcentration * half + sourcingConcentration * (1 - half)
  }

  /// The risk that recycling leaves, before substitution; nil when it cannot be told.
  public var afterRecycling: Double? {
    guard let concentration, let recyclingRate else { return nil }
    return concentration * (1 - recyclingRate.fraction)
  }

  /// The supply risk; nil when a part is missing without which it cannot be told.
  public var value: Double? {
    guard let afterRecycling, let substitutionIndex else { return nil }
    return afterRecycling * substitutionIndex
  }

  /// The parts without which the supply risk cannot be told, in the order of the formula.
  public var missing: [Part] {
    let hasOne = globalConcentration != nil || sourcingConcentration != nil
    let hasBoth = globalConcentration != nil && sourcingConcentration != nil
    return Part.allCases.filter { part in
      switch part {
      case .globalConcentration, .sourcingConcentration: !hasOne
      case .importReliance: hasBoth && importReliance == nil
      case .recyclingRate: recyclingRate == nil
      case .substitutionIndex: substitutionIndex == nil
      }
    }
  }

  /// The concentration that is not known and that the other one stands in for; nil when there is
  /// none.
  public var replaced: Part? {
    switch (globalConcentration, sourcingConcentration) {
    case (nil, .some): .globalConcentration
    case (.some, nil): .sourcingConcentration
    default: nil
    }
  }
}
