internal import Sampling

/// The political risk of countries, drawn many times from what is known of it.
///
/// An estimate of the Worldwide Governance Indicators is drawn from the normal distribution of its
/// standard error, as the World Bank means it (Kaufmann, Kraay & Mastruzzi, "The Worldwide
/// Governance Indicators", 2010, section 3). The errors of two countries are taken as independent.
public struct RiskDraws: Sendable {
  /// What is known of the governance of a country.
  public enum Rating: Sendable, Hashable {
    /// An estimate, with its standard error.
    case estimate(Double, standardError: Double)
    /// Nothing, so that every risk from 0 to 1 is as likely as the next.
    case unknown
  }

  /// How many draws there are of each country.
  public let count: Int
  // The draws of the first country, then those of the second.
  let risks: [Double]

  /// Draws the risk of each country from a stream of its own, so that it depends on the seed and on
  /// the name alone.
  ///
  /// - Parameters:
  ///   - countries: each with its name.
  ///   - count: how many draws of each.
  ///   - seed: the same seed gives the same draws.
  public init(of countries: [(name: String, rating: Rating)], count: Int, seed: UInt64) {
    var risks: [Double] = []
    risks.reserveCapacity(countries.count * count)
    for country in countries {
      var random = SplitMix64(seed: seed, stream: country.name)
      for _ in 0..<count {
        switch country.rating {
        case .estimate(let estimate, let error):
          risks.append(GeoPolRisk.risk(estimate: estimate + error * random.normal()))
        case .unknown:
          risks.append(random.uniform())
        }
      }
    }
    self.count = count
    self.risks = risks
  }
}
