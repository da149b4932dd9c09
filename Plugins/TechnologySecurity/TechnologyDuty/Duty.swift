public import Vocabulary

/// What the Act asks of the holder before the act.
public enum Duty: Hashable, Sendable {
  /// The minister must approve beforehand.
  case approval
  /// The minister must be notified beforehand.
  case notification
  /// This Act asks for nothing; other laws are not examined, so it is no clearance.
  case none
  /// It cannot be told; the missing facts are named.
  case cannotTell(missing: [LocalizedText])

  /// The duty as one word for a table.
  public var name: String {
    switch self {
    case .approval: "approval"
    case .notification: "notification"
    case .none: "none"
    case .cannotTell: "cannot_tell"
    }
  }

  /// What is missing; empty unless it cannot be told.
  public var missing: [LocalizedText] {
    guard case .cannotTell(let missing) = self else { return [] }
    return missing
  }

  init(_ settled: TransferRule.SettledDuty) {
    self =
      switch settled {
      case .approval: .approval
      case .notification: .notification
      case .none: .none
      }
  }
}

/// A duty with the steps that lead to it and the version of the Act they rest on.
public struct DutyFinding: Hashable, Sendable {
  /// The duty.
  public let duty: Duty
  /// The duties that the missing facts leave open, strictest first; one when the duty can be told.
  public let possible: [Duty]
  /// The steps, each with the article it rests on.
  public let steps: [CitedStep]
  /// The version of the Act on that day; nil before it came into force.
  public let version: ActVersion?
}
