public import Vocabulary

/// What a measure does, which decides whether it can close a trade.
public enum MeasureKind: String, CaseIterable, Sendable {
  case exportControl = "export_control"
  case exportBan = "export_ban"
  case tariff
  case importBan = "import_ban"
  case partyListing = "party_listing"
  case reporting
  case blocking
  /// An instrument that only suspends others.
  case suspension

  /// Whether it needs a permit for a trade or forbids it; a tariff only makes it dearer.
  public var restrictsTrade: Bool {
    switch self {
    case .exportControl, .exportBan, .importBan, .partyListing: true
    case .tariff, .reporting, .blocking, .suspension: false
    }
  }
}

/// A policy act of a state, or one limb of it that starts on a day of its own.
///
/// It lives on two axes of time: `validity` and the acts say when it applies, the `learned` days
/// say since when that could be known.
public struct Measure: Sendable {
  /// The identifier in the register, such as `cn-2025-18`.
  public let identifier: String
  /// What it does.
  public let kind: MeasureKind
  /// When its own text says that it applies.
  public let validity: Validity
  /// The day since which it could be known.
  public let learned: Day
  /// What happened to it later, ordered by day, then by the day it could be known.
  public let acts: [MeasureAct]
  /// Which trades it covers.
  public let scope: MeasureScope
  /// The instrument, as one cites it.
  public let citation: String

  /// Makes a measure; the acts may come in any order.
  public init(
    identifier: String, kind: MeasureKind, validity: Validity, learned: Day,
    acts: [MeasureAct] = [], scope: MeasureScope = MeasureScope(), citation: String
  ) {
    self.identifier = identifier
    self.kind = kind
    self.validity = validity
    self.learned = learned
    self.acts = acts.enumerated()
      .sorted {
        ($0.element.from, $0.element.learned, $0.offset)
          < ($1.element.from, $1.element.learned, $1.offset)
      }
      .map(\.element)
    self.scope = scope
    self.citation = citation
  }
}
