import Concordance
import TestSupport

/// A relation with its links as a plain set of pairs, from which the tests compute by brute force.
struct RandomRelation {
  struct Pair: Hashable {
    let source: String
    let target: String
  }

  let pairs: Set<Pair>
  let relation: CodeRelation

  init(_ pairs: Set<Pair>) {
    self.pairs = pairs
    relation = CodeRelation(pairs.map { (source: $0.source, target: $0.target) })
  }

  /// A relation of few codes, so that every kind of family comes up; `from` and `to` name editions.
  init(from: String, to: String, random: inout SeededGenerator) {
    let size = Int.random(in: 1...9, using: &random)
    let links = Int.random(in: 0...14, using: &random)
    var pairs: Set<Pair> = []
    for _ in 0..<links {
      pairs.insert(
        Pair(
          source: from + String(Int.random(in: 1...size, using: &random)),
          target: to + String(Int.random(in: 1...size, using: &random))))
    }
    self.init(pairs)
  }

  func targets(of source: String) -> Set<String> {
    Set(pairs.filter { $0.source == source }.map(\.target))
  }

  func sources(of target: String) -> Set<String> {
    Set(pairs.filter { $0.target == target }.map(\.source))
  }

  /// The family of a source, found by going back and forth until nothing is added.
  func family(of source: String) -> (sources: Set<String>, targets: Set<String>) {
    var sources: Set = [source]
    var targets: Set<String> = []
    while true {
      let more = sources.reduce(into: Set<String>()) { $0.formUnion(self.targets(of: $1)) }
      let back = more.reduce(into: Set<String>()) { $0.formUnion(self.sources(of: $1)) }
      if more == targets, back == sources { return (sources, targets) }
      targets = more
      sources.formUnion(back)
    }
  }
}
