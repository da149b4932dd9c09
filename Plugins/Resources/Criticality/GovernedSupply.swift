/// A supply by country, whose concentration is weighted by governance and trade terms.
///
/// HHI_WGI,t = sum(S_c^2 * WGI_c * t_c), with S_c the share of a country, WGI_c the weight of its
/// governance from 0 (strong) to 10 (weak) and t_c its trade term (European Commission,
/// "Methodology for establishing the EU list of critical raw materials: guidelines", 2017;
/// Regulation (EU) 2024/1252, annex II).
public struct GovernedSupply: Sendable {
  /// What one country supplies.
  public struct Part: Sendable {
    /// The quantity, or the share, of the flows that have one.
    public let quantity: Double
    /// The quantity in each draw of the flows that have none; empty where all have one.
    public let drawnQuantity: [Double]
    /// The weight of its governance, 0 to 10; nil where it is not known.
    public let weight: Double?
    /// Its trade term.
    public let term: Double
    /// Its place among the countries whose risk is drawn.
    public let country: Int

    /// Makes a part.
    public init(
      quantity: Double, drawnQuantity: [Double] = [], weight: Double?, term: Double, country: Int
    ) {
      self.quantity = quantity
      self.drawnQuantity = drawnQuantity
      self.weight = weight
      self.term = term
      self.country = country
    }
  }

  /// What each country supplies.
  public let parts: [Part]

  /// Makes a supply.
  public init(_ parts: [Part]) { self.parts = parts }

  /// The bounds of the concentration; nil where nothing is supplied.
  ///
  /// They differ where the governance of a country is not known: the best and the worst stand for it.
  ///
  /// - Parameter hasTerms: whether trade terms count; without them each is 1.
  public func concentration(hasTerms: Bool) -> ClosedRange<Double>? {
    let total = parts.reduce(0) { $0 + $1.quantity }
    guard total > 0 else { return nil }
    func sum(unknown: Double) -> Double {
      parts.reduce(0) { sum, part in
        let share = part.quantity / total
        return sum + share * share * (part.weight ?? unknown) * (hasTerms ? part.term : 1)
      }
    }
    return sum(unknown: 0)...sum(unknown: Governance.worst)
  }

  /// The concentration with trade terms in each draw of governance and quantities; empty where
  /// nothing is supplied.
  public func concentrations(_ draws: RiskDraws) -> [Double] {
    let count = draws.count
    var total = [Double](repeating: 0, count: count)
    var weighted = total
    for part in parts {
      let risks = draws.risks[part.country * count..<(part.country + 1) * count]
      for draw in 0..<count {
        let drawn = part.drawnQuantity.isEmpty ? 0 : part.drawnQuantity[draw]
        let quantity = part.quantity + drawn
        total[draw] += quantity
        weighted[draw] +=
          quantity * quantity * risks[risks.startIndex + draw] * Governance.worst * part.term
      }
    }
    guard count > 0, total[0] > 0 else { return [] }
    return zip(weighted, total).map { $0 / ($1 * $1) }
  }
}
