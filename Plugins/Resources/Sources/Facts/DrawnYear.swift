internal import Criticality
internal import Reference

/// What is not known exactly of one year, drawn many times.
///
/// What a country or a flow draws depends on the seed, on the year and on its name alone: not on who
/// is asked for, nor on what else the store holds.
struct DrawnYear {
  let risks: RiskDraws
  /// The countries that have an estimate of governance without a standard error, in order; it is
  /// taken as exact.
  let withoutError: [String]
  private let seed: UInt64
  private let trade: TradeYear
  private let places: [String: Int]

  /// Draws the risk of every country as GeoPolRisk counts it; nil where no draws are wanted.
  init?(_ facts: ResourcesYear, _ question: IndicatorQuestion) {
    let rated = (facts.governance?.byCountry ?? [:]).filter { facts.risk($0.key) != nil }
    self.init(
      facts, estimates: rated, errors: facts.governanceErrors?.byCountry ?? [:], question)
  }

  /// Draws the risk of every country; nil where no draws are wanted.
  ///
  /// - Parameters:
  ///   - estimates: of governance, by country; every other country is unknown.
  ///   - errors: their standard errors.
  init?(
    _ facts: ResourcesYear, estimates: [String: Double], errors: [String: Double],
    _ question: IndicatorQuestion
  ) {
    guard question.draws > 0 else { return nil }
    let countries = Set(facts.countries).union(estimates.keys).sorted()
    let ratings = countries.map { country -> (name: String, rating: RiskDraws.Rating) in
      let name = "\(facts.year)/\(country)"
      guard let estimate = estimates[country] else { return (name, .unknown) }
      return (name, .estimate(estimate, standardError: errors[country] ?? 0))
    }
    seed = UInt64(question.seed)
    withoutError = estimates.keys.filter { errors[$0] == nil }.sorted()
    trade = facts.trade
    places = Dictionary(uniqueKeysWithValues: zip(countries, countries.indices))
    risks = RiskDraws(of: ratings, count: question.draws, seed: seed)
  }

  /// The place of a country among those drawn; nil for one that the store does not know.
  func place(of country: String) -> Int? { places[country] }

  /// A supplier with its quantities in each draw.
  ///
  /// - Returns: the import, and the value of the flows whose quantity cannot be drawn either,
  ///   because no flow of the product has one.
  func drawn(_ supplier: ImporterTrade.Supplier) -> (flow: GeoPolRisk.DrawnImport, lost: Double) {
    let (quantities, lost) = quantities(of: supplier.unweighed)
    let flow = GeoPolRisk.DrawnImport(
      quantity: supplier.quantity, drawnQuantity: quantities,
      country: supplier.isInside ? nil : places[supplier.country])
    return (flow, lost)
  }

  /// The sum of the quantities of flows in each draw; empty where none can be drawn.
  func quantities(of flows: [ImporterTrade.UnweighedFlow]) -> (sums: [Double], lost: Double) {
    var sums: [Double] = []
    var lost = 0.0
    for flow in flows {
      guard let drawn = trade.drawnQuantities(flow, count: risks.count, seed: seed) else {
        lost += flow.value
        continue
      }
      sums = sums.isEmpty ? drawn : zip(sums, drawn).map { $0 + $1 }
    }
    return (sums, lost)
  }
}
