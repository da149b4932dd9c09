internal import LinkWalks
internal import Store

/// Walks over the links of a day: who stands around a subject, how two hang together, what they
/// share.
struct LinkWalk {
  let graph: LinkGraph
  private(set) var notes: [String] = []
  private var names: [String] = []
  private var numbers: [String: Int] = [:]

  init(_ graph: LinkGraph) {
    self.graph = graph
  }

  /// The links that lead away from a subject, nearest first: each from one layer to the next.
  mutating func neighbours(of subject: String, depth: Int) throws -> [(depth: Int, Link, String)] {
    var unrolled: [Int: [Link]] = [:]
    let around = try Surroundings(
      of: number(subject), depth: depth, limit: graph.limits.subjects
    ) { here in
      let links = try graph.links(of: names[here])
      unrolled[here] = links
      return links.map { number($0.other(than: names[here])) }
    }
    if around.isCut { notes.append(cutNote) }
    var layers: [Int: Int] = [:]
    for (depth, layer) in around.layers.enumerated() { for here in layer { layers[here] = depth } }
    return around.layers.enumerated().flatMap { depth, layer in
      layer.flatMap { here in
        (unrolled[here] ?? []).compactMap { link in
          let other = link.other(than: names[here])
          return layers[number(other)] == depth + 1 ? (depth + 1, link, other) : nil
        }
      }
    }
  }

  /// The shortest paths between two subjects, each as its links step by step.
  ///
  /// - Parameter maximum: how many steps a path has at most.
  mutating func paths(from first: String, to last: String, maximum: Int) throws
    -> [(path: Int, step: Int, Link)]
  {
    let found = try ShortestPaths(
      from: number(first), to: number(last), maximum: maximum, subjects: graph.limits.subjects,
      count: graph.limits.paths
    ) { here in
      let name = names[here]
      return try graph.links(of: name).map { number($0.other(than: name)) }
    }
    switch found.outcome {
    case .found: break
    case .none:
      notes.append(
        "no path of at most \(maximum) links was found between \(first) and \(last) on "
          + "\(graph.asOf)"
      )
    case .cut: notes.append(cutNote)
    }
    if found.hasMore {
      notes.append(
        "there are more paths of this length than the \(found.paths.count) shown; the setting "
          + "shortest_paths of 'tower' sets how many")
    }
    let paths = found.paths.map { $0.map { names[$0] } }
      .sorted { $0.lexicographicallyPrecedes($1) }
    return try paths.enumerated().flatMap { index, path in
      try zip(path, path.dropFirst()).enumerated().flatMap { step, pair in
        try graph.links(between: pair.0, pair.1).map { (index + 1, step + 1, $0) }
      }
    }
  }

  /// The links that lead from two subjects to one that both are next to, by that one.
  mutating func common(_ first: String, _ second: String) throws -> [(String, Link)] {
    // A hub may have more links than are followed: each candidate of one side is asked for on the
    // other.
    let sides = try [first, second].map { end in
      Set(try graph.links(of: end).map { $0.other(than: end) })
    }
    let candidates = sides[0].union(sides[1]).subtracting([first, second])
    return try candidates.sorted().flatMap { shared in
      let links = try [first, second].map { try graph.links(between: $0, shared) }
      return links.contains(where: \.isEmpty) ? [] : links.joined().map { (shared, $0) }
    }
  }

  private var cutNote: String {
    "stopped after \(graph.limits.subjects) subjects, so there may be more; the setting "
      + "walk_subjects of 'tower' sets how many"
  }

  private mutating func number(_ subject: String) -> Int {
    if let number = numbers[subject] { return number }
    numbers[subject] = names.count
    names.append(subject)
    return names.count - 1
  }
}
