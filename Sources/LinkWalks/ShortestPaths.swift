/// The shortest paths between two subjects, found from both ends at once, the narrower end first.
///
/// Links are walked either way, so what is next to one subject must have that subject next to it. A
/// hub between the two is met from both sides and need not be unrolled.
public struct ShortestPaths: Sendable, Hashable {
  /// How the search ended.
  public enum Outcome: Sendable, Hashable {
    /// There are paths.
    case found
    /// There is none of at most the length asked for.
    case none
    /// The limit of subjects was met first: there may be one.
    case cut
  }

  /// How the search ended.
  public let outcome: Outcome
  /// The paths, each with both ends; all have the same length.
  public let paths: [[Int]]
  /// Whether there are more paths of that length.
  public let hasMore: Bool

  /// Searches.
  ///
  /// - Parameters:
  ///   - first: one end.
  ///   - last: the other end; the same subject is a path without links.
  ///   - maximum: how many links a path has at most.
  ///   - subjects: how many subjects the search meets at most before it gives up.
  ///   - count: how many paths are wanted at most.
  ///   - neighbours: the subjects next to one, in the order in which they are wanted.
  public init(
    from first: Int, to last: Int, maximum: Int, subjects: Int, count: Int,
    neighbours: (Int) throws -> [Int]
  ) rethrows {
    var start = SearchSide(first)
    var end = SearchSide(last)
    var meetings = first == last ? [first] : []
    while meetings.isEmpty, start.depth + end.depth < maximum {
      guard !start.frontier.isEmpty, !end.frontier.isEmpty else { break }
      guard start.distances.count + end.distances.count <= subjects else {
        (outcome, paths, hasMore) = (.cut, [], false)
        return
      }
      // Of equally wide sides the shorter goes on: a hub next to one of them is met, not unrolled.
      if (start.frontier.count, start.depth) <= (end.frontier.count, end.depth) {
        try start.advance(neighbours)
        meetings = start.frontier.filter { end.distances[$0] != nil }
      } else {
        try end.advance(neighbours)
        meetings = end.frontier.filter { start.distances[$0] != nil }
      }
    }
    let found = ShortestPaths.joined(meetings, start, end, limit: count + 1)
    outcome = found.isEmpty ? .none : .found
    paths = Array(found.prefix(count))
    hasMore = found.count > count
  }

  /// The paths through the subjects that both sides met; a path meets exactly one of them.
  private static func joined(
    _ meetings: [Int], _ start: SearchSide, _ end: SearchSide, limit: Int
  ) -> [[Int]] {
    // Where a neighbour does not know its neighbour, a meeting may be farther than another.
    func length(_ subject: Int) -> Int {
      (start.distances[subject] ?? 0) + (end.distances[subject] ?? 0)
    }
    let shortest = meetings.map(length).min()
    var paths: [[Int]] = []
    for subject in meetings where length(subject) == shortest {
      for way in start.ways(from: subject, limit: limit) {
        guard paths.count < limit else { return paths }
        let rest = end.ways(from: subject, limit: limit - paths.count)
        paths += rest.map { way.reversed() + $0.dropFirst() }
      }
    }
    return paths
  }
}
