internal import MeasureStatus
internal import Vocabulary

/// A measure as the register holds it: what the engine reads, and what people read.
struct RegisteredMeasure {
  /// The measure as the engine reads it.
  let measure: Measure
  /// The instrument's own number.
  let announcement: String
  /// The part of the instrument with dates of its own; empty when it has none.
  let limb: String
  /// What it is called.
  let title: LocalizedText
  /// The state that acts, as ISO 3166-1 alpha-3.
  let author: String
  /// What it requires.
  let requires: LocalizedText?
  /// Of a tariff: how much.
  let rate: TariffRate?
  /// The source of the row.
  let source: String

  /// The identifier in the register.
  var identifier: String { measure.identifier }

  /// The measure as the subject of a statement.
  var subject: Subject { Subject(kind: "measure", identifier: identifier) }
}

/// How much a tariff is, and how it meets the other duties on the goods.
struct TariffRate: Hashable {
  /// How it meets the other duties.
  enum Kind: String, CaseIterable {
    /// It comes on top of them.
    case add
    /// The total is topped up to it.
    case minimumTotal = "minimum_total"
    /// The total stops at it.
    case capTotal = "cap_total"
  }

  /// How it meets the other duties.
  let kind: Kind
  /// The rate in percent of the value.
  let percent: Double
  /// The tariff heading it is declared under.
  let heading: String?
}
