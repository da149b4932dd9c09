/// The search of one partition: candidates by what must meet at least, then the score of each.
///
/// In the manner of MaxScore (Turtle and Flood 1995): the query's tokens with the longest lists of
/// names are not followed as long as a name that has nothing but them cannot reach the threshold; a
/// name that the others reach is scored only if all that may have met weighs enough.
struct PartitionSearch {
  /// A name that reached the threshold.
  struct Found {
    let name: Int32
    let score: Float
  }

  private let partition: NamePartition
  private var tokenSearch: TokenSearch
  private var meetings: MeetingTable
  private var reached: ReachedNames
  private var score = NameScore()
  private var memory: [TokenKey: [TokenSearch.Hit]] = [:]

  /// What the hits of a token depend on.
  private struct TokenKey: Hashable {
    let text: String
    let kind: NameToken.Kind
    let system: WritingSystem
    let canBeCut: Bool
  }

  /// How many tokens' hits are remembered before all are forgotten.
  private static let memorySize = 20_000
  /// What a bound may be wrong by for rounding.
  private static let slack: Float = 1e-4

  init(_ partition: NamePartition) {
    self.partition = partition
    tokenSearch = TokenSearch(partition.vocabulary)
    meetings = MeetingTable(partition.vocabulary)
    reached = ReachedNames(partition)
  }

  /// The names that score at least the threshold.
  mutating func search(_ query: NameColumns, threshold: Float, isExhaustive: Bool) -> [Found] {
    guard partition.count > 0, !query.name.tokens.isEmpty else { return [] }
    let partition = partition
    let weights: ScoreWeights = partition.isPerson ? .person : .other
    let hits = hitsOfTokens(query, isExhaustive: isExhaustive)
    meetings.fill(hits)
    let needed =
      weights.leastShare(threshold: threshold) * query.name.weight - PartitionSearch.slack
    guard !isExhaustive, let passive = passiveTokens(query, hits, needed) else {
      return scored(query, weights, threshold) { score in
        for name in 0..<Int32(partition.count) { score(name, true) }
      }
    }
    reached.find(query, hits, passive: passive)
    let reached = reached
    return scored(query, weights, threshold) { score in
      reached.forEach(passive: passive, weights: query.weights, least: needed) {
        name, isJoined in score(name, isJoined)
      }
    }
  }

  private mutating func hitsOfTokens(_ query: NameColumns, isExhaustive: Bool)
    -> [[TokenSearch.Hit]]
  {
    query.name.tokens.enumerated().map { place, token in
      let canBeCut = query.name.canBeCut(place)
      if isExhaustive { return tokenSearch.exhaustiveHits(token, canBeCut: canBeCut) }
      let key = TokenKey(
        text: token.text, kind: token.kind, system: token.system, canBeCut: canBeCut)
      if let known = memory[key] { return known }
      let hits = tokenSearch.hits(token, canBeCut: canBeCut)
      if memory.count >= PartitionSearch.memorySize { memory.removeAll(keepingCapacity: true) }
      memory[key] = hits
      return hits
    }
  }

  /// The tokens that need not be followed; nil when even that leaves an initial to follow.
  private func passiveTokens(_ query: NameColumns, _ hits: [[TokenSearch.Hit]], _ needed: Float)
    -> UInt32?
  {
    var lengths: [(place: Int, length: Int)] = []
    for (place, kind) in query.kinds.enumerated() {
      var length = 0
      for hit in hits[place] { length += partition.names(bearing: hit.token).count }
      // Listed initials meet every name that begins with them, and an initial all names.
      lengths.append((place, kind == NameToken.Kind.initial.rawValue ? .max : length))
    }
    lengths.sort { ($1.length, $0.place) < ($0.length, $1.place) }
    var passive: UInt32 = 0
    var sum: Float = 0
    for (place, length) in lengths {
      if sum + query.weights[place] < needed {
        sum += query.weights[place]
        passive |= 1 << UInt32(place)
      } else if length == .max {
        return nil
      }
    }
    return passive
  }

  /// Scores the names that the body gives, with whether joined words may meet in them.
  private mutating func scored(
    _ query: NameColumns, _ weights: ScoreWeights, _ threshold: Float,
    _ names: ((Int32, Bool) -> Void) -> Void
  ) -> [Found] {
    let (partition, meetings) = (partition, meetings)
    let size = AnalysedName.mostTokens * AnalysedName.mostTokens
    var found: [Found] = []
    meetings.withReader { table in
      query.withShape { ours in
        query.firstLetters.withUnsafeBufferPointer { letters in
          withUnsafeTemporaryAllocation(of: Float.self, capacity: size) { similarities in
            withUnsafeTemporaryAllocation(of: UInt8.self, capacity: size) { ways in
              let matrix = MeetingMatrix(
                table, ours, firstLetters: letters, similarities: similarities, ways: ways)
              names { name, mayJoin in
                let theirs = partition.shape(Int(name))
                matrix.fill(partition.tokens(Int(name)), theirs, partition.letters(Int(name)))
                guard
                  mayJoin
                    || matrix.greatestScore(theirs, weights) >= threshold - PartitionSearch.slack
                else { return }
                let value = score.score(
                  ours, theirs, similarities: UnsafeBufferPointer(similarities),
                  ways: UnsafeBufferPointer(ways), weights: weights, isPerson: partition.isPerson,
                  mayJoin: mayJoin)
                if value >= threshold { found.append(Found(name: name, score: value)) }
              }
            }
          }
        }
      }
    }
    return found
  }
}
