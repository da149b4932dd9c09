internal import PartyIdentifiers
internal import Vocabulary

/// What facts add to the score of names, or take away.
public struct FactEvidence: Hashable, Sendable {
  /// One fact and what it changed.
  public struct Part: Hashable, Sendable {
    /// birth_date, country, gender or identifier.
    public let fact: String
    /// What was found: equal, swapped_day_and_month, same_month, same_year, approximate, one_digit,
    /// different_day, different_year, different; for identifiers equal, alike, or different and the
    /// system.
    public let finding: String
    /// By how much it changed the score.
    public let change: Double
  }

  /// The score with the facts.
  public let score: Double
  /// What each fact changed; empty where nothing could be compared.
  public let parts: [Part]
  /// What other facts would change, in a sentence each.
  public let wouldChange: [String]

  /// The least score of names from which facts other than numbers can lift a party to a threshold.
  public static func leastNameScore(threshold: Double) -> Double {
    max(0, (threshold - FactWeights.greatestGain) / (1 - FactWeights.greatestGain))
  }

  /// Weighs the facts of two parties by `FactWeights`; a fact that one side lacks changes nothing.
  public init(nameScore: Double, _ query: PartyFacts, _ listed: PartyFacts) {
    var score = nameScore
    var parts: [Part] = []
    func set(_ fact: String, _ finding: String, _ next: Double) {
      let bounded = min(1, max(0, next))
      parts.append(Part(fact: fact, finding: finding, change: bounded - score))
      score = bounded
    }
    func weigh(_ fact: String, _ finding: String, _ weight: Double) {
      set(fact, finding, weight > 0 ? score + weight * (1 - score) : score + weight)
    }
    if let found = BirthFinding.of(query, listed) {
      weigh("birth_date", found.rawValue, found.weight)
    }
    if let isCommon = FactEvidence.haveCommonCountry(query, listed) {
      isCommon
        ? weigh("country", "equal", FactWeights.sameCountry)
        : weigh("country", "different", FactWeights.differentCountry)
    }
    if let ours = query.gender, let theirs = listed.gender, ours != theirs {
      weigh("gender", "different", FactWeights.differentGender)
    }
    switch NumberAgreement.of(query.numbers, listed.numbers) {
    case .equal?: set("identifier", "equal", max(score, FactWeights.sameNumber))
    case .alike?: weigh("identifier", "alike", FactWeights.alikeNumber)
    case .different(let scheme)?:
      weigh("identifier", "different_" + scheme.rawValue, -scheme.weightOfDifference)
    case nil: break
    }
    self.score = score
    self.parts = parts
    wouldChange = FactEvidence.sentences(score, parts, query, listed)
  }

  /// Whether two parties have a country in common; nil where one has none, or the codes are of two
  /// systems, of two letters and of three.
  private static func haveCommonCountry(_ query: PartyFacts, _ listed: PartyFacts) -> Bool? {
    let lengths = Set(query.countries.map(\.utf8.count))
    guard listed.countries.contains(where: { lengths.contains($0.utf8.count) }) else { return nil }
    return !query.countries.isDisjoint(with: listed.countries)
  }

  private static func sentences(
    _ score: Double, _ parts: [Part], _ query: PartyFacts, _ listed: PartyFacts
  ) -> [String] {
    var sentences: [String] = []
    for part in parts where part.change < 0 {
      sentences.append("without the contradiction of the \(words(part.fact)) it would score higher")
    }
    let canRise = score < 1
    if query.births.isEmpty, let birth = listed.births.first {
      let end = birth.lowerBound == birth.upperBound ? "" : " to \(birth.upperBound)"
      sentences.append(
        canRise
          ? "a birth date of \(birth.lowerBound)\(end) would score higher, one of another year lower"
          : "a birth date of another year than \(birth.lowerBound)\(end) would score lower")
    }
    if query.countries.isEmpty, !listed.countries.isEmpty {
      let countries = listed.countries.sorted().joined(separator: " or ")
      sentences.append(
        canRise
          ? "the country \(countries) would score higher, another lower"
          : "another country than \(countries) would score lower")
    }
    let canDecide = listed.numbers.contains {
      $0.number.utf8.count >= NumberAgreement.decisiveLength
    }
    if query.numbers.isEmpty, canDecide, score < FactWeights.sameNumber {
      sentences.append("one of its identifiers would decide")
    }
    return sentences
  }

  private static func words(_ fact: String) -> String {
    String(fact.map { $0 == "_" ? " " : $0 })
  }
}
