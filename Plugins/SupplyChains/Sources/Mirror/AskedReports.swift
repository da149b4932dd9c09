internal import Kernel
internal import Reference
internal import Store
internal import Vocabulary

/// The years that a question asks reports of, against those that the store holds.
struct AskedReports {
  /// The years asked about that are held, in order; at least one.
  let answered: [Int]
  let notes: [String]

  /// Looks years up.
  ///
  /// - Throws: `TowerError` that names the editions and years held when none of those asked about is
  ///   among them.
  init(_ years: ClosedRange<Int>, edition: String, _ connection: Connection) throws {
    let held = try ReportedFlows.years(edition: edition, connection)
    answered = held.filter(years.contains)
    let missing = AskedYears.text(years.filter { !held.contains($0) })
    guard !answered.isEmpty else {
      let editions = try ProductCode.editions.compactMap { edition in
        let years = try ReportedFlows.years(edition: edition, connection)
        return years.isEmpty ? nil : "\(edition): \(AskedYears.text(years))"
      }
      throw TowerError(
        .failed, "cannot tell: the store holds no reports of \(edition) for \(missing)",
        hints: [
          "reports held: " + (editions.isEmpty ? "none" : editions.joined(separator: "; ")),
          "tower import comtrade FILE brings more",
        ])
    }
    notes =
      missing.isEmpty
      ? [] : ["the store holds no reports of \(edition) for \(missing): left out"]
  }
}
