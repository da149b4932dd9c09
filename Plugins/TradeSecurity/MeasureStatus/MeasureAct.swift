public import Vocabulary

/// Something that happened to a measure after it was announced.
public struct MeasureAct: Hashable, Sendable {
  /// What happened.
  public enum Kind: String, CaseIterable, Sendable {
    /// The text is only a draft until an act confirms that it is in force.
    case proposed
    /// It does not apply during the period, and revives by its own text afterwards.
    case suspended
    /// A court or an authority set it aside; the period says how long it was still applied.
    case struckDown = "struck_down"
    /// Its author withdrew it.
    case repealed
    /// Another instrument took its place.
    case replaced
    /// Somebody checked that it applies since that day.
    case confirmedInForce = "confirmed_in_force"
    /// Somebody checked that it no longer applies since that day.
    case confirmedExpired = "confirmed_expired"

    /// Whether the measure is over once this has happened.
    var endsMeasure: Bool {
      switch self {
      case .struckDown, .repealed, .replaced, .confirmedExpired: true
      case .proposed, .suspended, .confirmedInForce: false
      }
    }
  }

  /// What happened.
  public let kind: Kind
  /// The first day of its effect.
  public let from: Day
  /// The day that the text names as the end of the effect; nil when it names none.
  public let until: Day?
  /// Whether the effect still lasts on `until`.
  public let includesEnd: Bool
  /// The day since which it could be known.
  public let learned: Day
  /// The instrument, the judgment or the check, as one cites it.
  public let citation: String

  /// Makes an act from its kind, its period and the day since which it could be known.
  public init(
    _ kind: Kind, from: Day, until: Day? = nil, includesEnd: Bool = false, learned: Day,
    citation: String
  ) {
    self.kind = kind
    self.from = from
    self.until = until
    self.includesEnd = includesEnd
    self.learned = learned
    self.citation = citation
  }

  /// The period of the effect.
  public var period: Validity { Validity(from: from, until: until, includesEnd: includesEnd) }
}
