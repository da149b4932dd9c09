import TestSupport
import Testing
import Watchlist

private let rule = WatchlistRule(
  enter: 1, leave: 0.8, minimumYears: 2, firstTier: 1.75, secondTier: 1.3)

/// The steps of one product through the scores of years from 2000 on.
private func steps(_ scores: [Double?], _ rule: WatchlistRule = rule) -> [WatchlistStep] {
  var member: WatchlistMember?
  return scores.enumerated().map { place, score in
    let step = rule.step(member, year: 2000 + place, score: score)
    member = step.member
    return step
  }
}

@Suite("The rule of a watch list")
struct WatchlistRuleTests {
  @Test("a product enters above one threshold and leaves at or below a lower one")
  func thresholds() {
    let found = steps([1, 1.01, 0.9, 0.81, 0.8, 0.9, 1.2])
    #expect(found.map { $0.member != nil } == [false, true, true, true, false, false, true])
    #expect(found.map(\.isKept) == [false, false, true, true, false, false, false])
    #expect(found[1].change == .added && found[4].change == .removed)
  }

  @Test("a product stays for the least time, however low its score falls")
  func dwell() {
    let found = steps([1.5, 0, 0, 0])
    #expect(found.map { $0.member != nil } == [true, true, false, false])
    #expect(found.map(\.isKept) == [false, true, false, false])
  }

  @Test("a year that cannot be told changes nothing")
  func unknown() {
    let found = steps([nil, 1.5, nil, nil, 0.1])
    #expect(found.map { $0.member?.since } == [nil, 2001, 2001, 2001, nil])
    #expect(found[2].change == .none)
  }

  @Test("the tier follows a rising score at once, and a falling one past the margin")
  func tiers() {
    let found = steps([1.1, 1.3, 1.75, 1.6, 1.55, 1.54, 1.2, 1.09])
    #expect(found.map { $0.member?.tier } == [3, 2, 1, 1, 1, 2, 2, 3])
    #expect(found[5].change == .moved(from: 1))
    let fallen = steps([2, 1.01])
    #expect(fallen.map { $0.member?.tier } == [1, 3], "two tiers at once")
  }

  @Test("equals a direct reading of its promises on random scores")
  func properties() {
    var random = SeededGenerator(seed: 71)
    for _ in 0..<300 {
      let leave = Double.random(in: 0.3...1, using: &random)
      let rule = WatchlistRule(
        enter: 1, leave: leave, minimumYears: Int.random(in: 0...4, using: &random),
        firstTier: 1.75, secondTier: 1.3)
      let scores = (0..<25).map { _ in Double.random(in: 0...2.5, using: &random) }
      let found = steps(scores, rule)
      var before: WatchlistMember?
      for (place, step) in found.enumerated() {
        let (score, year) = (scores[place], 2000 + place)
        switch (before, step.member) {
        case (nil, nil): #expect(score <= 1)
        case (nil, let new?):
          #expect(score > 1 && new.since == year && step.change == .added)
          #expect(new.tier == rule.tier(of: score))
        case (let old?, nil):
          #expect(score <= leave && year - old.since >= rule.minimumYears)
          #expect(step.change == .removed)
        case (let old?, let new?):
          #expect(score > leave || year - old.since < rule.minimumYears)
          #expect(new.since == old.since)
          #expect(new.tier <= rule.tier(of: score), "never milder than the score")
          if new.tier > old.tier { #expect(score + 1 - leave < (old.tier == 1 ? 1.75 : 1.3)) }
          #expect((step.change == .none) == (new.tier == old.tier))
        }
        #expect(step.isKept == (before != nil && step.member != nil && score <= 1))
        before = step.member
      }
    }
  }

  @Test("without hysteresis the list is what is above the threshold, and with it never smaller")
  func nested() {
    var random = SeededGenerator(seed: 72)
    for _ in 0..<100 {
      let scores = (0..<20).map { _ in Double.random(in: 0...2, using: &random) }
      let plain = steps(scores, rule.withoutHysteresis()).map { $0.member != nil }
      #expect(plain == scores.map { $0 > 1 })
      let kept = steps(scores).map { $0.member != nil }
      #expect(zip(plain, kept).allSatisfy { !$0 || $1 })
    }
  }

  @Test("turnover counts who left, of those who were there, and who entered")
  func turnover() {
    let found = ListTurnover(from: ["a", "b", "c", "d"] as Set, to: ["b", "c", "e"])
    #expect(found.before == 4 && found.left == 2 && found.entered == 1)
    #expect(found.leavingShare == 0.5)
    #expect(ListTurnover(from: [] as Set<Int>, to: [1]).leavingShare == nil)
  }
}
