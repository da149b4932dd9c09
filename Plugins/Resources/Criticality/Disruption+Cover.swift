/// How long a stock holds.
public enum Survival: Sendable, Hashable {
  /// It is used up after this many days, the last of them in part.
  case days(Double)
  /// It is never used up while the disruption stays as it is.
  case indefinite

  /// The days between the end of the stock and the recovery: the time to recover less the time to
  /// survive where that is positive, otherwise zero (Simchi-Levi et al., Interfaces 45(5), 2015).
  public func gap(timeToRecover: Double) -> Double {
    guard case .days(let days) = self else { return 0 }
    return max(timeToRecover - days, 0)
  }
}

extension Disruption {
  /// The time to survive: how long a stock holds while the disruption lasts.
  public func timeToSurvive(stock: Double) -> Survival {
    var level = stock
    for day in 0..<settledDay {
      let drain = drain(onDay: day)
      guard drain <= level else { return .days(Double(day) + level / drain) }
      level -= drain
    }
    // From here on every day is the same, so that a division tells what steps would.
    let drain = drain(onDay: settledDay)
    return drain > 0 ? .days(Double(settledDay) + level / drain) : .indefinite
  }

  /// The stock at the start and at the end of each day; zero when it is used up, and it grows again
  /// when more arrives than is used.
  public func levels(stock: Double, days: Int) -> [Double] {
    (0..<days).reduce(into: [stock]) { levels, day in
      levels.append(max((levels.last ?? 0) - drain(onDay: day), 0))
    }
  }

  /// What cannot be served within a number of days because the stock is used up.
  public func shortfall(stock: Double, days: Int) -> Double {
    let levels = levels(stock: stock, days: days)
    return (0..<days).reduce(0) { $0 + max(drain(onDay: $1) - levels[$1], 0) }
  }

  /// The smallest stock that bridges a number of days without a day of shortage.
  public func stockNeeded(days: Int) -> Double {
    var used = 0.0
    var most = 0.0
    for day in 0..<days {
      used += drain(onDay: day)
      most = max(most, used)
    }
    return most
  }
}
