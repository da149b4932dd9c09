internal import Kernel
internal import Reference
internal import Store
internal import Vocabulary

/// An answer of one table over one or several years, row by row; each year is loaded when its first row
/// is asked for, and forgotten after its last.
final class YearlyAnswer {
  /// The rows of a year in parts, such as those of an importer, each made when it is asked for.
  typealias Parts = AnyIterator<AnyIterator<[Value]>>

  private let asked: AskedYears
  private let product: ProductCode?
  private let connection: Connection
  private let partsOfYear: (TradeYear) throws -> Parts
  private let otherSources: () -> Set<String>
  private var years: ArraySlice<Int>
  private var parts: Parts?
  private var part: AnyIterator<[Value]>?
  private var isEmpty = true

  /// Stands before the first row.
  ///
  /// - Parameters:
  ///   - product: one product or heading only; nil for all.
  ///   - year: gives the rows of a year.
  ///   - otherSources: gives what was read beside the flows, once the rows are.
  /// - Throws: `TowerError` when the store holds no flows of any of the years.
  init(
    _ years: ClosedRange<Int>, edition: String, product: ProductCode?, _ connection: Connection,
    year partsOfYear: @escaping (TradeYear) throws -> Parts,
    otherSources: @escaping () -> Set<String> = { [] }
  ) throws {
    asked = try AskedYears(years, edition: edition, connection)
    self.years = asked.answered[...]
    self.product = product
    self.connection = connection
    self.partsOfYear = partsOfYear
    self.otherSources = otherSources
  }

  /// The next row; nil at the end.
  func next() throws -> [Value]? {
    while true {
      if let row = part?.next() {
        isEmpty = false
        return row
      }
      part = parts?.next()
      guard part == nil else { continue }
      parts = nil
      guard let year = years.popFirst() else { return nil }
      parts = try partsOfYear(
        TradeYear(edition: asked.edition, year: year, products: product.map { [$0] }, connection))
    }
  }

  /// What is known of the answer once its rows are read.
  func ending() throws -> AnswerEnding {
    let flows = try TradeFlows.sources(edition: asked.edition, years: asked.answered, connection)
    return AnswerEnding(
      notes: asked.notes + (isEmpty ? [AnswerEnding.nothing] : []),
      sources: otherSources().union(flows).sorted())
  }

  /// Parts of rows that are made when they are asked for, each row written as values when it is.
  static func parts<Key, Row>(
    _ keys: [Key], rows: @escaping (Key) -> [Row], values: @escaping (Key, Row) -> [Value]
  ) -> Parts {
    AnyIterator(
      keys.lazy.map { key in
        AnyIterator(rows(key).lazy.map { values(key, $0) }.makeIterator())
      }.makeIterator())
  }

  /// No rows.
  static var noParts: Parts { AnyIterator { nil } }
}
