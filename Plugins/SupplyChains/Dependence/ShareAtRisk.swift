public import Vocabulary

/// A loss of what comes from one country.
public struct OriginLoss: Sendable, Hashable {
  /// The country.
  public let origin: String
  /// The share of its shipments that is lost, from 0 to 1.
  public let fraction: Double
  /// When it is lost.
  public let validity: Validity

  /// Makes a loss.
  public init(origin: String, fraction: Double, validity: Validity) {
    self.origin = origin
    self.fraction = fraction
    self.validity = validity
  }
}

/// The share of a product's imports that losses take within a window of days.
///
/// Losses of several origins add up; those of one origin as well, up to all that comes from it. The
/// worst day of the window counts.
public struct ShareAtRisk: Sendable {
  /// What the losses of one origin take.
  public struct Origin: Sendable, Hashable {
    /// The country.
    public let origin: String
    /// The share of all imports that is lost on its worst day, from 0 to 1.
    public let share: Double
    /// The share of its shipments that is lost on that day, from 0 to 1.
    public let fraction: Double
    /// The first day of the window on which something of it is lost; nil when none is.
    public let begins: Day?
  }

  /// The share of all imports that is lost on the worst day, all origins together.
  public let total: Double
  /// Each origin of a loss, in alphabetical order.
  public let origins: [Origin]

  /// Adds up losses.
  ///
  /// - Parameters:
  ///   - shares: the share of each origin in the imports; an origin without one supplies nothing.
  ///   - window: the days that count.
  public init(_ losses: [OriginLoss], shares: [String: Double], window: ClosedRange<Day>) {
    // A loss grows only on a day on which one begins, so no other day can be the worst.
    let days = Set([window.lowerBound] + losses.compactMap(\.validity.from))
      .filter(window.contains).sorted()
    let names = Set(losses.map(\.origin)).sorted()
    func fraction(_ origin: String, _ day: Day) -> Double {
      min(
        1,
        losses.filter { $0.origin == origin && $0.validity.contains(day) }
          .reduce(0) { $0 + $1.fraction })
    }
    origins = names.map { origin in
      let fractions = days.map { fraction(origin, $0) }
      let worst = fractions.max() ?? 0
      return Origin(
        origin: origin, share: worst * (shares[origin] ?? 0), fraction: worst,
        begins: zip(days, fractions).first { $0.1 > 0 }?.0)
    }
    total =
      days.map { day in
        names.reduce(0) { $0 + fraction($1, day) * (shares[$1] ?? 0) }
      }.max() ?? 0
  }
}
