/// How a source is divided among its counterparts: for each link the share that goes along it.
///
/// - Invariant: the weights of a source are not below zero and sum to 1, up to rounding.
public struct CodeWeights: Sendable {
  /// What the weights of a source rest on.
  public enum Basis: String, Sendable {
    /// It has one counterpart, which takes all of it.
    case only
    /// Its counterparts take the same share each.
    case equal
    /// Its counterparts take shares as their own values are.
    case value
  }

  /// The weight of each link, in the order of the relation.
  let weights: [Double]
  /// What they rest on, for each source.
  let bases: [Basis]

  /// Equal weights: 1 over the number of counterparts.
  public static func equal(_ relation: CodeRelation) -> CodeWeights {
    CodeWeights(relation) { _ in nil }
  }

  /// Weights by value: v(t) over the sum of v over the counterparts of the source.
  ///
  /// Where the value of a counterpart is not known, or none of them has any, the source is divided
  /// equally: what is not recorded is no share of zero.
  ///
  /// - Parameter values: the values of the codes of the second edition, in one unit, none below zero.
  public static func byValue(_ relation: CodeRelation, _ values: [String: Double]) -> CodeWeights {
    CodeWeights(relation) { values[$0] }
  }

  private init(_ relation: CodeRelation, value: (String) -> Double?) {
    var weights: [Double] = []
    var bases: [Basis] = []
    weights.reserveCapacity(relation.count)
    for source in relation.sources.indices {
      let links = relation.links(of: source)
      let values = links.compactMap { value(relation.targets[Int(relation.links[$0])]) }
      let total = values.reduce(0, +)
      if links.count == 1 {
        weights.append(1)
        bases.append(.only)
      } else if values.count == links.count, total > 0 {
        weights += values.map { $0 / total }
        bases.append(.value)
      } else {
        weights += links.map { _ in 1 / Double(links.count) }
        bases.append(.equal)
      }
    }
    self.weights = weights
    self.bases = bases
  }
}
