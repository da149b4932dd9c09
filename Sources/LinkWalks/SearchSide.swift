/// One side of a search from both ends: what it met, how far away, and from where.
struct SearchSide {
  private(set) var distances: [Int: Int]
  private(set) var frontier: [Int]
  private(set) var depth = 0
  /// For each subject those one link nearer to the start, in the order in which they led to it.
  private var nearer: [Int: [Int]] = [:]

  init(_ start: Int) {
    distances = [start: 0]
    frontier = [start]
  }

  /// Goes one link further from every subject of the frontier.
  mutating func advance(_ neighbours: (Int) throws -> [Int]) rethrows {
    depth += 1
    var next: [Int] = []
    for subject in frontier {
      var given: Set<Int> = []
      for neighbour in try neighbours(subject) where given.insert(neighbour).inserted {
        let distance = distances[neighbour]
        if distance == nil {
          distances[neighbour] = depth
          next.append(neighbour)
        }
        if distance == nil || distance == depth { nearer[neighbour, default: []].append(subject) }
      }
    }
    frontier = next
  }

  /// Some of the shortest ways from a subject back to the start, both included.
  func ways(from subject: Int, limit: Int) -> [[Int]] {
    guard let before = nearer[subject] else { return [[subject]] }
    var ways: [[Int]] = []
    for other in before where ways.count < limit {
      ways += self.ways(from: other, limit: limit - ways.count).map { [subject] + $0 }
    }
    return ways
  }
}
