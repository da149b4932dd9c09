import Ownership
import TestSupport
import Testing

@Suite("Ownership on random graphs")
struct OwnershipPropertyTests {
  static let cascades: [OwnershipRule] = [
    OwnershipRule(includesThreshold: true),
    OwnershipRule(includesThreshold: false, decisive: [.board, .control]),
    OwnershipRule(
      aggregation: .oneOwner, includesThreshold: false, measured: [.shares, .votes],
      decisive: [.board, .control]),
    OwnershipRule(
      aggregation: .oneOwner, threshold: 25 * ShareUnits.perCent, includesThreshold: true),
  ]

  private func verdicts(
    _ random: RandomGraph, _ rule: OwnershipRule, isRemainderOpen: Bool = false
  ) -> OwnershipAssessment {
    OwnershipAssessment(
      random.graph, rule: rule, listed: random.listed, isRemainderOpen: isRemainderOpen)
  }

  @Test("the cascade blocks what asking every party again and again blocks, cycles included")
  func bruteForce() throws {
    for seed in 0..<3_000 {
      let random = try RandomGraph(seed: UInt64(seed), isExact: true)
      for rule in Self.cascades {
        let assessment = verdicts(random, rule)
        #expect(
          Set(assessment.parties(.blocked).map { Int32($0) }) == random.blocked(by: rule),
          "seed \(seed)")
        // A board that is only alleged is no part of an exact graph, so nothing stays open.
        #expect(assessment.parties(.cannotTell).isEmpty, "seed \(seed)")
      }
    }
  }

  @Test("whatever the open shares are, the blocked are blocked and the not blocked are not")
  func everyValue() throws {
    var decided = 0
    for seed in 0..<1_500 {
      let random = try RandomGraph(seed: UInt64(seed), isExact: false)
      for rule in Self.cascades {
        let verdicts = verdicts(random, rule).verdicts
        for draw in 0..<6 {
          guard let closed = random.closed(seed: UInt64(seed * 7 + draw)) else { continue }
          let blocked = closed.blocked(by: rule)
          for (party, verdict) in verdicts.enumerated() where verdict != .cannotTell {
            decided += 1
            if verdict == .listed { continue }
            #expect(
              blocked.contains(Int32(party)) == (verdict == .blocked),
              "seed \(seed), party \(party)")
          }
        }
      }
    }
    #expect(decided > 10_000)
  }

  @Test("more listed parties, and an open remainder, never clear anybody")
  func monotone() throws {
    for seed in 0..<1_000 {
      let random = try RandomGraph(seed: UInt64(seed), isExact: false)
      for rule in Self.cascades + [OwnershipCaseTests.rules["lookthrough"]].compactMap({ $0 }) {
        let before = verdicts(random, rule)
        let open = verdicts(random, rule, isRemainderOpen: true)
        let more = OwnershipAssessment(
          random.graph, rule: rule, listed: Array(Set(random.listed + [0])).sorted(),
          isRemainderOpen: false)
        for party in 0..<random.parties {
          if before.verdicts[party] == .blocked {
            #expect(open.verdicts[party] == .blocked, "seed \(seed)")
            #expect([.blocked, .listed].contains(more.verdicts[party]), "seed \(seed)")
          }
          if open.verdicts[party] == .notBlocked {
            #expect(before.verdicts[party] == .notBlocked, "seed \(seed)")
          }
        }
      }
    }
  }

  @Test("the look-through share is the sum of the power series, cycles included")
  func series() throws {
    let rule = try #require(OwnershipCaseTests.rules["lookthrough"])
    for seed in 0..<150 {
      let random = try RandomGraph(seed: UInt64(seed), isExact: true)
      let shares = random.lookThrough()
      let verdicts = verdicts(random, rule).verdicts
      for (party, share) in shares.enumerated() {
        // At the threshold itself only the exact bounds can tell.
        guard verdicts[party] != .listed, abs(share - 0.5) > 1e-9 else { continue }
        #expect(verdicts[party] == (share > 0.5 ? .blocked : .notBlocked), "seed \(seed), \(party)")
      }
    }
  }

  @Test("the explanation adds up to the verdict, and its chains begin where the rule begins")
  func explanation() throws {
    for seed in 0..<800 {
      let random = try RandomGraph(seed: UInt64(seed), isExact: false)
      for rule in Self.cascades + [OwnershipCaseTests.rules["lookthrough"]].compactMap({ $0 }) {
        let verdicts = verdicts(random, rule, isRemainderOpen: true).verdicts
        for party in 0..<Int32(random.parties) where verdicts[Int(party)] != .listed {
          let why = OwnershipExplanation(
            of: party, random.graph, rule: rule, listed: random.listed, isRemainderOpen: true)
          let enough: (Int64) -> Bool = {
            rule.includesThreshold ? $0 >= rule.threshold : $0 > rule.threshold
          }
          let isControlled = why.parts.contains {
            rule.decisive.contains($0.holding) && $0.counted.low > 0
          }
          #expect(
            (verdicts[Int(party)] == .blocked) == (enough(why.least) || isControlled),
            "seed \(seed), party \(party)")
          if verdicts[Int(party)] == .notBlocked {
            // A product is shown rounded up to a unit, and told by its exact bounds.
            let rounding: Int64 = rule.method == .multiplication ? 1 : 0
            #expect(!enough(why.most - rounding), "seed \(seed), party \(party)")
          }
          for part in why.parts where part.counted.low > 0 {
            let start = try #require(part.chain.first)
            #expect(random.listed.contains(start), "seed \(seed), party \(party)")
            #expect(part.chain.last == part.owner)
            #expect(Set(part.chain).count == part.chain.count)
          }
        }
      }
    }
  }
}
