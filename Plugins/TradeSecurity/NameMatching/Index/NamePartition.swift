/// The names of an index that are read the same way: those of people, or all others.
final class NamePartition: Sendable {
  let isPerson: Bool
  /// The place of each name in the whole index.
  let names: [Int32]
  let vocabulary: Vocabulary
  /// The tokens of each name: those of name n from `tokenStarts[n]` on; the columns after it are in
  /// the same order.
  let tokenStarts: Column<Int32>
  let tokenIDs: Column<Int32>
  let weights: Column<Float>
  let kinds: Column<UInt8>
  let firstLetters: Column<UInt32>
  let coarse: Column<UInt64>
  let bones: Column<UInt64>
  let vowelless: Column<Bool>
  let texts: Column<UInt64>
  let groups: Column<UInt8>
  /// The joined words of each name.
  let joinStarts: Column<Int32>
  let joins: Column<JoinedWords>
  let acronyms: Column<UInt64>
  let forms: Column<UInt8>
  /// The names that bear each token of the vocabulary.
  let postingStarts: Column<Int32>
  let postings: Column<Int32>
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
    let sides = tokens.map(TokenColumns.init)
    func column<Element: BitwiseCopyable>(_ value: (TokenColumns) -> Element) -> Column<Element> {
      Column(tokenIDs.map { value(sides[Int($0)]) })
    }
    weights = column(\.weight)
    kinds = column(\.kind)
    firstLetters = column(\.firstLetters)
    self.coarse = column(\.coarse)
    self.bones = column(\.bones)
    vowelless = column(\.isVowelless)
    texts = column(\.text)
    let (postingStarts, postings) = NamePartition.postings(
      tokenIDs, tokenStarts, tokenCount: tokens.count)
    self.postingStarts = Column(postingStarts)
    self.postings = Column(postings)
    self.tokenStarts = Column(tokenStarts)
    self.tokenIDs = Column(tokenIDs)
    self.groups = Column(groups)
    self.joinStarts = Column(joinStarts)
    self.joins = Column(joins)
    let acronyms = readings.map(\.acronym)
    self.acronyms = Column(acronyms)
    forms = Column(readings.map { LegalForms.bits($0.legalForms) })
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

  /// A name as a side of a comparison.
  @inline(__always)
  func shape(_ name: Int) -> NameShape {
    let tokens = Int(tokenStarts[name])..<Int(tokenStarts[name &+ 1])
    return NameShape(
      weights: weights.part(tokens), kinds: kinds.part(tokens), coarse: coarse.part(tokens),
      bones: bones.part(tokens), vowelless: vowelless.part(tokens), texts: texts.part(tokens),
      joins: joins.part(Int(joinStarts[name])..<Int(joinStarts[name &+ 1])),
      groups: groups.part(tokens), acronym: acronyms[name], forms: forms[name])
  }

  /// The tokens of a name.
  @inline(__always)
  func tokens(_ name: Int) -> UnsafeBufferPointer<Int32> {
    tokenIDs.part(Int(tokenStarts[name])..<Int(tokenStarts[name &+ 1]))
  }

  /// The first letters of the tokens of a name.
  @inline(__always)
  func letters(_ name: Int) -> UnsafeBufferPointer<UInt32> {
    firstLetters.part(Int(tokenStarts[name])..<Int(tokenStarts[name &+ 1]))
  }

  /// The names that bear a token.
  @inline(__always)
  func names(bearing token: Int32) -> UnsafeBufferPointer<Int32> {
    postings.part(Int(postingStarts[Int(token)])..<Int(postingStarts[Int(token) &+ 1]))
  }

  /// The tokens of the vocabulary that are initials with one of these letters.
  func initials(_ letters: UInt32) -> [Int32] {
    letters == 0 ? [] : initialTokens.filter { vocabulary.firstLetters[Int($0)] & letters != 0 }
  }
}

/// What a comparison reads of a token.
struct TokenColumns {
  let weight: Float
  let kind: UInt8
  let firstLetters: UInt32
  let coarse: UInt64
  let bones: UInt64
  let isVowelless: Bool
  let text: UInt64

  init(_ token: NameToken) {
    let first = token.forms.first
    weight = token.weight
    kind = token.kind.rawValue
    firstLetters = Vocabulary.firstLetters(token)
    coarse = first?.coarse ?? 0
    bones = first.map { ConsonantBones.hash(of: $0.codes) } ?? 0
    isVowelless = first?.isVowelless ?? false
    text = StableHash.of(token.text.utf8)
  }
}
