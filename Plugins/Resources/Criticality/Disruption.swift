public import Vocabulary

/// A loss of supply that a stock must bridge, in daily steps.
///
/// The stock of a day is that of the day before, plus what still arrives, plus substitutes, less
/// what is used: c(t+1) = c(t) + inflow * (1 - loss) + substitutes - demand * (1 - saving). Day 0
/// is the first day; all amounts are in one unit.
public struct Disruption: Sendable, Hashable {
  /// A share that applies from a day on: of the inflow that is lost, of the demand that is saved.
  public struct Share: Sendable, Hashable {
    /// The share.
    public let share: Percentage
    /// The first day on which it applies.
    public let fromDay: Int

    /// Makes a share that applies from a day on.
    public init(_ share: Percentage, fromDay: Int = 0) {
      self.share = share
      self.fromDay = fromDay
    }
  }

  /// An amount for each day from a day on: substitutes, recycling, another supplier.
  public struct Substitute: Sendable, Hashable {
    /// What it brings in a day.
    public let dailyAmount: Double
    /// The first day on which it arrives.
    public let fromDay: Int

    /// Makes a substitute that arrives from a day on.
    public init(dailyAmount: Double, fromDay: Int = 0) {
      self.dailyAmount = dailyAmount
      self.fromDay = fromDay
    }
  }

  /// What is used in a day before any saving.
  public let dailyDemand: Double
  /// What arrives in a day before the loss.
  public let dailyInflow: Double
  /// The share of the inflow that is lost; goods under way can put off its first day.
  public let loss: Share
  /// The share of the demand that is saved; nil when nothing is.
  public let saving: Share?
  /// What takes the place of the lost inflow.
  public let substitutes: [Substitute]

  /// Makes a disruption.
  public init(
    dailyDemand: Double, dailyInflow: Double, loss: Share, saving: Share? = nil,
    substitutes: [Substitute] = []
  ) {
    self.dailyDemand = dailyDemand
    self.dailyInflow = dailyInflow
    self.loss = loss
    self.saving = saving
    self.substitutes = substitutes
  }

  /// What the stock must give on a day; below zero where it grows.
  public func drain(onDay day: Int) -> Double {
    let lost = day >= loss.fromDay ? loss.share.fraction : 0
    let saved = saving.map { day >= $0.fromDay ? $0.share.fraction : 0 } ?? 0
    let substituted = substitutes.reduce(0) { day >= $1.fromDay ? $0 + $1.dailyAmount : $0 }
    return dailyDemand * (1 - saved) - dailyInflow * (1 - lost) - substituted
  }

  /// The first day from which the drain is the same on every day.
  var settledDay: Int {
    ([loss.fromDay, saving?.fromDay ?? 0] + substitutes.map(\.fromDay)).reduce(0, max)
  }
}
