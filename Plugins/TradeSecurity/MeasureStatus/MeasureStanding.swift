public import Vocabulary

/// Where a measure stands on a day, as far as could be known, and why.
public struct MeasureStanding: Hashable, Sendable {
  /// The standing as one word.
  public enum Status: String, CaseIterable, Sendable {
    case proposed
    case notYetInForce = "not_yet_in_force"
    case inForce = "in_force"
    case suspended
    case struckDown = "struck_down"
    case expired
    /// A stored end has passed and nobody recorded what followed.
    case expiredUnverified = "expired_unverified"
  }

  /// The standing as one word.
  public let status: Status
  /// Whether the texts at hand make it apply on that day; when the status is
  /// `expiredUnverified`, no fact confirms them.
  public let isOperativeByText: Bool
  /// Why, step by step, each with the text it rests on.
  public let reasons: [CitedStep]
  /// The first day of the present status and operation by what is known; nil when they always held.
  public let since: Day?
  /// The next day on which the status or the operation changes by what is known; nil when none.
  public let nextChange: Day?

  /// Whether a suspension holds it back; false before it takes effect.
  public var isSuspended: Bool { status == .suspended }

  /// Whether it has not taken effect yet.
  public var isNotYetEffective: Bool { status == .notYetInForce || status == .proposed }
}
