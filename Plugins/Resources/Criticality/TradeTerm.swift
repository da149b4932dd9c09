/// The trade term t_c of the European Commission's supply risk, which raises or lowers the weight of
/// a supplying country by what it does to its exports.
///
/// Regulation (EU) 2024/1252, annex II: it is determined by export taxes, physical export quotas and
/// export prohibitions, and by trade agreements in force. The levels are those of a deployment.
public struct TradeTerm: Sendable, Hashable {
  /// What a country does to its exports, or has agreed on with the importer.
  public enum Measure: Sendable, Hashable {
    /// A tax at a rate, 0.25 for 25 %.
    case tax(Double)
    case quota
    case prohibition
    case agreement
  }

  /// A tax at or above a rate, with the term that it stands for.
  public struct TaxBand: Sendable, Hashable {
    /// The lowest rate of the band.
    public let from: Double
    /// The term.
    public let term: Double

    /// Makes a band.
    public init(from: Double, term: Double) {
      self.from = from
      self.term = term
    }
  }

  private let own: Double
  private let agreement: Double
  private let taxBands: [TaxBand]
  private let quota: Double
  private let prohibition: Double

  /// Sets the levels.
  ///
  /// - Parameters:
  ///   - own: of the importer itself, and of each member of a group.
  ///   - agreement: of a country with a trade agreement and no restriction.
  ///   - taxBands: by rate; a tax below the lowest band counts as none.
  ///   - quota: of a country that limits the quantity.
  ///   - prohibition: of a country that prohibits the export.
  public init(
    own: Double, agreement: Double, taxBands: [TaxBand], quota: Double, prohibition: Double
  ) {
    self.own = own
    self.agreement = agreement
    self.taxBands = taxBands.sorted { $0.from < $1.from }
    self.quota = quota
    self.prohibition = prohibition
  }

  /// The term of a country: that of its strictest restriction; without any, that of its agreement,
  /// or 1.
  public func value(of measures: [Measure], isOwn: Bool) -> Double {
    if isOwn { return own }
    let restrictions = measures.compactMap { measure -> Double? in
      switch measure {
      case .tax(let rate): taxBands.last { rate >= $0.from }?.term
      case .quota: quota
      case .prohibition: prohibition
      case .agreement: nil
      }
    }
    return restrictions.max() ?? (measures.contains(.agreement) ? agreement : 1)
  }
}
