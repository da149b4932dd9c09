/// The tables and functions that statements read, in lower-case letters, and names that they gave their
/// own expressions.
public struct ReadNames: Sendable, Hashable {
  /// What the statements themselves read.
  public private(set) var byQuestion: Set<String> = []
  /// What the functions in them read.
  public private(set) var byFunctions: Set<String> = []

  mutating func note(_ name: String, byFunction: Bool) {
    if byFunction {
      byFunctions.insert(name.lowercased())
    } else {
      byQuestion.insert(name.lowercased())
    }
  }
}

extension Connection {
  /// What the statements of a restricted connection have read so far; nothing of another.
  public var readNames: ReadNames { authorizer?.readNames ?? ReadNames() }
}
