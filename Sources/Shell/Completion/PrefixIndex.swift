/// Names found by how they begin, in any case of their letters.
struct PrefixIndex {
  // Keys beside the names: folding the case of every name at each look-up would take too long.
  private let keys: [[UInt8]]
  private let names: [String]

  /// Sorts the names; a name that stands twice counts once.
  init(_ names: some Sequence<String>) {
    let sorted = Set(names).map { (key: PrefixIndex.key($0), name: $0) }
      .sorted { $0.key == $1.key ? $0.name < $1.name : $0.key.lexicographicallyPrecedes($1.key) }
    keys = sorted.map(\.key)
    self.names = sorted.map(\.name)
  }

  /// The names that begin with a text, in alphabetical order.
  func names(beginning prefix: String) -> [String] {
    let wanted = PrefixIndex.key(prefix)
    var low = 0
    var high = keys.count
    while low < high {
      let middle = (low + high) / 2
      if keys[middle].lexicographicallyPrecedes(wanted) { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < keys.count, keys[end].starts(with: wanted) { end += 1 }
    return Array(names[low..<end])
  }

  private static func key(_ name: String) -> [UInt8] { Array(name.lowercased().utf8) }
}
