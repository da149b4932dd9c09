internal import Criticality
internal import Reference
internal import Store

/// The governance that the European Commission weighs supply by: the mean of the six dimensions of
/// the Worldwide Governance Indicators, or political stability where the six are not held.
struct GovernanceMean {
  /// What it is, as an answer shows it.
  let title: String
  let year: Int
  /// By country: about -2.5 (weak) to 2.5 (strong).
  let estimates: [String: Double]
  /// The standard errors by country.
  ///
  /// Those of the dimensions are taken as fully correlated, so that the error of the mean is the
  /// mean of the errors: the widest it can be.
  let errors: [String: Double]
  let sources: [String]

  /// Reads the indicators of the latest year up to the one asked for; nil when none are held.
  ///
  /// The mean counts where all six dimensions are held for that year; a country counts where it has
  /// all six.
  init?(_ facts: ResourcesYear, _ connection: Connection) throws {
    guard let stability = facts.governance else { return nil }
    let held = try GovernanceMean.dimensions.compactMap {
      try GovernanceIndicators.estimates(dimension: $0, year: stability.year, connection)
    }
    guard held.count == GovernanceMean.dimensions.count,
      held.allSatisfy({ $0.year == stability.year })
    else {
      title = "political stability \(stability.year)"
      year = stability.year
      estimates = stability.byCountry
      errors = facts.governanceErrors?.byCountry ?? [:]
      sources = Set(stability.sources + (facts.governanceErrors?.sources ?? [])).sorted()
      return
    }
    let heldErrors = try held.compactMap {
      try GovernanceIndicators.standardErrors(of: $0, connection)
    }
    title = "mean of six dimensions \(stability.year)"
    year = stability.year
    estimates = GovernanceMean.means(held)
    errors = heldErrors.count == held.count ? GovernanceMean.means(heldErrors) : [:]
    sources = Set((held + heldErrors).flatMap(\.sources)).sorted()
  }

  /// The weight of a country, 0 (strong) to 10 (weak); nil where it is not known.
  func weight(_ country: String) -> Double? { estimates[country].map(Governance.weight) }

  private static func means(_ held: [GovernanceIndicators.Estimates]) -> [String: Double] {
    var sums: [String: (sum: Double, count: Int)] = [:]
    for (country, value) in held.flatMap(\.byCountry) {
      let before = sums[country] ?? (0, 0)
      sums[country] = (before.sum + value, before.count + 1)
    }
    return sums.filter { $0.value.count == held.count }.mapValues { $0.sum / Double(held.count) }
  }

  private static let dimensions = [
    "voice_and_accountability", "political_stability", "government_effectiveness",
    "regulatory_quality", "rule_of_law", "control_of_corruption",
  ]
}
