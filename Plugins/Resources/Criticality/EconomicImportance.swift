/// The economic importance of a material, with each part that it is made of.
///
/// EI = 10 * sum_s(A_s * Q_s) / max_s(Q_s) * SI_EI, with A_s the share of the material's use that goes
/// into sector s, Q_s the value added of that sector and SI_EI the substitution index (European
/// Commission, "Methodology for establishing the EU list of critical raw materials: guidelines", 2017;
/// Regulation (EU) 2024/1252, annex II). It lies between 0 and 10.
public struct EconomicImportance: Sendable, Hashable {
  /// One end use.
  public struct Use: Sendable, Hashable {
    /// The share of the material's use that goes into the sector, 0 to 1.
    public let share: Double
    /// The value added of the sector; nil where it is not known.
    public let valueAdded: Double?

    /// Makes a use.
    public init(share: Double, valueAdded: Double?) {
      self.share = share
      self.valueAdded = valueAdded
    }
  }

  /// What is missing.
  public enum Part: Sendable, Hashable {
    case uses, valueAdded, substitutionIndex
    /// The sectors of uses without value added, by the place of the use.
    case valueAddedOfUse(Int)
    /// A share of the use goes into no sector that is named.
    case share(Double)
  }

  /// sum_s(A_s * Q_s) / max_s(Q_s): the value added that the uses reach, over that of the largest
  /// sector; nil where a part is missing.
  ///
  /// Uses that are not named count as nothing.
  public let reach: Double?
  /// The share of the use that goes into no sector that is named, 0 to 1.
  public let unnamedShare: Double
  /// SI_EI; nil where it is not known.
  public let substitutionIndex: Double?
  /// What is missing.
  public let missing: [Part]

  /// Gathers the parts.
  ///
  /// - Parameters:
  ///   - uses: by sector; empty where none are known.
  ///   - largest: the value added of the largest sector of the economy; nil where it is not known.
  ///   - substitutionIndex: SI_EI, 0 to 1.
  public init(uses: [Use], largest: Double?, substitutionIndex: Double?) {
    let named = uses.reduce(0) { $0 + $1.share }
    let without = uses.indices.filter { uses[$0].valueAdded == nil && uses[$0].share > 0 }
    unnamedShare = max(1 - named, 0)
    self.substitutionIndex = substitutionIndex
    var missing: [Part] = []
    if uses.isEmpty { missing.append(.uses) }
    if largest ?? 0 <= 0 { missing.append(.valueAdded) }
    missing += without.map(Part.valueAddedOfUse)
    if !uses.isEmpty, unnamedShare > EconomicImportance.rounding {
      missing.append(.share(unnamedShare))
    }
    if substitutionIndex == nil { missing.append(.substitutionIndex) }
    self.missing = missing
    if let largest, largest > 0, !uses.isEmpty, without.isEmpty {
      reach = uses.reduce(0) { $0 + $1.share * ($1.valueAdded ?? 0) } / largest
    } else {
      reach = nil
    }
  }

  /// The bounds; nil where a part is missing.
  ///
  /// The use that is not named may go into no sector, or into the largest.
  public var bounds: ClosedRange<Double>? {
    guard let reach, let substitutionIndex else { return nil }
    let scale = 10 * substitutionIndex
    let unnamed = unnamedShare > EconomicImportance.rounding ? unnamedShare : 0
    return reach * scale...(reach + unnamed) * scale
  }

  /// The economic importance; nil where a part is missing, or uses of more than the rounding.
  public var value: Double? {
    guard unnamedShare <= EconomicImportance.rounding else { return nil }
    return bounds?.lowerBound
  }

  // Published shares are rounded to whole percent, so that a handful of them can miss a percent.
  private static let rounding = 0.01
}
