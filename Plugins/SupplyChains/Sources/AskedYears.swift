internal import Kernel
internal import Reference
internal import Store

/// The years that a question asks about, against those whose flows the store holds.
struct AskedYears {
  let edition: String
  /// Every year held, in order.
  let held: [Int]
  /// The years asked about that are held, in order; at least one.
  let answered: [Int]
  /// Those that are not held.
  let missing: [Int]

  /// Looks years up.
  ///
  /// - Throws: `TowerError` that names the years held when none of those asked about is among them.
  init(_ years: ClosedRange<Int>, edition: String, _ connection: Connection) throws {
    let held = try TradeFlows.years(edition: edition, connection)
    self.edition = edition
    self.held = held
    answered = held.filter(years.contains)
    missing = years.filter { !held.contains($0) }
    guard !answered.isEmpty else {
      let list = held.isEmpty ? "none" : held.map(String.init).joined(separator: ", ")
      throw TowerError(
        .failed,
        "cannot tell: the store holds no flows of \(edition) for \(AskedYears.text(missing))",
        hints: ["years held: \(list)", "tower import baci FILE brings more"])
    }
  }

  /// What the reader must know: which years are not answered.
  var notes: [String] {
    missing.isEmpty
      ? []
      : ["the store holds no flows of \(edition) for \(AskedYears.text(missing)): left out"]
  }

  /// Years as a sentence lists them, with runs of them as ranges: `1995 to 2001, 2004`.
  static func text(_ years: [Int]) -> String {
    var runs: [ClosedRange<Int>] = []
    for year in years {
      if let last = runs.last, last.upperBound + 1 == year {
        runs[runs.count - 1] = last.lowerBound...year
      } else {
        runs.append(year...year)
      }
    }
    return runs.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound) to \($0.upperBound)" }
      .joined(separator: ", ")
  }
}
