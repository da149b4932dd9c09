/// Codes, with or without values, carried from one edition into another.
///
/// The values of the rows and of the residual sum to the values that were given, up to rounding.
public struct CodeConversion: Sendable {
  /// What of a source went to one of its counterparts.
  public struct Row: Sendable, Equatable {
    /// The code of the first edition.
    public let source: String
    /// Its counterpart in the second.
    public let target: String
    /// The kind of their family.
    public let kind: LinkKind
    /// The share of the source that goes to this counterpart, 0 to 1.
    public let weight: Double
    /// What the weight rests on.
    public let basis: CodeWeights.Basis
    /// The value times the weight; nil where the source has no value.
    public let value: Double?
  }

  /// A source and its value.
  public struct Entry: Sendable, Equatable {
    /// The code of the first edition.
    public let source: String
    /// Its value, in whatever unit; nil when it has none.
    public let value: Double?

    /// Makes an entry.
    public init(_ source: String, value: Double? = nil) {
      self.source = source
      self.value = value
    }
  }

  /// What was carried over, in the order of the sources given, then of targets.
  public private(set) var rows: [Row] = []
  /// The residual: what has no counterpart, in the order given.
  public private(set) var residual: [Entry] = []

  /// Converts entries.
  ///
  /// - Parameters:
  ///   - weights: those of the relation.
  ///   - families: those of the relation.
  public init(
    _ entries: [Entry], by relation: CodeRelation, weights: CodeWeights, families: CodeFamilies
  ) {
    for entry in entries {
      guard let source = relation.place(ofSource: entry.source) else {
        residual.append(entry)
        continue
      }
      for link in relation.links(of: source) {
        let weight = weights.weights[link]
        rows.append(
          Row(
            source: entry.source, target: relation.targets[Int(relation.links[link])],
            kind: families.kind(ofSource: source), weight: weight, basis: weights.bases[source],
            value: entry.value.map { $0 * weight }))
      }
    }
  }
}
