import TestSupport
import Testing

@testable import Concordance

@Suite("A relation between the codes of two editions")
struct CodeRelationTests {
  @Test("gives the counterparts of a code, each once and in order; none where there is none")
  func counterparts() {
    let relation = CodeRelation([
      (source: "02", target: "b"), ("01", "c"), ("02", "a"), ("02", "b"), ("03", "c"),
    ])
    #expect(relation.counterparts(of: "02") == ["a", "b"])
    #expect(relation.counterparts(of: "01") == ["c"])
    #expect(relation.counterparts(of: "99") == [])
    #expect(relation.count == 4)
    #expect(relation.sources == ["01", "02", "03"])
    #expect(relation.targetsNotReached(of: ["d", "a", "c", "e"]) == ["d", "e"])
  }

  @Test("is its own inverse read twice, and every link can be read from both ends")
  func inversion() {
    var random = SeededGenerator(seed: 1)
    for _ in 0..<300 {
      let sample = RandomRelation(from: "a", to: "b", random: &random)
      #expect(sample.relation.inverted.inverted == sample.relation)
      for target in sample.relation.targets {
        #expect(
          Set(sample.relation.inverted.counterparts(of: target)) == sample.sources(of: target))
      }
    }
  }

  @Test("over an edition in between is what brute force finds, with the dead ends on the way")
  func composition() {
    var random = SeededGenerator(seed: 2)
    var endings = 0
    for _ in 0..<500 {
      let first = RandomRelation(from: "a", to: "b", random: &random)
      let second = RandomRelation(from: "b", to: "c", random: &random)
      let (relation, deadEnds) = first.relation.composed(with: second.relation)
      var ends: Set<CodeRelation.DeadEnd> = []
      for source in first.relation.sources {
        let middles = first.targets(of: source)
        let expected = middles.reduce(into: Set<String>()) { $0.formUnion(second.targets(of: $1)) }
        #expect(Set(relation.counterparts(of: source)) == expected)
        for middle in middles where second.targets(of: middle).isEmpty {
          ends.insert(CodeRelation.DeadEnd(source: source, code: middle))
        }
      }
      #expect(Set(deadEnds) == ends)
      #expect(deadEnds.count == ends.count, "each once")
      endings += ends.count
    }
    #expect(endings > 100, "the samples have dead ends")
  }

  @Test("falls into the families that going back and forth finds, each of its kind")
  func families() {
    var random = SeededGenerator(seed: 3)
    var kinds: [LinkKind: Int] = [:]
    for _ in 0..<500 {
      let sample = RandomRelation(from: "a", to: "b", random: &random)
      let families = CodeFamilies(sample.relation)
      #expect(families.all.flatMap(\.sources).sorted() == sample.relation.sources)
      #expect(families.all.flatMap(\.targets).sorted() == sample.relation.targets)
      for family in families.all {
        let (sources, targets) = sample.family(of: family.sources[0])
        #expect(family.sources == sources.sorted())
        #expect(family.targets == targets.sorted())
        switch family.kind {
        case .oneToOne: #expect(sources.count == 1 && targets.count == 1)
        case .oneToMany: #expect(sources.count == 1 && targets.count > 1)
        case .manyToOne: #expect(sources.count > 1 && targets.count == 1)
        case .manyToMany: #expect(sources.count > 1 && targets.count > 1)
        }
        kinds[family.kind, default: 0] += 1
      }
    }
    #expect(LinkKind.allCases.allSatisfy { kinds[$0, default: 0] > 20 }, "\(kinds)")
  }
}

@Suite("The way between two editions")
struct EditionPathTests {
  private let editions = ["92", "96", "02", "07", "12"]

  private func path(_ from: String, _ to: String, _ tables: [String]) -> [String]? {
    EditionPath.shortest(from: from, to: to, editions: editions) { first, second in
      tables.contains("\(first)-\(second)") || tables.contains("\(second)-\(first)")
    }
  }

  @Test("is the table itself where it is held, in whichever direction")
  func direct() {
    #expect(path("92", "12", ["12-92", "12-07", "07-92"]) == ["92", "12"])
    #expect(path("12", "92", ["12-92"]) == ["12", "92"])
  }

  @Test("is the chain of the fewest tables; of two as short, the one that goes less far back")
  func chain() {
    #expect(path("96", "12", ["96-02", "02-07", "07-12"]) == ["96", "02", "07", "12"])
    #expect(path("96", "12", ["96-92", "12-92", "96-07", "12-07"]) == ["96", "07", "12"])
    #expect(path("96", "12", ["96-02", "02-07", "07-12", "12-92", "96-92"]) == ["96", "92", "12"])
  }

  @Test("is none where no table leads there, or an edition is not known")
  func none() {
    #expect(path("96", "12", ["96-02", "07-12"]) == nil)
    #expect(path("96", "22", ["96-02"]) == nil)
  }
}
