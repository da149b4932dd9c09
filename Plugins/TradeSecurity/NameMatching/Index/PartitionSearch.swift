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
  private var score = NameScore()
  private var mask: [UInt32]
  private var reached: [Int32] = []
  private var slotOfToken: [Int32]
  private var usedSlots: [Int32] = []
  private var slotSimilarities: [Float] = []
  private var slotWays: [UInt8] = []
  private var similarities: [Float]
  private var ways: [UInt8]
  private var shapeWeights: [Float]
  private var shapeKinds: [UInt8]
  private var shapeCoarse: [UInt64]
  private var shapeBones: [UInt64]
  private var shapeVowelless: [Bool]
  private var shapeTexts: [UInt64]
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

  init(_ partition: NamePartition) {
    self.partition = partition
    tokenSearch = TokenSearch(partition.vocabulary)
    mask = Array(repeating: 0, count: partition.count)
    slotOfToken = Array(repeating: -1, count: partition.vocabulary.tokens.count)
    let most = AnalysedName.mostTokens
    similarities = Array(repeating: 0, count: most * most)
    ways = Array(repeating: 0, count: most * most)
    shapeWeights = Array(repeating: 0, count: most)
    shapeKinds = Array(repeating: 0, count: most)
    shapeCoarse = Array(repeating: 0, count: most)
    shapeBones = Array(repeating: 0, count: most)
    shapeVowelless = Array(repeating: false, count: most)
    shapeTexts = Array(repeating: 0, count: most)
  }

  /// The names that score at least the threshold.
  mutating func search(_ query: NameColumns, threshold: Float, isExhaustive: Bool) -> [Found] {
    guard partition.count > 0, !query.name.tokens.isEmpty else { return [] }
    let weights: ScoreWeights = partition.isPerson ? .person : .other
    let hits = hitsOfTokens(query, isExhaustive: isExhaustive)
    fillSlots(hits, count: query.name.tokens.count)
    defer { clearSlots() }
    let needed = weights.leastShare(threshold: threshold) * query.name.weight - 1e-4
    let passive = isExhaustive ? nil : passiveTokens(query, hits, needed)
    guard let passive else {
      return (0..<partition.count).compactMap { scored(query, Int32($0), weights, threshold) }
    }
    reach(query, hits, passive)
    defer {
      for name in reached { mask[Int(name)] = 0 }
      reached.removeAll(keepingCapacity: true)
    }
    var found: [Found] = []
    for name in reached
    where PartitionSearch.weight(mask[Int(name)] | passive, query.weights) >= needed {
      if let hit = scored(query, name, weights, threshold) { found.append(hit) }
    }
    return found
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

  /// For each token of the vocabulary that met: what it is to each token of the query.
  private mutating func fillSlots(_ hits: [[TokenSearch.Hit]], count: Int) {
    slotSimilarities.removeAll(keepingCapacity: true)
    slotWays.removeAll(keepingCapacity: true)
    for (place, list) in hits.enumerated() {
      for hit in list {
        var slot = slotOfToken[Int(hit.token)]
        if slot < 0 {
          slot = Int32(usedSlots.count)
          slotOfToken[Int(hit.token)] = slot
          usedSlots.append(hit.token)
          slotSimilarities.append(contentsOf: repeatElement(0, count: count))
          slotWays.append(contentsOf: repeatElement(0, count: count))
        }
        slotSimilarities[Int(slot) * count + place] = hit.match.similarity
        slotWays[Int(slot) * count + place] = hit.match.way.rawValue
      }
    }
  }

  private mutating func clearSlots() {
    for token in usedSlots { slotOfToken[Int(token)] = -1 }
    usedSlots.removeAll(keepingCapacity: true)
  }

  /// The tokens that need not be followed; nil when even that leaves an initial to follow.
  private func passiveTokens(_ query: NameColumns, _ hits: [[TokenSearch.Hit]], _ needed: Float)
    -> UInt32?
  {
    var lengths: [(place: Int, length: Int)] = []
    for (place, token) in query.name.tokens.enumerated() {
      var length = 0
      for hit in hits[place] {
        length += Int(
          partition.postingStarts[Int(hit.token) + 1] - partition.postingStarts[Int(hit.token)])
      }
      // Listed initials meet every name that begins with them, and an initial all names.
      lengths.append((place, token.kind == .initial ? .max : length))
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

  /// Marks, for each name, the tokens of the query that may have met something in it.
  private mutating func reach(_ query: NameColumns, _ hits: [[TokenSearch.Hit]], _ passive: UInt32)
  {
    let partition = partition
    for (place, list) in hits.enumerated() where passive & (1 << UInt32(place)) == 0 {
      let bit = UInt32(1) << UInt32(place)
      for hit in list { reachPostings(hit.token, bit) }
      // A listed initial may stand for this token.
      let letters = Vocabulary.firstLetters(query.name.tokens[place])
      for id in partition.initials(letters) { reachPostings(id, bit) }
      partition.joinsByCoarse.forEach(query.coarse[place]) { reach($0, bit) }
      partition.joinsByBones.forEach(query.bones[place]) { reach($0, bit) }
      if !partition.isPerson, query.name.tokens.count <= 2 {
        partition.byAcronym.forEach(query.texts[place]) { reach($0, bit) }
      }
    }
    for join in query.name.joins {
      let bits = NameScore.mask(join.start, join.count)
      partition.vocabulary.byCoarse.forEach(join.coarse) { reachPostings($0, bits) }
      partition.vocabulary.byBones.forEach(join.bones) { reachPostings($0, bits) }
      partition.joinsByCoarse.forEach(join.coarse) { reach($0, bits) }
      partition.joinsByBones.forEach(join.bones) { reach($0, bits) }
    }
  }

  private mutating func reachPostings(_ token: Int32, _ bits: UInt32) {
    let (start, end) = (
      Int(partition.postingStarts[Int(token)]), Int(partition.postingStarts[Int(token) + 1])
    )
    let partition = partition
    partition.postings.withUnsafeBufferPointer { postings in
      for place in start..<end { reach(postings[place], bits) }
    }
  }

  @inline(__always)
  private mutating func reach(_ name: Int32, _ bits: UInt32) {
    let before = mask[Int(name)]
    if before == 0 { reached.append(name) }
    mask[Int(name)] = before | bits
  }

  private static func weight(_ mask: UInt32, _ weights: [Float]) -> Float {
    var rest = mask
    var sum: Float = 0
    while rest != 0 {
      sum += weights[rest.trailingZeroBitCount]
      rest &= rest &- 1
    }
    return sum
  }

  private mutating func scored(
    _ query: NameColumns, _ name: Int32, _ weights: ScoreWeights, _ threshold: Float
  ) -> Found? {
    let start = Int(partition.tokenStarts[Int(name)])
    let count = Int(partition.tokenStarts[Int(name) + 1]) - start
    let ourCount = query.name.tokens.count
    let vocabulary = partition.vocabulary
    for other in 0..<count {
      let token = Int(partition.tokenIDs[start + other])
      shapeWeights[other] = vocabulary.weights[token]
      shapeKinds[other] = vocabulary.kinds[token]
      shapeCoarse[other] = vocabulary.coarse[token]
      shapeBones[other] = vocabulary.bones[token]
      shapeVowelless[other] = vocabulary.vowelless[token]
      shapeTexts[other] = vocabulary.texts[token]
      let slot = Int(slotOfToken[token])
      for place in 0..<ourCount {
        similarities[place &* count &+ other] =
          slot < 0 ? 0 : slotSimilarities[slot &* ourCount &+ place]
        ways[place &* count &+ other] = slot < 0 ? 0 : slotWays[slot &* ourCount &+ place]
      }
      addInitials(query, token, other, count)
    }
    let value = shaped(query, name, count, weights)
    return value >= threshold ? Found(name: name, score: value) : nil
  }

  /// Initials meet by letter, not by a list of tokens.
  private mutating func addInitials(_ query: NameColumns, _ token: Int, _ other: Int, _ count: Int)
  {
    let letters = partition.vocabulary.firstLetters[token]
    guard letters != 0 else { return }
    let initial = NameToken.Kind.initial.rawValue
    let isInitial = partition.vocabulary.kinds[token] == initial
    for place in 0..<query.kinds.count where (query.kinds[place] == initial) != isInitial {
      guard Vocabulary.firstLetters(query.name.tokens[place]) & letters != 0 else { continue }
      similarities[place &* count &+ other] = 1
      ways[place &* count &+ other] = TokenMatch.Way.initial.rawValue
    }
  }

  private mutating func shaped(
    _ query: NameColumns, _ name: Int32, _ count: Int, _ weights: ScoreWeights
  ) -> Float {
    let partition = partition
    return query.withShape { ours in
      shapeWeights.withUnsafeBufferPointer { listedWeights in
        shapeKinds.withUnsafeBufferPointer { kinds in
          shapeCoarse.withUnsafeBufferPointer { coarse in
            shapeBones.withUnsafeBufferPointer { bones in
              shapeVowelless.withUnsafeBufferPointer { vowelless in
                shapeTexts.withUnsafeBufferPointer { texts in
                  partition.joins.withUnsafeBufferPointer { joins in
                    partition.groups.withUnsafeBufferPointer { groups in
                      let tokens =
                        Int(
                          partition.tokenStarts[Int(name)])..<Int(
                          partition.tokenStarts[Int(name) + 1])
                      let range =
                        Int(
                          partition.joinStarts[Int(name)])..<Int(
                          partition.joinStarts[Int(name) + 1])
                      let theirs = NameShape(
                        weights: UnsafeBufferPointer(rebasing: listedWeights[0..<count]),
                        kinds: kinds, coarse: coarse, bones: bones, vowelless: vowelless,
                        texts: texts, joins: UnsafeBufferPointer(rebasing: joins[range]),
                        groups: UnsafeBufferPointer(rebasing: groups[tokens]),
                        acronym: partition.acronyms[Int(name)], forms: partition.forms[Int(name)])
                      return similarities.withUnsafeBufferPointer { similarities in
                        ways.withUnsafeBufferPointer { ways in
                          score.score(
                            ours, theirs, similarities: similarities, ways: ways, weights: weights,
                            isPerson: partition.isPerson)
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
  }
}

extension NamePartition {
  /// The tokens of the vocabulary that are initials with one of these letters.
  func initials(_ letters: UInt32) -> [Int32] {
    letters == 0 ? [] : initialTokens.filter { vocabulary.firstLetters[Int($0)] & letters != 0 }
  }
}
