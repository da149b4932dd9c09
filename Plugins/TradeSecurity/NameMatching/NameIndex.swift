/// Listed names, found by the tokens that they share with a query.
public struct NameIndex: Sendable {
  private let names: [ListedName]
  private let normalised: [NormalisedName]
  private let namesOfToken: [String: [Int32]]

  /// Indexes names; their order does not matter to the answers.
  public init(names: [ListedName]) {
    self.names = names
    normalised = names.map { NormalisedName($0.text) }
    var namesOfToken: [String: [Int32]] = [:]
    for (position, name) in normalised.enumerated() {
      for token in Set(name.all) {
        namesOfToken[token, default: []].append(Int32(position))
      }
    }
    self.namesOfToken = namesOfToken
  }

  /// The number of names.
  public var count: Int { names.count }

  /// The listed parties that a name meets, best first, each by its best name.
  ///
  /// - Parameters:
  ///   - text: the name asked about, in any order of its words.
  ///   - threshold: the least score, 0 to 1.
  ///   - limit: how many parties to return at most.
  public func search(_ text: String, threshold: Double, limit: Int) -> [NameCandidate] {
    let query = NormalisedName(text)
    let positions = Set(Set(query.all).flatMap { namesOfToken[$0] ?? [] })
    let met = positions.compactMap { position in
      NameComparison.candidate(
        query, normalised[Int(position)], name: names[Int(position)])
    }
    var entries: Set<String> = []
    let best = met.filter { $0.score >= threshold }.sorted(by: NameIndex.isBetter)
      .filter { entries.insert($0.name.entry).inserted }
    return Array(best.prefix(max(0, limit)))
  }

  private static func isBetter(_ first: NameCandidate, _ second: NameCandidate) -> Bool {
    guard first.score == second.score else { return first.score > second.score }
    return (first.name.entry, rank(first.name.role), first.name.text)
      < (second.name.entry, rank(second.name.role), second.name.text)
  }

  private static func rank(_ role: ListedName.Role) -> Int {
    switch role {
    case .primary: 0
    case .alias: 1
    case .weakAlias: 2
    }
  }
}
