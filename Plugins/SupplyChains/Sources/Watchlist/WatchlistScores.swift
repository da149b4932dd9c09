internal import Dependence
internal import Kernel
internal import Reference
internal import Store
internal import Vocabulary

/// How severe the dependence of importers is, year by year: the middle one of the margins by which
/// GeoDep's criteria 1 to 3 were met in the last three years, above 1 exactly where criterion 4 holds.
struct WatchlistScores {
  /// An importer and a product, by which the same row is found in another year.
  struct Key: Hashable {
    let importer: String
    let product: ProductCode
  }

  /// The years that have a score, in order: those held with the two before them.
  let years: [Int]
  /// The sources of the flows.
  let sources: [String]
  private let margins: [Int: [Key: Double]]

  /// Measures years; each is loaded once, with the two before it.
  ///
  /// - Parameter importer: a country, a group, or `all` for every country.
  init(
    importer: String, edition: String, years wanted: ClosedRange<Int>,
    _ thresholds: DependenceThresholds, _ connection: Connection
  ) throws {
    let held = try TradeFlows.years(edition: edition, connection)
    let needed = held.filter { (wanted.lowerBound - 2...wanted.upperBound).contains($0) }
    let countries = try TradeFlows.countries(connection)
    margins = try Dictionary(
      uniqueKeysWithValues: needed.map { year in
        let found = try DependenceYear(
          edition: edition, year: year, importer: importer, product: nil, countries, connection)
        let margins = try found.rows.map { row in
          let key = Key(
            importer: row.importer.flatMap { countries[UInt16($0)] } ?? importer,
            product: try ProductCode(
              edition: edition, digits: TradeFlows.digits(UInt32(row.product))))
          return (key, row.margin(thresholds))
        }
        return (year, Dictionary(uniqueKeysWithValues: margins))
      })
    years = wanted.filter { year in (year - 2...year).allSatisfy(needed.contains) }
    sources = try TradeFlows.sources(edition: edition, years: needed, connection)
  }

  /// Everything imported in a year or the two before it.
  func keys(_ year: Int) -> Set<Key> {
    (year - 2...year).reduce(into: []) { $0.formUnion(margins[$1].map { Array($0.keys) } ?? []) }
  }

  /// The score of a year; nil when one of the three years is not held.
  func score(_ key: Key, _ year: Int) -> Double? {
    marginOfThreeYears((year - 2...year).map { margin(key, $0) })
  }

  /// The margins of the three years as a reason gives them: `2022: 1.3, 2023: 1.27, 2024: none`.
  func reason(_ key: Key, _ year: Int) -> String {
    (year - 2...year).map { year in
      let margin = margins[year]?[key].map(Comparison.text) ?? "no imports"
      return "\(year): \(margin)"
    }.joined(separator: ", ")
  }

  // A year without imports did not meet the criteria; one that is not held is not known.
  private func margin(_ key: Key, _ year: Int) -> Double? { margins[year].map { $0[key] ?? 0 } }
}
