/// How many codes correspond to how many.
public enum LinkKind: String, Sendable, CaseIterable {
  /// One code became one code.
  case oneToOne = "1:1"
  /// One code became several, which come from no other.
  case oneToMany = "1:n"
  /// Several codes became one, and nothing else.
  case manyToOne = "n:1"
  /// Several codes became several, and no part of them can be told apart.
  case manyToMany = "n:m"
}

/// The families of a relation: the connected components of its graph.
///
/// A family is the least set of codes that corresponds as a whole to a set of codes of the other
/// edition, so that sums over a family are comparable across editions (the idea of Pierce & Schott,
/// "Concording U.S. Harmonized System Codes over Time", 2012). The kind of a link is that of its
/// family.
public struct CodeFamilies: Sendable {
  /// One family.
  public struct Family: Sendable, Equatable {
    /// Its codes of the first edition, ascending.
    public fileprivate(set) var sources: [String] = []
    /// Its codes of the second edition, ascending.
    public fileprivate(set) var targets: [String] = []

    /// How many codes correspond to how many.
    public var kind: LinkKind {
      switch (sources.count, targets.count) {
      case (1, 1): .oneToOne
      case (1, _): .oneToMany
      case (_, 1): .manyToOne
      default: .manyToMany
      }
    }
  }

  /// The families, in the order of their first source.
  public let all: [Family]
  /// The family of each source, by the places of both.
  let ofSource: [Int]

  /// Finds the families of a relation.
  public init(_ relation: CodeRelation) {
    var trees = DisjointSets(count: relation.sources.count + relation.targets.count)
    for source in relation.sources.indices {
      for link in relation.links(of: source) {
        trees.join(source, relation.sources.count + Int(relation.links[link]))
      }
    }
    var families: [Family] = []
    var places: [Int: Int] = [:]
    var ofSource: [Int] = []
    for (source, code) in relation.sources.enumerated() {
      let root = trees.root(of: source)
      let place = places[root] ?? families.count
      if place == families.count {
        families.append(Family())
        places[root] = place
      }
      families[place].sources.append(code)
      ofSource.append(place)
    }
    for (target, code) in relation.targets.enumerated() {
      guard let place = places[trees.root(of: relation.sources.count + target)] else { continue }
      families[place].targets.append(code)
    }
    all = families
    self.ofSource = ofSource
  }

  /// The kind of the links of a source, by its place.
  func kind(ofSource source: Int) -> LinkKind { all[ofSource[source]].kind }
}

/// Sets that are joined and asked for their member that stands for all (Tarjan 1975).
private struct DisjointSets {
  private var parents: [Int]

  init(count: Int) { parents = Array(0..<count) }

  mutating func root(of member: Int) -> Int {
    var place = member
    while parents[place] != place {
      parents[place] = parents[parents[place]]
      place = parents[place]
    }
    return place
  }

  mutating func join(_ first: Int, _ second: Int) {
    parents[root(of: first)] = root(of: second)
  }
}
