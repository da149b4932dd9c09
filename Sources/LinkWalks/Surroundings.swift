/// What stands around a subject, layer by layer: breadth first over whatever says who is next to
/// whom.
///
/// Subjects are numbers that the caller gave them; a cycle or a link to itself adds nothing.
public struct Surroundings: Sendable, Hashable {
  /// The subjects by their distance from the start, which is alone in the first layer; each layer
  /// is in the order in which the walk met its subjects.
  public private(set) var layers: [[Int]]
  /// Whether the limit of subjects ended the walk before its depth did.
  public private(set) var isCut = false

  /// Walks from a subject.
  ///
  /// - Parameters:
  ///   - start: where the walk begins.
  ///   - depth: how many links away it ends, at least 0.
  ///   - limit: how many subjects it meets at most, the start included.
  ///   - neighbours: the subjects next to one, in the order in which they are wanted.
  public init(
    of start: Int, depth: Int, limit: Int, neighbours: (Int) throws -> [Int]
  ) rethrows {
    layers = [[start]]
    var met: Set<Int> = [start]
    while layers.count <= depth, let last = layers.last, !last.isEmpty, !isCut {
      var next: [Int] = []
      for subject in last where !isCut {
        for neighbour in try neighbours(subject) where !met.contains(neighbour) {
          guard met.count < limit else {
            isCut = true
            break
          }
          met.insert(neighbour)
          next.append(neighbour)
        }
      }
      if next.isEmpty { break }
      layers.append(next)
    }
  }
}
