/// The flows of a UN Comtrade file: each once, whatever breakdowns and totals the file has of it.
///
/// Only the row for all second partners, customs procedures and modes of transport counts. Where a
/// flow has none, the rows that are broken down by the fewest of the three are summed.
struct ComtradeTotals {
  /// One flow.
  struct Flow {
    let key: ComtradeRow.Key
    /// In US dollars.
    let value: Double
    /// In kilograms; NaN where it, or a part of it, is not known.
    let netWeight: Double
    let isWeightEstimated: Bool
  }

  /// Two rows that say the same part of the same flow.
  struct Duplicate: Equatable {
    let line: UInt32
    let firstLine: UInt32
    let key: ComtradeRow.Key
  }

  /// A flow whose total cannot be told, with its rows.
  struct Ambiguous {
    let rows: [ComtradeRow]
    let reason: String
  }

  /// The flows, by key.
  private(set) var flows: [Flow] = []
  private(set) var duplicates: [Duplicate] = []
  private(set) var ambiguous: [Ambiguous] = []
  /// How many rows of breakdowns stood beside what counts.
  private(set) var breakdownsLeftOut = 0
  /// How many flows are the sum of a breakdown.
  private(set) var summed = 0

  /// Brings the rows of a file together.
  init(_ rows: [ComtradeRow]) {
    let sorted = rows.sorted { ($0.key, $0.line) < ($1.key, $1.line) }
    var start = 0
    while start < sorted.count {
      var end = start + 1
      while end < sorted.count, sorted[end].key == sorted[start].key { end += 1 }
      take(sorted[start..<end])
      start = end
    }
    duplicates.sort { $0.line < $1.line }
  }

  private mutating func take(_ rows: ArraySlice<ComtradeRow>) {
    guard let first = rows.first else { return }
    if rows.count > 1 { findDuplicates(rows) }
    let fewest = rows.map { $0.breakdown.dimensions.nonzeroBitCount }.min() ?? 0
    let dimensions = rows.map(\.breakdown.dimensions).filter { $0.nonzeroBitCount == fewest }.min()
    let counted = rows.filter { $0.breakdown.dimensions == dimensions }
    breakdownsLeftOut += rows.count - counted.count
    if let reason = overlap(counted) {
      ambiguous.append(Ambiguous(rows: counted, reason: reason))
      return
    }
    if fewest > 0 { summed += 1 }
    flows.append(
      Flow(
        key: first.key, value: counted.reduce(0) { $0 + $1.value },
        netWeight: counted.reduce(0) { $0 + $1.netWeight },
        isWeightEstimated: counted.contains(where: \.isWeightEstimated)))
  }

  private mutating func findDuplicates(_ rows: ArraySlice<ComtradeRow>) {
    var lines: [ComtradeRow.Breakdown: UInt32] = [:]
    for row in rows {
      if let first = lines[row.breakdown] {
        duplicates.append(Duplicate(line: row.line, firstLine: first, key: row.key))
      } else {
        lines[row.breakdown] = row.line
      }
    }
  }

  /// Why the parts do not add up to the whole: a mode of transport stands beside one within it.
  ///
  /// The modes have two levels, as 2000 for water and 2100 for the sea.
  private func overlap(_ rows: [ComtradeRow]) -> String? {
    let parents = Set(
      rows.filter { $0.breakdown.transport % 1000 == 0 && $0.breakdown.transport > 0 }
        .map(\.breakdown))
    guard !parents.isEmpty else { return nil }
    for row in rows where row.breakdown.transport % 1000 != 0 {
      let part = row.breakdown
      let whole = ComtradeRow.Breakdown(
        secondPartner: part.secondPartner, customs: part.customs,
        transport: part.transport / 1000 * 1000)
      if parents.contains(whole) {
        return
          "no row says the total, and the modes of transport \(whole.transport) and "
          + "\(part.transport) may overlap"
      }
    }
    return nil
  }
}
