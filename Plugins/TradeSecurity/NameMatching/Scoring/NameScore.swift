/// One side of a comparison as plain numbers.
struct NameShape {
  let weights: UnsafeBufferPointer<Float>
  let kinds: UnsafeBufferPointer<UInt8>
  /// The class hash of each token's first form.
  let coarse: UnsafeBufferPointer<UInt64>
  /// The consonant hash of each token's first form.
  let bones: UnsafeBufferPointer<UInt64>
  /// Whether each token's script leaves vowels out.
  let vowelless: UnsafeBufferPointer<Bool>
  /// The hash of each token's text.
  let texts: UnsafeBufferPointer<UInt64>
  let joins: UnsafeBufferPointer<JoinedWords>
  /// Tokens of one given name in an unspaced script have one number; they must stay in order.
  let groups: UnsafeBufferPointer<UInt8>
  let acronym: UInt64
  /// The classes of its legal forms, one bit each.
  let forms: UInt8

  var count: Int { weights.count }
}

/// Tokens of both sides that met.
struct Pairing {
  var query: Int
  var queryCount: Int
  var listed: Int
  var listedCount: Int
  var similarity: Float
  var way: TokenMatch.Way
  /// The weight that met.
  var weight: Float
  var gain: Float { weight * similarity }
}

/// What a comparison came to.
struct ScoreParts {
  var score: Float = 0
  var met: Float = 0
  var damage: Float = 0
  var onlyQuery: Float = 0
  var onlyListed: Float = 0
  var conflict: Float = 0
  var evidenceFactor: Float = 1
  var formFactor: Float = 1
  var solidFactor: Float = 1
}

/// The score of two names whose tokens have been compared.
///
/// A ratio of what met to what met and did not (Tversky 1977, the ratio model): M / (M + d D + a Uq +
/// b Un + c X). M is the weight of the tokens that met times their similarity, D what they lack of
/// equality, Uq and Un the weight of tokens that only the query or only the listed name has, and X the
/// lesser of the two, the conflict: a name that lacks a part may be the party, a name that has another
/// part instead is most often a namesake.
struct NameScore {
  private(set) var pairings: [Pairing] = []
  private(set) var parts = ScoreParts()
  private var proposals: [Pairing] = []

  init() {
    pairings.reserveCapacity(64)
    proposals.reserveCapacity(64)
  }

  /// Scores two names.
  ///
  /// - Parameters:
  ///   - similarities: for each token of the query and each of the listed name, 0 where they did not meet.
  ///   - ways: how they met, `TokenMatch.Way` raw values.
  mutating func score(
    _ query: NameShape, _ listed: NameShape, similarities: UnsafeBufferPointer<Float>,
    ways: UnsafeBufferPointer<UInt8>, weights: ScoreWeights, isPerson: Bool
  ) -> Float {
    proposals.removeAll(keepingCapacity: true)
    for place in 0..<query.count {
      for other in 0..<listed.count {
        let similarity = similarities[place &* listed.count &+ other]
        guard similarity > 0 else { continue }
        let way = TokenMatch.Way(rawValue: ways[place &* listed.count &+ other]) ?? .edit
        proposals.append(
          Pairing(
            query: place, queryCount: 1, listed: other, listedCount: 1, similarity: similarity,
            way: way, weight: min(query.weights[place], listed.weights[other])))
      }
    }
    let tokenCount = proposals.count
    assign(query, listed)
    var best = evaluate(query, listed, similarities, weights, isPerson)
    guard best.score < 0.97 else {
      parts = best
      return best.score
    }
    proposeJoins(query, listed, weights, isPerson)
    guard proposals.count > tokenCount else {
      parts = best
      return best.score
    }
    let withoutJoins = pairings
    assign(query, listed)
    let joined = evaluate(query, listed, similarities, weights, isPerson)
    if joined.score > best.score {
      best = joined
    } else {
      pairings = withoutJoins
    }
    parts = best
    return best.score
  }

  /// Takes the proposals with the greatest gain first, each token once.
  private mutating func assign(_ query: NameShape, _ listed: NameShape) {
    pairings.removeAll(keepingCapacity: true)
    sortProposals()
    var usedQuery: UInt32 = 0
    var usedListed: UInt32 = 0
    for proposal in proposals {
      let ours = NameScore.mask(proposal.query, proposal.queryCount)
      let theirs = NameScore.mask(proposal.listed, proposal.listedCount)
      guard ours & usedQuery == 0, theirs & usedListed == 0 else { continue }
      usedQuery |= ours
      usedListed |= theirs
      pairings.append(proposal)
    }
  }

  /// Insertion sort: there are few, and most are in order.
  private mutating func sortProposals() {
    guard proposals.count > 1 else { return }
    proposals.withUnsafeMutableBufferPointer { list in
      for place in 1..<list.count {
        let moved = list[place]
        var hole = place
        while hole > 0, NameScore.isBefore(moved, list[hole - 1]) {
          list[hole] = list[hole - 1]
          hole -= 1
        }
        list[hole] = moved
      }
    }
  }

