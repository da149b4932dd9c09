/// The arrays of one analysed name, so that it can be a side of a comparison.
struct NameColumns: Sendable {
  let name: AnalysedName
  let weights: [Float]
  let kinds: [UInt8]
  let coarse: [UInt64]
  let bones: [UInt64]
  let vowelless: [Bool]
  let texts: [UInt64]
  let firstLetters: [UInt32]
  let forms: UInt8

  init(_ name: AnalysedName) {
    self.name = name
    let sides = name.tokens.map(TokenColumns.init)
    weights = sides.map(\.weight)
    kinds = sides.map(\.kind)
    coarse = sides.map(\.coarse)
    bones = sides.map(\.bones)
    vowelless = sides.map(\.isVowelless)
    texts = sides.map(\.text)
    firstLetters = sides.map(\.firstLetters)
    forms = LegalForms.bits(name.legalForms)
  }

  /// Calls with the name as a side of a comparison.
  func withShape<Result>(_ body: (NameShape) throws -> Result) rethrows -> Result {
    try weights.withUnsafeBufferPointer { weights in
      try kinds.withUnsafeBufferPointer { kinds in
        try coarse.withUnsafeBufferPointer { coarse in
          try bones.withUnsafeBufferPointer { bones in
            try vowelless.withUnsafeBufferPointer { vowelless in
              try texts.withUnsafeBufferPointer { texts in
                try name.joins.withUnsafeBufferPointer { joins in
                  try name.groups.withUnsafeBufferPointer { groups in
                    try body(
                      NameShape(
                        weights: weights, kinds: kinds, coarse: coarse, bones: bones,
                        vowelless: vowelless, texts: texts, joins: joins, groups: groups,
                        acronym: name.acronym,
                        forms: forms))
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

/// The comparison of two names alone.
struct PairComparison {
  private var score = NameScore()

  /// The score of two names read the same way, 0 to 1.
  mutating func compare(_ query: NameColumns, _ listed: NameColumns, isPerson: Bool) -> ScoreParts {
    compare(query, listed, PairComparison.matrix(query.name, listed.name), isPerson: isPerson)
  }

  mutating func compare(
    _ query: NameColumns, _ listed: NameColumns, _ matrix: ([Float], [UInt8]), isPerson: Bool
  ) -> ScoreParts {
    let (similarities, ways) = matrix
    let weights: ScoreWeights = isPerson ? .person : .other
    return query.withShape { ours in
      listed.withShape { theirs in
        similarities.withUnsafeBufferPointer { similarities in
          ways.withUnsafeBufferPointer { ways in
            _ = score.score(
              ours, theirs, similarities: similarities, ways: ways, weights: weights,
              isPerson: isPerson)
            return score.parts
          }
        }
      }
    }
  }

  /// What the last comparison came to.
  var parts: ScoreParts { score.parts }
  /// The tokens that met in the last comparison.
  var pairings: [Pairing] { score.pairings }

  static func matrix(_ query: AnalysedName, _ listed: AnalysedName) -> ([Float], [UInt8]) {
    let count = query.tokens.count * listed.tokens.count
    var similarities = [Float](repeating: 0, count: count)
    var ways = [UInt8](repeating: 0, count: count)
    for (place, token) in query.tokens.enumerated() {
      let canBeCut = query.canBeCut(place)
      for (other, listedToken) in listed.tokens.enumerated() {
        guard let match = TokenSimilarity.match(token, listedToken, canBeCut: canBeCut) else {
          continue
        }
        similarities[place * listed.tokens.count + other] = match.similarity
        ways[place * listed.tokens.count + other] = match.way.rawValue
      }
    }
    return (similarities, ways)
  }
}

extension AnalysedName {
  /// Whether a token may be cut off at the end of a field: the last of a long name.
  func canBeCut(_ place: Int) -> Bool {
    place == tokens.count - 1 && tokens.count > 1 && letterCount >= 15
  }
}
