internal import Kernel
internal import Reference
internal import Store
internal import Vocabulary

/// An answer of one table over one or several years.
struct YearlyAnswer {
  let rows: [[Value]]
  let notes: [String]
  let sources: [String]

  init(rows: [[Value]], notes: [String], sources: [String]) {
    self.rows = rows
    self.notes = notes
    self.sources = sources
  }

  /// Answers year by year; each year is loaded once.
  ///
  /// - Parameters:
  ///   - product: one product or heading only; nil for all.
  ///   - year: gives the rows of a year.
  /// - Throws: `TowerError` when the store holds no flows of any of the years.
  init(
    _ years: ClosedRange<Int>, edition: String, product: ProductCode?, _ connection: Connection,
    year rowsOfYear: (TradeYear) throws -> [[Value]]
  ) throws {
    let asked = try AskedYears(years, edition: edition, connection)
    rows = try asked.answered.flatMap { year in
      try rowsOfYear(
        TradeYear(edition: edition, year: year, products: product.map { [$0] }, connection))
    }
    notes = asked.notes + (rows.isEmpty ? [YearlyAnswer.nothing] : [])
    sources = try TradeFlows.sources(edition: edition, years: asked.answered, connection)
  }

  /// The note on an answer without rows.
  static let nothing = "no trade is recorded; that does not mean there is none"

  /// The answer of a command.
  func result(_ columns: [Column], _ connection: Connection) throws -> CommandResult {
    CommandResult(
      columns: columns, rows: rows, notes: notes, sources: sources,
      marking: try SourceRegister.marking(of: sources, connection))
  }
}