  private static func isBefore(_ first: Pairing, _ second: Pairing) -> Bool {
    if first.gain != second.gain { return first.gain > second.gain }
    if first.similarity != second.similarity { return first.similarity > second.similarity }
    if first.query != second.query { return first.query < second.query }
    return first.listed < second.listed
  }

  static func mask(_ start: Int, _ count: Int) -> UInt32 {
    ((1 << UInt32(count)) &- 1) << UInt32(start)
  }

  private mutating func proposeJoins(
    _ query: NameShape, _ listed: NameShape, _ weights: ScoreWeights, _ isPerson: Bool
  ) {
    for join in query.joins {
      for other in 0..<listed.count {
        let isSame = join.coarse == listed.coarse[other] && listed.kinds[other] == 0
        let isBone =
          join.bones != 0 && join.bones == listed.bones[other]
          && join.isVowelless != listed.vowelless[other]
        guard isSame || isBone else { continue }
        propose(
          join, JoinedWords(start: other, count: 1),
          NameScore.joined(isSame, join.letters, listed.texts[other], weights), query, listed,
          weights)
      }
      for other in listed.joins {
        let isSame = join.coarse == other.coarse
        let isBone =
          join.bones != 0 && join.bones == other.bones && join.isVowelless != other.isVowelless
        guard isSame || isBone else { continue }
        propose(
          join, other, NameScore.joined(isSame, join.letters, other.letters, weights), query,
          listed,
          weights)
      }
    }
    for join in listed.joins {
      for place in 0..<query.count {
        let isSame = join.coarse == query.coarse[place] && query.kinds[place] == 0
        let isBone =
          join.bones != 0 && join.bones == query.bones[place]
          && join.isVowelless != query.vowelless[place]
        guard isSame || isBone else { continue }
        propose(
          JoinedWords(start: place, count: 1), join,
          NameScore.joined(isSame, join.letters, query.texts[place], weights), query, listed,
          weights)
      }
    }
    guard !isPerson else { return }
    if listed.acronym != 0, query.count <= 2 {
      for place in 0..<query.count where query.texts[place] == listed.acronym {
        proposals.append(
          Pairing(
            query: place, queryCount: 1, listed: 0, listedCount: listed.count,
            similarity: weights.acronym, way: .acronym, weight: query.weights[place]))
      }
    }
  }

  /// How near joined words are: by letters, by sounds, or by consonants alone across scripts.
  private static func joined(
    _ isSame: Bool, _ first: UInt64, _ second: UInt64, _ weights: ScoreWeights
  ) -> (Float, TokenMatch.Way) {
    if isSame, first != 0, first == second { return (weights.gluedOrSplit, .joined) }
    return isSame ? (weights.joined, .joined) : (weights.joinedConsonants, .script)
  }

  private mutating func propose(
    _ join: JoinedWords, _ other: JoinedWords, _ likeness: (Float, TokenMatch.Way),
    _ query: NameShape,
    _ listed: NameShape, _ weights: ScoreWeights
  ) {
    var ours: Float = 0
    for place in join.start..<(join.start + join.count) { ours += query.weights[place] }
    var theirs: Float = 0
    for place in other.start..<(other.start + other.count) { theirs += listed.weights[place] }
    proposals.append(
      Pairing(
        query: join.start, queryCount: join.count, listed: other.start, listedCount: other.count,
        similarity: likeness.0, way: likeness.1,
        weight: min(ours, theirs)))
  }

