/// What each token of the vocabulary that meets a token of the query is to each of them.
struct MeetingTable {
  private let vocabulary: Vocabulary
  private var slotOfToken: [Int32]
  private var metTokens: [Int32] = []
  private var similarities: [Float] = []
  private var ways: [UInt8] = []
  private var count = 0

  init(_ vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    slotOfToken = Array(repeating: -1, count: vocabulary.tokens.count)
  }

  /// Takes the hits of each token of a query, in place of those before.
  mutating func fill(_ hits: [[TokenSearch.Hit]]) {
    for token in metTokens { slotOfToken[Int(token)] = -1 }
    metTokens.removeAll(keepingCapacity: true)
    similarities.removeAll(keepingCapacity: true)
    ways.removeAll(keepingCapacity: true)
    count = hits.count
    for (place, list) in hits.enumerated() {
      for hit in list {
        var slot = Int(slotOfToken[Int(hit.token)])
        if slot < 0 {
          slot = metTokens.count
          slotOfToken[Int(hit.token)] = Int32(slot)
          metTokens.append(hit.token)
          for _ in 0..<count {
            similarities.append(0)
            ways.append(0)
          }
        }
        similarities[slot &* count &+ place] = hit.match.similarity
        ways[slot &* count &+ place] = hit.match.way.rawValue
      }
    }
  }

  /// Calls with the table as plain memory.
  func withReader<Result>(_ body: (Reader) throws -> Result) rethrows -> Result {
    try slotOfToken.withUnsafeBufferPointer { slots in
      try similarities.withUnsafeBufferPointer { similarities in
        try ways.withUnsafeBufferPointer { ways in
          try body(
            Reader(slotOfToken: slots, similarities: similarities, ways: ways, count: count))
        }
      }
    }
  }

  /// The table as plain memory.
  struct Reader {
    let slotOfToken: UnsafeBufferPointer<Int32>
    let similarities: UnsafeBufferPointer<Float>
    let ways: UnsafeBufferPointer<UInt8>
    let count: Int
  }
}
