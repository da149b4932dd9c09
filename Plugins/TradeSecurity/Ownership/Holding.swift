/// What an owner holds of what it owns.
public enum Holding: UInt8, CaseIterable, Sendable {
  /// A share of the ownership interests.
  case shares
  /// A share of the voting rights.
  case votes
  /// The right to appoint most of the board.
  case board
  /// Control by other means, such as an agreement.
  case control

  /// The name in files.
  public var name: String {
    switch self {
    case .shares: "shares"
    case .votes: "votes"
    case .board: "board"
    case .control: "control"
    }
  }

  /// Reads a name; nil for an unknown one.
  public init?(name: String) {
    guard let holding = Holding.allCases.first(where: { $0.name == name }) else { return nil }
    self = holding
  }
}