  private func evaluate(
    _ query: NameShape, _ listed: NameShape, _ similarities: UnsafeBufferPointer<Float>,
    _ weights: ScoreWeights, _ isPerson: Bool
  ) -> ScoreParts {
    var parts = ScoreParts()
    var usedQuery: UInt32 = 0
    var usedListed: UInt32 = 0
    for pairing in pairings {
      usedQuery |= NameScore.mask(pairing.query, pairing.queryCount)
      usedListed |= NameScore.mask(pairing.listed, pairing.listedCount)
      parts.met += pairing.gain
      parts.damage += pairing.weight * (1 - pairing.similarity)
    }
    guard parts.met > 0 else { return parts }
    var solid: Float = 0
    for pairing in pairings {
      if pairing.way == .initial {
        let whole = max(query.weights[pairing.query], listed.weights[pairing.listed])
        parts.damage += weights.initialRest * max(0, whole - pairing.weight)
      } else if pairing.way != .initial {
        solid += pairing.gain
      }
    }
    parts.damage += NameScore.disorder(pairings, query.groups, byQuery: true) * weights.disorder
    parts.damage += NameScore.disorder(pairings, listed.groups, byQuery: false) * weights.disorder
    var (ours, theirs): (Float, Float) = (0, 0)
    var particles: Float = 0
    for place in 0..<query.count where usedQuery & (1 << UInt32(place)) == 0 {
      let isRepeated = (0..<listed.count).contains {
        similarities[place &* listed.count &+ $0] >= weights.repetition
      }
      let factor = NameScore.restFactor(query.kinds[place], isRepeated: isRepeated, weights)
      parts.onlyQuery += query.weights[place] * factor
      if NameScore.isParticle(query.kinds[place]) { particles += query.weights[place] * factor }
      ours += NameScore.conflictWeight(query, place, weights) * (isRepeated ? weights.repeated : 1)
    }
    for place in 0..<listed.count where usedListed & (1 << UInt32(place)) == 0 {
      let isRepeated = (0..<query.count).contains {
        similarities[$0 &* listed.count &+ place] >= weights.repetition
      }
      let factor = NameScore.restFactor(listed.kinds[place], isRepeated: isRepeated, weights)
      parts.onlyListed += listed.weights[place] * factor
      if NameScore.isParticle(listed.kinds[place]) { particles += listed.weights[place] * factor }
      theirs +=
        NameScore.conflictWeight(listed, place, weights) * (isRepeated ? weights.repeated : 1)
    }
    parts.conflict = min(ours, theirs)
    let against =
      weights.damage * parts.damage + weights.onlyQuery * parts.onlyQuery
      + weights.onlyListed * parts.onlyListed + weights.conflict * parts.conflict
    if parts.onlyQuery + parts.onlyListed > weights.partialRest {
      let evidence = (1 + weights.evidence) * parts.met / (parts.met + weights.evidence)
      parts.evidenceFactor = min(1, evidence)
    }
    let rest = parts.onlyQuery + parts.onlyListed - particles
    let isWhole = rest + parts.damage < weights.wholeRest
    if !isWhole { parts.solidFactor = min(1, solid / weights.leastSolid) }
    if query.forms != 0, listed.forms != 0, query.forms & listed.forms == 0 {
      parts.formFactor =
        LegalForms.areOpposite(query.forms, listed.forms)
        ? weights.oppositeForms : weights.differentForms
    }
    parts.score =
      parts.met / (parts.met + against) * parts.evidenceFactor * parts.formFactor
      * parts.solidFactor
    return parts
  }

  /// How many neighbours of one given name met tokens that are not neighbours in that order.
  private static func disorder(
    _ pairings: [Pairing], _ groups: UnsafeBufferPointer<UInt8>, byQuery: Bool
  ) -> Float {
    var count: Float = 0
    for first in pairings {
      let place = byQuery ? first.query : first.listed
      let length = byQuery ? first.queryCount : first.listedCount
      guard length == 1, groups[place] != 0, place + 1 < groups.count,
        groups[place + 1] == groups[place]
      else { continue }
      let next = pairings.first { (byQuery ? $0.query : $0.listed) == place + 1 }
      let end = byQuery ? first.listed : first.query
      guard let next else { continue }
      if (byQuery ? next.listed : next.query) != end + 1 { count += 1 }
    }
    return count
  }

  /// By how much the weight of a token counts that met none.
  static func restFactor(_ kind: UInt8, isRepeated: Bool, _ weights: ScoreWeights) -> Float {
    if isRepeated { return weights.repeated }
    return kind == NameToken.Kind.number.rawValue ? weights.loneNumber : 1
  }

  private static func isParticle(_ kind: UInt8) -> Bool {
    kind == NameToken.Kind.particle.rawValue
  }

  private static func conflictWeight(_ shape: NameShape, _ place: Int, _ weights: ScoreWeights)
    -> Float
  {
    switch NameToken.Kind(rawValue: shape.kinds[place]) ?? .name {
    case .name, .number: max(shape.weights[place], weights.leastConflict)
    case .common: shape.weights[place] * weights.commonConflict
    case .initial: weights.initialConflict
    case .particle, .title: 0
    }
  }
}

extension JoinedWords {
  /// A single token as a place.
  init(start: Int, count: Int) {
    self.init(
      start: start, count: count, coarse: 0, letters: 0, bones: 0, isVowelless: false)
  }
}

extension LegalForms {
  /// The classes of forms as bits.
  static func bits(_ classes: [String]) -> UInt8 {
    classes.reduce(0) { bits, formClass in
      bits | (order.firstIndex(of: formClass).map { 1 << UInt8($0) } ?? 0)
    }
  }

  /// Whether all forms of both sides are of one kind of firm each.
  static func areOpposite(_ first: UInt8, _ second: UInt8) -> Bool {
    (first | second) & anyKind == 0
  }

  private static let anyKind = bits(["ltd", "inc", "freezone"])
  private static let order = ["llc", "ltd", "jsc", "inc", "partnership", "freezone", "unitary"]
}
