/// What a table function keeps from one reading to the next of the same place in a statement: a join
/// reads it once for each row of the other side, all on one state of the store.
public final class CursorMemory {
  private var kept: Any?

  /// Makes a memory that holds nothing yet.
  public init() {}

  /// What was made at the first reading, and is made now if this is the first.
  public func once<Kept>(_ make: () throws -> Kept) rethrows -> Kept {
    if let kept = kept as? Kept { return kept }
    let made = try make()
    kept = made
    return made
  }
}
