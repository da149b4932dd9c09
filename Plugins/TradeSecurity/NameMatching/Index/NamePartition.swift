/// The names of an index that are read the same way: those of people, or all others.
final class NamePartition: Sendable {
  let isPerson: Bool
  /// The place of each name in the whole index.
  let names: [Int32]
  let vocabulary: Vocabulary
  /// The tokens of each name: those of name n from `tokenStarts[n]` on.
  let tokenStarts: [Int32]
  let tokenIDs: [Int32]
  let groups: [UInt8]
  let joinStarts: [Int32]
  let joins: [JoinedWords]
  let acronyms: [UInt64]
  let forms: [UInt8]
  /// The names that bear each token of the vocabulary.
  let postingStarts: [Int32]
  let postings: [Int32]
  let joinsByCoarse: HashPostings
  let joinsByBones: HashPostings
  let byAcronym: HashPostings
  /// The tokens that are initials.
  let initialTokens: [Int32]

  var count: Int { names.count }

  init(_ readings: [AnalysedName], names: [Int32], isPerson: Bool) {
    self.isPerson = isPerson
    self.names = names
    struct Key: Hashable {
      let text: String
      let kind: NameToken.Kind
      let system: WritingSystem
    }
    var ids: [Key: Int32] = [:]
    var tokens: [NameToken] = []
    var tokenStarts: [Int32] = [0]
    var tokenIDs: [Int32] = []
    var groups: [UInt8] = []
    var joinStarts: [Int32] = [0]
    var joins: [JoinedWords] = []
    for reading in readings {
      for token in reading.tokens {
        let key = Key(text: token.text, kind: token.kind, system: token.system)
        if let id = ids[key] {
          tokenIDs.append(id)
        } else {
          ids[key] = Int32(tokens.count)
          tokenIDs.append(Int32(tokens.count))
          tokens.append(token)
        }
      }
      tokenStarts.append(Int32(tokenIDs.count))
      joins += reading.joins
      groups += reading.groups
      joinStarts.append(Int32(joins.count))
    }
    vocabulary = Vocabulary(tokens)
    initialTokens = tokens.indices.filter { tokens[$0].kind == .initial }.map(Int32.init)
    self.tokenStarts = tokenStarts
    self.tokenIDs = tokenIDs
    self.groups = groups
    self.joinStarts = joinStarts
    self.joins = joins
    acronyms = readings.map(\.acronym)
    forms = readings.map { LegalForms.bits($0.legalForms) }
    (postingStarts, postings) = NamePartition.postings(
      tokenIDs, tokenStarts, tokenCount: tokens.count)
    var coarse: [(key: UInt64, value: Int32)] = []
    var bones: [(key: UInt64, value: Int32)] = []
    for name in readings.indices {
      for join in readings[name].joins {
        coarse.append((join.coarse, Int32(name)))
        bones.append((join.bones, Int32(name)))
      }
    }
    joinsByCoarse = HashPostings(coarse)
    joinsByBones = HashPostings(bones)
    byAcronym = HashPostings(acronyms.enumerated().map { ($0.element, Int32($0.offset)) })
  }

  /// Token to names, each name once.
  private static func postings(_ tokenIDs: [Int32], _ tokenStarts: [Int32], tokenCount: Int)
    -> ([Int32], [Int32])
  {
    var lists = [[Int32]](repeating: [], count: tokenCount)
    for name in 0..<(tokenStarts.count - 1) {
      for place in tokenStarts[name]..<tokenStarts[name + 1] {
        let token = Int(tokenIDs[Int(place)])
        if lists[token].last != Int32(name) { lists[token].append(Int32(name)) }
      }
    }
    var starts: [Int32] = [0]
    var postings: [Int32] = []
    for list in lists {
      postings += list
      starts.append(Int32(postings.count))
    }
    return (starts, postings)
  }
}
