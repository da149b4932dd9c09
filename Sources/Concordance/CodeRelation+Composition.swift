extension CodeRelation {
  /// A code on the way whose own counterparts are not known in the next edition.
  public struct DeadEnd: Sendable, Hashable {
    /// The code that was to be converted.
    public let source: String
    /// The code on the way behind which nothing follows.
    public let code: String
  }

  /// The relation over an edition in between: a code corresponds to whatever its counterparts there
  /// correspond to.
  ///
  /// - Parameter next: the relation that begins in the edition in which this one ends.
  /// - Returns: the relation, and the codes of the edition in between at which a way ends. A source
  ///   all of whose ways end has no counterpart in the relation.
  public func composed(with next: CodeRelation) -> (relation: CodeRelation, deadEnds: [DeadEnd]) {
    var found: [(source: String, target: String)] = []
    var deadEnds: [DeadEnd] = []
    for (source, middle) in pairs {
      let ends = next.counterparts(of: middle)
      if ends.isEmpty { deadEnds.append(DeadEnd(source: source, code: middle)) }
      found += ends.map { (source, $0) }
    }
    return (CodeRelation(found), deadEnds)
  }
}
