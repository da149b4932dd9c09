/// The comparison of two names alone, and the reasons of a score.
public struct NameComparison {
  private var pair = PairComparison()

  /// Makes a comparison; it can be used again and again, by one thread.
  public init() {}

  /// The score of a query and a listed name, 0 to 1; the same that an index finds.
  public mutating func score(_ query: NameQuery, _ listed: ListedQuery) -> Double {
    let isPerson = listed.name.party == .person
    let parts = pair.compare(
      query.columns(for: listed.name.party), listed.columns, isPerson: isPerson)
    return Double(parts.score * NameQuery.kindFactor(query.party, listed.name.party))
  }

  /// The score with its reasons.
  public mutating func candidate(_ query: NameQuery, _ listed: ListedQuery) -> NameCandidate {
    let score = score(query, listed)
    return NameCandidate(
      name: listed.name, score: score, explanation: explanation(query, listed))
  }

  private func explanation(_ query: NameQuery, _ listed: ListedQuery) -> ScoreExplanation {
    let ours = query.columns(for: listed.name.party).name
    let theirs = listed.columns.name
    var usedOurs: Set<Int> = []
    var usedTheirs: Set<Int> = []
    let meetings = pair.pairings.sorted { $0.query < $1.query }.map { pairing in
      let left = pairing.query..<(pairing.query + pairing.queryCount)
      let right = pairing.listed..<(pairing.listed + pairing.listedCount)
      usedOurs.formUnion(left)
      usedTheirs.formUnion(right)
      return ScoreExplanation.Meeting(
        query: left.map { ours.tokens[$0].text }.joined(separator: " "),
        listed: right.map { theirs.tokens[$0].text }.joined(separator: " "),
        way: pairing.way.name, similarity: Double(pairing.similarity),
        weight: Double(pairing.weight))
    }
    let (similarities, _) = PairComparison.matrix(ours, theirs)
    let weights: ScoreWeights = listed.name.party == .person ? .person : .other
    func rest(
      _ name: AnalysedName, _ used: Set<Int>, _ similarity: (Int, Int) -> Float, others: Int
    ) -> [ScoreExplanation.Rest] {
      name.tokens.indices.filter { !used.contains($0) }.map { place in
        let token = name.tokens[place]
        let isRepeated = (0..<others).contains { similarity(place, $0) >= weights.repetition }
        let factor = NameScore.restFactor(token.kind.rawValue, isRepeated: isRepeated, weights)
        return ScoreExplanation.Rest(word: token.text, weight: Double(token.weight * factor))
      }
    }
    let (ourCount, theirCount) = (ours.tokens.count, theirs.tokens.count)
    let parts = pair.parts
    let all: [(String, Float)] = [
      ("evidence", parts.evidenceFactor), ("legal_form", parts.formFactor),
      ("initials", parts.solidFactor),
      ("kind", NameQuery.kindFactor(query.party, listed.name.party)),
    ]
    return ScoreExplanation(
      meetings: meetings,
      onlyInQuery: rest(ours, usedOurs, { similarities[$0 * theirCount + $1] }, others: theirCount),
      onlyInName: rest(
        theirs, usedTheirs, { similarities[$1 * theirCount + $0] }, others: ourCount),
      queryForms: ours.legalForms, listedForms: theirs.legalForms, met: Double(parts.met),
      damage: Double(parts.damage), conflict: Double(parts.conflict),
      factors: Dictionary(
        uniqueKeysWithValues: all.filter { $0.1 < 1 }.map { ($0.0, Double($0.1)) }))
  }
}

/// A listed name, read once.
public struct ListedQuery: Sendable {
  /// The name.
  public let name: ListedName
  let columns: NameColumns

  /// Reads a listed name.
  public init(_ name: ListedName) {
    self.name = name
    columns = NameColumns(NameReader.read(name.text, isPerson: name.party == .person))
  }
}

extension TokenMatch.Way {
  /// Its name in answers.
  var name: String {
    switch self {
    case .equal: "equal"
    case .spelling: "spelling"
    case .edit: "edit"
    case .vowelsOmitted: "vowels_omitted"
    case .beginning: "beginning"
    case .initial: "initial"
    case .nickname: "nickname"
    case .script: "script"
    case .joined: "joined"
    case .acronym: "acronym"
    }
  }
}
