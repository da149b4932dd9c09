/// The tokens of a query against those of one listed name, in the order that `NameScore` reads, and
/// what the score can be at most.
struct MeetingMatrix {
  /// For each token of the query, the similarity to each of the listed name; 0 where they do not meet.
  let similarities: UnsafeMutableBufferPointer<Float>
  /// How they meet, `TokenMatch.Way` raw values.
  let ways: UnsafeMutableBufferPointer<UInt8>
  private let table: MeetingTable.Reader
  private let query: NameShape
  private let firstLetters: UnsafeBufferPointer<UInt32>
  private let initials: UInt32

  /// Makes a matrix in memory for `AnalysedName.mostTokens` squared.
  init(
    _ table: MeetingTable.Reader, _ query: NameShape, firstLetters: UnsafeBufferPointer<UInt32>,
    similarities: UnsafeMutableBufferPointer<Float>, ways: UnsafeMutableBufferPointer<UInt8>
  ) {
    self.table = table
    self.query = query
    self.firstLetters = firstLetters
    self.similarities = similarities
    self.ways = ways
    var initials: UInt32 = 0
    for place in 0..<query.count where query.kinds[place] == MeetingMatrix.initial {
      initials |= 1 << UInt32(place)
    }
    self.initials = initials
  }

  private static let initial = NameToken.Kind.initial.rawValue

  /// Fills the matrix for a listed name.
  @inline(__always)
  func fill(
    _ tokens: UnsafeBufferPointer<Int32>, _ listed: NameShape,
    _ letters: UnsafeBufferPointer<UInt32>
  ) {
    let count = tokens.count
    let initial = NameToken.Kind.initial.rawValue
    for other in 0..<count {
      let slot = Int(table.slotOfToken[Int(tokens[other])])
      for place in 0..<query.count {
        similarities[place &* count &+ other] =
          slot < 0 ? 0 : table.similarities[slot &* query.count &+ place]
        ways[place &* count &+ other] = slot < 0 ? 0 : table.ways[slot &* query.count &+ place]
      }
      // Initials meet by letter, not by a list of tokens.
      let isInitial = listed.kinds[other] == initial
      guard letters[other] != 0, isInitial || initials != 0 else { continue }
      for place in 0..<query.count
      where (query.kinds[place] == initial) != isInitial
        && firstLetters[place] & letters[other] != 0
      {
        similarities[place &* count &+ other] = 1
        ways[place &* count &+ other] = TokenMatch.Way.initial.rawValue
      }
    }
  }

  /// The most that the score of the name in the matrix can be when no joined words meet.
  ///
  /// Each token of the query gives what its best meeting would give, and each token without a meeting
  /// is one that only its side has, see `NameScore`.
  @inline(__always)
  func greatestScore(_ listed: NameShape, _ weights: ScoreWeights) -> Float {
    let count = listed.count
    var met: Float = 0
    var onlyQuery: Float = 0
    var metListed: UInt32 = 0
    for place in 0..<query.count {
      var best: Float = 0
      for other in 0..<count {
        let similarity = similarities[place &* count &+ other]
        guard similarity > 0 else { continue }
        metListed |= 1 << UInt32(other)
        best = max(best, similarity * min(query.weights[place], listed.weights[other]))
      }
      met += best
      if best == 0 { onlyQuery += query.weights[place] }
    }
    var onlyListed: Float = 0
    for other in 0..<count where metListed & (1 << UInt32(other)) == 0 {
      onlyListed += listed.weights[other]
    }
    return weights.greatestScore(met: met, onlyQuery: onlyQuery, onlyListed: onlyListed)
  }
}
