public import PartyIdentifiers
public import Vocabulary

/// What is known of a party beside its name.
public struct PartyFacts: Hashable, Sendable {
  /// The gender of a person.
  public enum Gender: String, Sendable {
    case female, male

    /// Reads `F`, `female`, `Male`; nil for anything else.
    public init?(_ text: String) {
      switch text.lowercased() {
      case "f", "female", "woman": self = .female
      case "m", "male", "man": self = .male
      default: return nil
      }
    }
  }

  /// The days on which it may have been born, one span for each date given.
  public var births: [ClosedRange<Day>]
  /// Whether a date is approximate: five years on either side agree with it then.
  public var isApproximate: Bool
  /// Countries of nationality, residence or registration, by any one code system.
  public var countries: Set<String>
  /// Numbers that identify it.
  public var numbers: Set<PartyNumber>
  /// The gender of a person; nil when unknown.
  public var gender: Gender?

  /// Gathers facts; an empty one says that nothing is known.
  ///
  /// - Parameters:
  ///   - identifiers: numbers whose system is not known, or named before a colon, as in `imo:9187629`.
  ///   - numbers: numbers whose system may be known.
  public init(
    births: [ClosedRange<Day>] = [], isApproximate: Bool = false, countries: Set<String> = [],
    identifiers: Set<String> = [], numbers: Set<PartyNumber> = [], gender: Gender? = nil
  ) {
    self.births = births
    self.isApproximate = isApproximate
    self.countries = countries
    self.numbers = numbers.union(identifiers.compactMap { PartyNumber($0) })
    self.gender = gender
  }

  /// The numbers alone, by which parties can be looked up.
  public var identifiers: Set<String> { Set(numbers.map(\.number)) }

  /// Whether nothing is known.
  public var isEmpty: Bool {
    births.isEmpty && countries.isEmpty && numbers.isEmpty && gender == nil
  }
}
