/// One name of one party on a list, as the list prints it.
public struct ListedName: Hashable, Sendable {
  /// What kind of party bears the name; legal forms are stripped from all but people's names.
  public enum Party: String, CaseIterable, Sendable {
    case person
    case organisation
    case vessel
    case aircraft
    case other
  }

  /// What the list says about the name.
  public enum Role: String, CaseIterable, Sendable {
    case primary
    case alias
    /// An alias that the list itself calls weak: broad, or common to many.
    case weakAlias = "weak_alias"
  }

  /// The entry of the list, such as `ofac-sdn:7771`; the names of one party share it.
  public let entry: String
  /// The name as printed.
  public let text: String
  /// What kind of party bears it.
  public let party: Party
  /// What the list says about it.
  public let role: Role

  /// Makes a name from its entry and its text.
  public init(entry: String, text: String, party: Party = .other, role: Role = .primary) {
    self.entry = entry
    self.text = text
    self.party = party
    self.role = role
  }
}
