/// The names that some followed token of a query may meet, with which tokens they are.
struct ReachedNames {
  private let partition: NamePartition
  /// For each name, a bit for each token of the query that may meet, and `joinBit`.
  private var mask: [UInt32]
  private var names: [Int32] = []

  /// Set where joined words or an acronym may meet.
  private static let joinBit: UInt32 = 1 << 31

  init(_ partition: NamePartition) {
    self.partition = partition
    mask = Array(repeating: 0, count: partition.count)
  }

  /// Finds the names for a query, in place of those before.
  ///
  /// - Parameter passive: the tokens of the query that are not followed.
  mutating func find(_ query: NameColumns, _ hits: [[TokenSearch.Hit]], passive: UInt32) {
    for name in names { mask[Int(name)] = 0 }
    names.removeAll(keepingCapacity: true)
    let partition = partition
    for (place, list) in hits.enumerated() where passive & (1 << UInt32(place)) == 0 {
      let bit = UInt32(1) << UInt32(place)
      for hit in list { reachAll(partition.names(bearing: hit.token), bit) }
      // A listed initial may stand for this token.
      for token in partition.initials(query.firstLetters[place]) {
        reachAll(partition.names(bearing: token), bit)
      }
      partition.forEachJoined(query, place) { reach($0, bit | ReachedNames.joinBit) }
    }
    for join in query.name.joins {
      let bits = NameScore.mask(join.start, join.count) | ReachedNames.joinBit
      partition.vocabulary.byCoarse.forEach(join.coarse) {
        reachAll(partition.names(bearing: $0), bits)
      }
      partition.vocabulary.byBones.forEach(join.bones) {
        reachAll(partition.names(bearing: $0), bits)
      }
      partition.joinsByCoarse.forEach(join.coarse) { reach($0, bits) }
      partition.joinsByBones.forEach(join.bones) { reach($0, bits) }
    }
    for place in hits.indices where passive & (1 << UInt32(place)) != 0 {
      partition.forEachJoined(query, place) { name in
        if mask[Int(name)] != 0 { mask[Int(name)] |= ReachedNames.joinBit }
      }
    }
  }

  @inline(__always)
  private mutating func reachAll(_ names: UnsafeBufferPointer<Int32>, _ bits: UInt32) {
    for name in names { reach(name, bits) }
  }

  @inline(__always)
  private mutating func reach(_ name: Int32, _ bits: UInt32) {
    let before = mask[Int(name)]
    if before == 0 { names.append(name) }
    mask[Int(name)] = before | bits
  }

  /// Calls with each name of which all that may meet, passive tokens included, weighs at least so
  /// much, and with whether joined words may meet in it.
  func forEach(
    passive: UInt32, weights: [Float], least: Float, _ body: (Int32, Bool) -> Void
  ) {
    for name in names {
      let bits = mask[Int(name)]
      var rest = bits & ~ReachedNames.joinBit | passive
      var sum: Float = 0
      while rest != 0 {
        sum += weights[rest.trailingZeroBitCount]
        rest &= rest &- 1
      }
      if sum >= least { body(name, bits & ReachedNames.joinBit != 0) }
    }
  }
}

extension NamePartition {
  /// Calls with the names of which joined words, or all words by their first letters, may meet a token.
  @inline(__always)
  fileprivate func forEachJoined(_ query: NameColumns, _ place: Int, _ body: (Int32) -> Void) {
    joinsByCoarse.forEach(query.coarse[place], body)
    joinsByBones.forEach(query.bones[place], body)
    if !isPerson, query.weights.count <= 2 { byAcronym.forEach(query.texts[place], body) }
  }
}
