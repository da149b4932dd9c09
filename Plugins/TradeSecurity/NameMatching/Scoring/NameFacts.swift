public import Vocabulary

/// What is known of a party beside its name.
public struct PartyFacts: Hashable, Sendable {
  /// The days on which it may have been born, one span for each date given.
  public var births: [ClosedRange<Day>]
  /// Whether a date is approximate: five years on either side agree with it then.
  public var isApproximate: Bool
  /// Countries of nationality, residence or registration, by any one code system.
  public var countries: Set<String>
  /// Numbers that identify it, as printed.
  public var identifiers: Set<String>

  /// Gathers facts; an empty one says that nothing is known.
  public init(
    births: [ClosedRange<Day>] = [], isApproximate: Bool = false, countries: Set<String> = [],
    identifiers: Set<String> = []
  ) {
    self.births = births
    self.isApproximate = isApproximate
    self.countries = countries
    self.identifiers = Set(identifiers.map(PartyFacts.plain).filter { $0.count > 3 })
  }

  /// Whether nothing is known.
  public var isEmpty: Bool { births.isEmpty && countries.isEmpty && identifiers.isEmpty }

  /// A number without spaces, dashes and case.
  public static func plain(_ number: String) -> String {
    String(
      String.UnicodeScalarView(
        number.uppercased().unicodeScalars.filter {
          $0.properties.isAlphabetic || ("0"..."9").contains($0)
        }))
  }
}

/// What facts add to the score of names, or take away.
public struct FactEvidence: Hashable, Sendable {
  /// One fact and what it changed.
  public struct Part: Hashable, Sendable {
    /// birth_date, country or identifier.
    public let fact: String
    /// What was found: equal, same_year, different, different_day.
    public let finding: String
    /// By how much it changed the score.
    public let change: Double
  }

  /// The score with the facts.
  public let score: Double
  /// What each fact changed; empty where nothing could be compared.
  public let parts: [Part]

  /// The greatest share of what is missing to 1 that facts other than identifiers can add.
  public static let greatestGain = 0.3

  /// The least score of names from which facts can lift a party to a threshold.
  public static func leastNameScore(threshold: Double) -> Double {
    max(0, (threshold - greatestGain) / (1 - greatestGain))
  }

  /// Weighs facts: an identifier that both have decides; a birth date that cannot be the same costs
  /// 0.15 to 0.2, countries without one in common 0.05, and agreement closes a part of what is missing.
  public init(nameScore: Double, _ query: PartyFacts, _ listed: PartyFacts) {
    var score = nameScore
    var parts: [Part] = []
    func add(_ fact: String, _ finding: String, _ next: Double) {
      let bounded = min(1, max(0, next))
      parts.append(Part(fact: fact, finding: finding, change: bounded - score))
      score = bounded
    }
    switch FactEvidence.births(query, listed) {
    case .equal?: add("birth_date", "equal", score + 0.25 * (1 - score))
    case .sameYear?: add("birth_date", "same_year", score + 0.08 * (1 - score))
    case .differentDay?: add("birth_date", "different_day", score - 0.1)
    case .different?: add("birth_date", "different", score - 0.2)
    case nil: break
    }
    if !query.countries.isEmpty, !listed.countries.isEmpty {
      query.countries.isDisjoint(with: listed.countries)
        ? add("country", "different", score - 0.05)
        : add("country", "equal", score + 0.05 * (1 - score))
    }
    if !query.identifiers.isDisjoint(with: listed.identifiers) {
      add("identifier", "equal", max(score, 0.95))
    }
    self.score = score
    self.parts = parts
  }

  private enum Births { case equal, sameYear, differentDay, different }

  private static func births(_ query: PartyFacts, _ listed: PartyFacts) -> Births? {
    guard !query.births.isEmpty, !listed.births.isEmpty else { return nil }
    let slack = query.isApproximate || listed.isApproximate ? 5 * 366 : 0
    var best = Births.different
    for ours in query.births {
      for theirs in listed.births {
        let wide = theirs.lowerBound.adding(days: -slack)...theirs.upperBound.adding(days: slack)
        if ours.overlaps(wide) {
          let isDay = ours.lowerBound == ours.upperBound && theirs.lowerBound == theirs.upperBound
          if isDay { return .equal }
          best = .sameYear
        } else if best == .different, ours.lowerBound.year == theirs.lowerBound.year {
          best = .differentDay
        }
      }
    }
    return best
  }
}
