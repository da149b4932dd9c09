import Criticality
import TestSupport
import Testing
import Vocabulary

private func percentage(_ fraction: Double) throws -> Percentage {
  try #require(Percentage(fraction: fraction))
}

/// The time to survive by small steps and nothing else, up to a horizon.
private func stepped(_ disruption: Disruption, stock: Double, horizon: Int) -> Double? {
  var level = stock
  for day in 0..<horizon {
    let drain = disruption.drain(onDay: day)
    if level - drain < 0 { return Double(day) + level / drain }
    level -= drain
  }
  return nil
}

@Suite("Cover under a disruption")
struct DisruptionTests {
  @Test("is the stock over the daily loss when nothing changes")
  func closedForm() throws {
    let stop = Disruption(dailyDemand: 10, dailyInflow: 10, loss: .init(try percentage(1)))
    #expect(stop.timeToSurvive(stock: 543) == .days(54.3))
    let half = Disruption(dailyDemand: 10, dailyInflow: 10, loss: .init(try percentage(0.5)))
    #expect(half.timeToSurvive(stock: 543) == .days(108.6))
    #expect(half.timeToSurvive(stock: 0) == .days(0))
  }

  @Test("never ends when what arrives and what is saved make up for the loss")
  func indefinite() throws {
    let covered = Disruption(
      dailyDemand: 10, dailyInflow: 10, loss: .init(try percentage(0.5)),
      saving: .init(try percentage(0.2)), substitutes: [.init(dailyAmount: 3)])
    #expect(covered.timeToSurvive(stock: 0) == .indefinite)
    #expect(covered.timeToSurvive(stock: 0).gap(timeToRecover: 1000) == 0)
  }

  @Test("counts goods under way, and measures only from the day on which they work")
  func delays() throws {
    let late = Disruption(
      dailyDemand: 10, dailyInflow: 10, loss: .init(try percentage(1), fromDay: 30),
      saving: .init(try percentage(0.5), fromDay: 40),
      substitutes: [.init(dailyAmount: 5, fromDay: 60)])
    // Nothing for 30 days, 10 a day for 10 days, 5 a day for 20 days, then nothing again.
    #expect(late.timeToSurvive(stock: 99) == .days(39.9))
    #expect(late.timeToSurvive(stock: 150) == .days(50))
    #expect(late.timeToSurvive(stock: 200) == .indefinite)
    #expect(late.stockNeeded(days: 365) == 200)
    #expect(late.levels(stock: 200, days: 61).last == 0)
  }

  @Test("leaves a gap where the stock ends before the recovery, and a shortfall in it")
  func gap() throws {
    let stop = Disruption(dailyDemand: 10, dailyInflow: 10, loss: .init(try percentage(1)))
    #expect(stop.timeToSurvive(stock: 250).gap(timeToRecover: 60) == 35)
    #expect(stop.shortfall(stock: 250, days: 60) == 350)
    #expect(stop.stockNeeded(days: 60) == 600)
    #expect(stop.timeToSurvive(stock: 600).gap(timeToRecover: 60) == 0)
  }

  @Test("agrees with plain daily steps, and the needed stock is the least that bridges")
  func steps() throws {
    var random = SeededGenerator(seed: 21)
    for _ in 0..<2000 {
      let demand = Double.random(in: 1...100, using: &random)
      let disruption = Disruption(
        dailyDemand: demand, dailyInflow: demand * Double.random(in: 0...1.2, using: &random),
        loss: .init(
          try percentage(.random(in: 0...1, using: &random)),
          fromDay: .random(in: 0...40, using: &random)),
        saving: .init(
          try percentage(.random(in: 0...0.3, using: &random)),
          fromDay: .random(in: 0...60, using: &random)),
        substitutes: (0..<Int.random(in: 0...3, using: &random)).map { _ in
          .init(
            dailyAmount: demand * Double.random(in: 0...0.3, using: &random),
            fromDay: .random(in: 0...90, using: &random))
        })
      let stock = demand * Double.random(in: 0...200, using: &random)
      let horizon = 5000
      let found = disruption.timeToSurvive(stock: stock)
      switch (found, stepped(disruption, stock: stock, horizon: horizon)) {
      case (.days(let days), let expected?): #expect(abs(days - expected) <= 1e-6 * (1 + expected))
      case (.days(let days), nil): #expect(days >= Double(horizon))
      case (.indefinite, let expected): #expect(expected == nil)
      }
      let needed = disruption.stockNeeded(days: 180)
      #expect(disruption.shortfall(stock: needed, days: 180) <= 1e-6 * demand)
      if needed > demand {
        #expect(disruption.shortfall(stock: needed * 0.99, days: 180) > 0)
      }
    }
  }

  @Test("lasts longer with more stock, more saving and less loss")
  func monotone() throws {
    var random = SeededGenerator(seed: 22)
    for _ in 0..<500 {
      let loss = Double.random(in: 0.2...1, using: &random)
      let saving = Double.random(in: 0...0.1, using: &random)
      let stock = Double.random(in: 1...1000, using: &random)
      func days(_ stock: Double, _ loss: Double, _ saving: Double) throws -> Double {
        let disruption = Disruption(
          dailyDemand: 10, dailyInflow: 10, loss: .init(try percentage(loss), fromDay: 5),
          saving: .init(try percentage(saving), fromDay: 9))
        guard case .days(let days) = disruption.timeToSurvive(stock: stock) else {
          return .infinity
        }
        return days
      }
      let base = try days(stock, loss, saving)
      #expect(try days(stock + 1, loss, saving) > base)
      #expect(try days(stock, loss - 0.05, saving) >= base)
      #expect(try days(stock, loss, saving + 0.05) >= base)
    }
  }
}
