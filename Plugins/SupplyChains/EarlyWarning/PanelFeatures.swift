internal import Glibc

/// What the fitted rule reads of a panel: a row of numbers for each month of each series, from that
/// month and those before it alone.
///
/// They follow from the event. A random walk rises by 40 % within six months the more likely, the
/// larger its volatility; a season repeats itself; a fall below the usual level is followed by
/// returns to it, and what moves a group of commodities has often not yet reached all of them.
struct PanelFeatures {
  /// A feature with what it is.
  struct Feature: Sendable {
    let name: String
    let doc: String
  }

  static let all = [
    Feature(
      name: "long_volatility",
      doc: "The logarithm of the root mean square of monthly changes of five years."),
    Feature(
      name: "recent_volatility",
      doc: "The logarithm of the exponentially weighted volatility (decay 0.94)."),
    Feature(
      name: "seasonal_peak",
      doc: "The largest mean change over one to six months after the same month of ten years; "
        + "not below zero."),
    Feature(
      name: "seasonal_change",
      doc: "The mean change over six months after the same month of ten years."),
    Feature(
      name: "distance_from_mean", doc: "The logarithm less its mean of the last five years."),
    Feature(name: "two_year_change", doc: "The change of two years."),
    Feature(
      name: "group_month", doc: "The mean change of a month of the other series of its group."),
    Feature(
      name: "group_quarter",
      doc: "The mean change of three months of the other series of its group."),
  ]

  /// One number for each month of each series and feature, the features of a month together; NaN
  /// where a feature cannot be told.
  let values: [Double]
  /// Whether every feature of a month can be told.
  let isComplete: [Bool]

  init(_ panel: SeriesPanel) {
    let width = PanelFeatures.all.count
    let count = panel.monthCount
    var values = [Double](repeating: .nan, count: panel.seriesCount * count * width)
    let month = GroupChange(panel, months: 1)
    let quarter = GroupChange(panel, months: 3)
    for series in 0..<panel.seriesCount {
      let own = PanelFeatures.own(panel.logarithms(of: series))
      let columns = own + [month.others(of: series), quarter.others(of: series)]
      for (feature, column) in columns.enumerated() {
        for place in 0..<count {
          values[(series * count + place) * width + feature] = column[place]
        }
      }
    }
    self.values = values
    isComplete = stride(from: 0, to: values.count, by: width).map { start in
      !values[start..<start + width].contains(where: \.isNaN)
    }
  }

  /// The features that a series has by itself, in the order of `all`.
  private static func own(_ logarithms: ArraySlice<Double>) -> [[Double]] {
    let changes = Trailing.change(logarithms, over: 1)
    let level = Array(logarithms)
    let means = Trailing.statistic(level) { Trailing.mean($0) }
    let seasons = (1...RiseEvent.horizon).map { SeasonalPattern.change(logarithms, ahead: $0) }
    return [
      Trailing.statistic(changes) { Trailing.rootMeanSquare($0) }.map(logarithmOfVolatility),
      Volatility.exponential(changes).map(logarithmOfVolatility),
      level.indices.map { place in
        // Swift's max passes over NaN when it stands second.
        seasons.contains { $0[place].isNaN }
          ? .nan : seasons.reduce(0) { max($0, $1[place]) }
      },
      seasons[RiseEvent.horizon - 1],
      zip(level, means).map { $0 - $1 },
      Trailing.change(logarithms, over: 24),
    ]
  }

  // A price that stood still has no logarithm of its volatility: a tenth of a percent is added.
  private static func logarithmOfVolatility(_ volatility: Double) -> Double {
    log(volatility + 0.001)
  }
}

/// The mean change of the other series of a group; where a series has no group, or is alone in it,
/// of all other series.
private struct GroupChange {
  private let panel: SeriesPanel
  private let changes: [[Double]]

  init(_ panel: SeriesPanel, months: Int) {
    self.panel = panel
    changes = (0..<panel.seriesCount).map {
      Trailing.change(panel.logarithms(of: $0), over: months)
    }
  }

  func others(of series: Int) -> [Double] {
    let everyone = changes.indices.filter { $0 != series }
    let group = panel.groups[series]
    let peers = group == nil ? [] : everyone.filter { panel.groups[$0] == group }
    let chosen = peers.isEmpty ? everyone : peers
    return (0..<panel.monthCount).map { place in
      var sum = 0.0
      var count = 0
      for peer in chosen where !changes[peer][place].isNaN {
        sum += changes[peer][place]
        count += 1
      }
      return count > 0 ? sum / Double(count) : .nan
    }
  }
}
