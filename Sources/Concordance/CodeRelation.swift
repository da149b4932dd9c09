/// Which codes of one edition correspond to which codes of another: the links of a bipartite graph.
///
/// - Invariant: both lists of codes are ascending without repetition, every code has a link, and the
///   links of a source are ascending.
public struct CodeRelation: Sendable, Equatable {
  /// The codes of the first edition that have a counterpart, ascending.
  public let sources: [String]
  /// The codes of the second edition that are one, ascending.
  public let targets: [String]
  /// Where the links of each source begin, and where the last ones end.
  let starts: [Int]
  /// The places of the targets, source after source.
  let links: [Int32]

  /// Makes a relation from pairs of codes; a pair that is given twice counts once.
  public init(_ pairs: some Sequence<(source: String, target: String)>) {
    let pairs = Array(pairs)
    let sources = Set(pairs.map(\.source)).sorted()
    let targets = Set(pairs.map(\.target)).sorted()
    let sourcePlaces = CodeRelation.places(sources)
    let targetPlaces = CodeRelation.places(targets)
    var counterparts = [Set<Int32>](repeating: [], count: sources.count)
    for pair in pairs {
      guard let source = sourcePlaces[pair.source], let target = targetPlaces[pair.target] else {
        continue
      }
      counterparts[source].insert(Int32(target))
    }
    self.sources = sources
    self.targets = targets
    starts = counterparts.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
    links = counterparts.flatMap { $0.sorted() }
  }

  /// How many links there are.
  public var count: Int { links.count }

  /// The counterparts of a code, ascending; empty when it has none.
  public func counterparts(of source: String) -> [String] {
    place(ofSource: source).map { links(of: $0).map { targets[Int(links[$0])] } } ?? []
  }

  /// Every link, by source and target.
  public var pairs: [(source: String, target: String)] {
    sources.indices.flatMap { source in
      links(of: source).map { (sources[source], targets[Int(links[$0])]) }
    }
  }

  /// The same links read from the second edition to the first.
  public var inverted: CodeRelation {
    CodeRelation(pairs.map { (source: $0.target, target: $0.source) })
  }

  /// The codes of the second edition that nothing maps to, ascending.
  ///
  /// - Parameter edition: every code of the second edition.
  public func targetsNotReached(of edition: some Sequence<String>) -> [String] {
    Set(edition).subtracting(targets).sorted()
  }

  /// The place of a code among the sources; nil when it has no counterpart.
  func place(ofSource code: String) -> Int? {
    var low = 0
    var high = sources.count
    while low < high {
      let middle = (low + high) / 2
      if sources[middle] < code { low = middle + 1 } else { high = middle }
    }
    return low < sources.count && sources[low] == code ? low : nil
  }

  /// The places of the links of a source.
  func links(of source: Int) -> Range<Int> { starts[source]..<starts[source + 1] }

  private static func places(_ codes: [String]) -> [String: Int] {
    Dictionary(uniqueKeysWithValues: zip(codes, codes.indices))
  }
}
