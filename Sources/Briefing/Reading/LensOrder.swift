internal import Kernel

/// The order in which lenses read an event: each after those that write what it reads.
enum LensOrder {
  /// Orders lenses; of those that do not depend on each other the one declared first comes first.
  ///
  /// An indicator that no lens writes keeps nobody waiting: its module is not there.
  ///
  /// - Throws: `TowerError` naming lenses that wait for each other.
  static func ordered(_ lenses: [Lens]) throws -> [Lens] {
    var waiting = lenses
    var ordered: [Lens] = []
    while !waiting.isEmpty {
      let ready = waiting.firstIndex { lens in
        !waiting.contains { other in
          other.identifier != lens.identifier && other.writes.contains(where: lens.reads.contains)
        }
      }
      guard let ready else {
        let names = waiting.map(\.identifier).joined(separator: ", ")
        throw TowerError(
          .configuration, "these lenses wait for each other's indicators: \(names)")
      }
      ordered.append(waiting.remove(at: ready))
    }
    return ordered
  }
}
