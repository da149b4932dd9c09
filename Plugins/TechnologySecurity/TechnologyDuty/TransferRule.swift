/// What a version of the Act asks before an act, by who paid for the research.
struct TransferRule: Hashable, Sendable {
  /// The duty and the paragraph it rests on when the state paid.
  let funded: Outcome
  /// The duty and the paragraph it rests on when the state did not pay.
  let notFunded: Outcome

  /// A duty with the paragraph that says so.
  struct Outcome: Hashable, Sendable {
    let duty: SettledDuty
    let article: String
  }

  /// A duty that can be told.
  enum SettledDuty: Hashable, Sendable, CaseIterable {
    case approval, notification, none
  }

  /// Exports, in every version: Article 11 (1) and (4).
  static let export = TransferRule(
    funded: Outcome(duty: .approval, article: "Article 11 (1)"),
    notFunded: Outcome(duty: .notification, article: "Article 11 (4)"))

  /// Foreign mergers since 21 February 2020: Article 11-2 (1) and (5).
  static let merger = TransferRule(
    funded: Outcome(duty: .approval, article: "Article 11-2 (1)"),
    notFunded: Outcome(duty: .notification, article: "Article 11-2 (5)"))

  /// Foreign mergers from 26 January 2012 on: Article 11-2 (1) asked only those that the state had
  /// paid, and asked them for notification.
  static let notificationOfFundedMergers = TransferRule(
    funded: Outcome(duty: .notification, article: "Article 11-2 (1)"),
    notFunded: Outcome(duty: .none, article: "Article 11-2 (1)"))
}
