internal import Vocabulary

/// How the dates of birth of two parties stand to each other, the strongest agreement first.
enum BirthFinding: String, CaseIterable {
  case equal
  case swapped = "swapped_day_and_month"
  case sameMonth = "same_month"
  case sameYear = "same_year"
  case approximate
  case oneDigit = "one_digit"
  case differentDay = "different_day"
  case differentYear = "different_year"
  case different

  /// What it adds to a score or takes from it.
  var weight: Double {
    switch self {
    case .equal: FactWeights.sameDay
    case .swapped: FactWeights.swappedDay
    case .sameMonth: FactWeights.sameMonth
    case .sameYear: FactWeights.sameYear
    case .approximate: FactWeights.approximate
    case .oneDigit: FactWeights.oneDigit
    case .differentDay: FactWeights.differentDay
    case .differentYear: FactWeights.differentYear
    case .different: FactWeights.farYear
    }
  }

  /// The best finding over the dates of two parties; nil where one has none.
  static func of(_ query: PartyFacts, _ listed: PartyFacts) -> BirthFinding? {
    let isApproximate = query.isApproximate || listed.isApproximate
    var best: BirthFinding?
    for ours in query.births {
      for theirs in listed.births {
        let found = of(ours, theirs, isApproximate: isApproximate)
        if found.weight > best?.weight ?? -.infinity { best = found }
      }
    }
    return best
  }

  private static func of(
    _ first: ClosedRange<Day>, _ second: ClosedRange<Day>, isApproximate: Bool
  ) -> BirthFinding {
    let areDays = first.lowerBound == first.upperBound && second.lowerBound == second.upperBound
    if first.overlaps(second) {
      if areDays { return .equal }
      let isMonth = max(length(first), length(second)) <= 31
      return isMonth ? .sameMonth : .sameYear
    }
    if areDays {
      let (one, other) = (first.lowerBound, second.lowerBound)
      if one.year == other.year, one.month == other.dayOfMonth, one.dayOfMonth == other.month {
        return .swapped
      }
      if zip("\(one)".utf8, "\(other)".utf8).count(where: { $0 != $1 }) == 1 { return .oneDigit }
    }
    let days =
      first.upperBound < second.lowerBound
      ? first.upperBound.days(until: second.lowerBound)
      : second.upperBound.days(until: first.lowerBound)
    if isApproximate, days <= FactWeights.approximateDays { return .approximate }
    let years =
      first.upperBound < second.lowerBound
      ? second.lowerBound.year - first.upperBound.year
      : first.lowerBound.year - second.upperBound.year
    return years <= 1 ? .differentDay : years < 5 ? .differentYear : .different
  }

  /// The number of days of a span.
  private static func length(_ span: ClosedRange<Day>) -> Int {
    span.lowerBound.days(until: span.upperBound) + 1
  }
}
