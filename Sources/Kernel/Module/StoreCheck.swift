public import Store

/// What a module can check of its part of the store, beyond what the store checks of every table.
public struct StoreCheck: Sendable {
  /// What is checked, as `store check` lists it.
  public let name: String
  /// What is wrong; empty when nothing is.
  public let problems: @Sendable (Connection) throws -> [String]

  /// Declares a check.
  public init(_ name: String, problems: @escaping @Sendable (Connection) throws -> [String]) {
    self.name = name
    self.problems = problems
  }
}
