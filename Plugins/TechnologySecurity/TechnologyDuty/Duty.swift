public import Vocabulary

/// What the Act asks of the holder before the act.
public enum Duty: Hashable, Sendable {
  /// The minister must approve beforehand.
  case approval
  /// The minister must be notified beforehand.
  case notification
  /// This Act asks for nothing; other laws are not examined, so it is no clearance.
  case none
  /// It cannot be told; the missing facts are named, one sentence each.
  case cannotTell(missing: [String])

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
  public var missing: [String] {
    guard case .cannotTell(let missing) = self else { return [] }
    return missing
  }
}

/// A duty with the steps that lead to it and the version of the Act they rest on.
public struct DutyFinding: Hashable, Sendable {
  /// The duty.
  public let duty: Duty
  /// The duties that the missing facts leave open; one when the duty can be told.
  public let possible: [Duty]
  /// The steps, each with the article it rests on.
  public let steps: [CitedStep]
  /// The version of the Act on that day; nil when none is on record.
  public let version: ActVersion?
}
