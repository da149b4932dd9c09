import Dependence
import TestSupport
import Testing
import Vocabulary

@Suite("The share of imports at risk")
struct ShareAtRiskTests {
  private func day(_ number: Int) -> Day { Day(daysSinceEpoch: Int32(20_000 + number)) }

  private func loss(_ origin: String, _ fraction: Double, _ from: Int, _ until: Int? = nil)
    -> OriginLoss
  {
    OriginLoss(
      origin: origin, fraction: fraction,
      validity: Validity(from: day(from), until: until.map(day)))
  }

  @Test("is the loss times the share, and origins add up")
  func addsUp() {
    let risk = ShareAtRisk(
      [loss("CHN", 0.5, 0), loss("JPN", 1, 0)], shares: ["CHN": 0.6, "JPN": 0.2],
      window: day(0)...day(30))
    #expect(risk.total == 0.5)
    #expect(risk.origins.map(\.origin) == ["CHN", "JPN"])
    #expect(risk.origins.map(\.share) == [0.3, 0.2])
  }

  @Test("takes no more from an origin than comes from it")
  func capped() {
    let risk = ShareAtRisk(
      [loss("CHN", 0.7, 0), loss("CHN", 0.6, 10)], shares: ["CHN": 0.5], window: day(0)...day(30))
    #expect(risk.total == 0.5)
    #expect(risk.origins.map(\.fraction) == [1])
  }

  @Test("counts a loss that begins within the window, and neither one before it nor one behind it")
  func window() {
    let shares = ["A": 0.3, "B": 0.3, "C": 0.3]
    let risk = ShareAtRisk(
      [loss("A", 1, -20, 0), loss("B", 1, 12), loss("C", 1, 31)], shares: shares,
      window: day(0)...day(30))
    #expect(risk.total == 0.3)
    #expect(risk.origins.map(\.begins) == [nil, day(12), nil])
    #expect(risk.origins.map(\.share) == [0, 0.3, 0])
  }

  @Test("losses that follow each other are not added: the worst day counts")
  func worstDay() {
    let risk = ShareAtRisk(
      [loss("A", 1, 0, 10), loss("B", 1, 10)], shares: ["A": 0.3, "B": 0.4],
      window: day(0)...day(30))
    #expect(risk.total == 0.4)
  }

  @Test("equals a count day by day, on random losses")
  func bruteForce() {
    var random = SeededGenerator(seed: 3)
    let names = ["A", "B", "C"]
    for _ in 0..<200 {
      let shares = ["A": 0.5, "B": 0.3, "C": Double.random(in: 0...0.2, using: &random)]
      let losses = (0..<Int.random(in: 0...5, using: &random)).map { _ in
        let from = Int.random(in: -10...40, using: &random)
        return loss(
          names[Int.random(in: 0..<3, using: &random)], Double.random(in: 0.1...1, using: &random),
          from,
          Bool.random(using: &random) ? from + Int.random(in: 0...20, using: &random) : nil)
      }
      let risk = ShareAtRisk(losses, shares: shares, window: day(0)...day(30))
      var worst = 0.0
      for number in 0...30 {
        var total = 0.0
        for name in names {
          let lost = losses.filter { $0.origin == name && $0.validity.contains(day(number)) }
            .map(\.fraction).reduce(0, +)
          total += min(1, lost) * (shares[name] ?? 0)
        }
        worst = max(worst, total)
      }
      #expect(isNear(risk.total, worst))
    }
  }
}
