/// An answer has three values, never two: nothing found is not a "no".
public enum Answer: Hashable, Sendable {
  case yes
  case no
  /// It cannot be told; the missing facts are named, one sentence each.
  case cannotTell(missing: [String])

  /// The answer as one word for a table: `yes`, `no` or `cannot_tell`.
  public var name: String {
    switch self {
    case .yes: "yes"
    case .no: "no"
    case .cannotTell: "cannot_tell"
    }
  }

  /// What is missing; empty for yes and no.
  public var missing: [String] {
    guard case .cannotTell(let missing) = self else { return [] }
    return missing
  }

  /// Both must hold: a no decides, then what is missing, then yes.
  public func and(_ other: Answer) -> Answer {
    if self == .no || other == .no { return .no }
    let missing = missingFacts(with: other)
    return missing.isEmpty ? .yes : .cannotTell(missing: missing)
  }

  /// One must hold: a yes decides, then what is missing, then no.
  public func or(_ other: Answer) -> Answer {
    if self == .yes || other == .yes { return .yes }
    let missing = missingFacts(with: other)
    return missing.isEmpty ? .no : .cannotTell(missing: missing)
  }

  /// What both miss, each fact once.
  private func missingFacts(with other: Answer) -> [String] {
    other.missing.reduce(into: missing) { facts, fact in
      if !facts.contains(fact) { facts.append(fact) }
    }
  }
}
