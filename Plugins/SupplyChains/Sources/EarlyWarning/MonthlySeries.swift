internal import EarlyWarning
internal import Kernel
internal import Reference
internal import Store
internal import Vocabulary

/// The monthly series that the rules read, from the store or from a file.
struct MonthlySeries {
  let panel: SeriesPanel
  /// The title of each series of the panel; nil where none is known.
  let titles: [String?]
  /// The unit of each series of the panel; nil where none is known.
  let units: [String?]
  let sources: [String]
  let marking: Marking
  let notes: [String]

  /// Reads the prices of the store, of the months that had ended on a day.
  ///
  /// - Throws: `TowerError` when the store holds none.
  init(asOf day: Day, _ connection: Connection) throws {
    let last = MonthlySeries.lastMonth(endedBy: day)
    let series = try CommodityPrices.series(through: last, connection)
    guard let end = series.map(\.last).max(), let first = series.map(\.first).min() else {
      throw TowerError(
        .failed, "cannot tell: the store holds no monthly prices up to \(last)",
        hints: [CommodityPrices.fillHint])
    }
    panel = SeriesPanel(
      first: first, names: series.map(\.identifier), groups: series.map(\.group),
      columns: series.map { $0.column(first...end) })
    titles = series.map(\.name)
    units = series.map(\.unit)
    sources = Set(series.map(\.source)).sorted()
    marking = try SourceRegister.marking(of: sources, connection)
    notes = MonthlySeries.ageNotes(of: end, expected: last)
  }

  /// Reads a file of series, of the months that had ended on a day.
  ///
  /// - Throws: `TowerError` with every fault of the file, each with its line.
  init(file path: String, asOf day: Day) throws {
    let last = MonthlySeries.lastMonth(endedBy: day)
    let file = try SeriesFile(path: path)
    let months = file.values.values.flatMap(\.keys).filter { $0 <= last }
    guard let first = months.min(), let end = months.max() else {
      throw TowerError(.failed, "cannot tell: \(path) holds no values up to \(last)")
    }
    let names = file.values.keys.sorted()
    panel = SeriesPanel(
      first: first, names: names, groups: names.map { _ in nil },
      columns: names.map { name in (first...end).map { file.values[name]?[$0] ?? .nan } })
    titles = names.map { _ in nil }
    units = names.map { _ in nil }
    sources = []
    // What is not in the register of sources counts as TLP:RED there.
    marking = Marking(.red)
    notes = file.notes + MonthlySeries.ageNotes(of: end, expected: last)
  }

  /// The last month whose average was complete on a day.
  private static func lastMonth(endedBy day: Day) -> Month { Month(of: day).advanced(by: -1) }

  private static func ageNotes(of end: Month, expected: Month) -> [String] {
    let age = end.distance(to: expected)
    return age > 0 ? ["the last month held is \(end), \(age) months before \(expected)"] : []
  }
}

extension CommoditySeries {
  fileprivate var last: Month { first.advanced(by: prices.count - 1) }

  /// The prices of a range of months, NaN where none is known.
  fileprivate func column(_ months: ClosedRange<Month>) -> [Double] {
    months.map { month in
      let place = first.distance(to: month)
      return prices.indices.contains(place) ? prices[place] ?? .nan : .nan
    }
  }
}
