import Dependence
import Tabular
import TestSupport
import Testing
import Watchlist

private let flows = "data/flows/baci_hs92_raw_materials_1995_2024.csv.gz"

/// The scores of every importer and product, read straight from the published flows.
private struct PublishedScores {
  private var margins: [Int: [Int: Double]] = [:]

  /// - Parameter years: the years with a score; the two before the first are read as well.
  init(_ years: ClosedRange<Int>) throws {
    var values: [Int: [(exporter: Int, importer: Int, product: Int, value: Double)]] = [:]
    var reader = CSVReader(source: SharedData.chunks(flows))
    var record = CSVRecord()
    _ = try reader.next(into: &record)
    while try reader.next(into: &record) {
      guard let year = record.integer(0), (years.lowerBound - 2...years.upperBound).contains(year),
        let exporter = record.integer(1), let importer = record.integer(2),
        let product = record.integer(3), let value = record.number(4)
      else { continue }
      values[year, default: []].append((exporter, importer, product, value))
    }
    for (year, rows) in values {
      let products = Set(rows.map(\.product)).sorted()
      let codes = Dictionary(uniqueKeysWithValues: zip(products, products.indices))
      var columns = Flows(countryCount: 1000, productCount: products.count)
      for row in rows {
        columns.append(
          product: codes[row.product] ?? 0, exporter: row.exporter, importer: row.importer,
          value: row.value)
      }
      for row in DependenceTable(columns).countries() {
        let key = (row.importer ?? 0) * 1_000_000 + products[row.product]
        margins[year, default: [:]][key] = row.margin(.published)
      }
    }
  }

  func keys(_ year: Int) -> Set<Int> {
    (year - 2...year).reduce(into: []) { $0.formUnion(margins[$1].map { Array($0.keys) } ?? []) }
  }

  func score(_ key: Int, _ year: Int) -> Double? {
    marginOfThreeYears((year - 2...year).map { margins[$0].map { $0[key] ?? 0 } })
  }
}

@Suite(
  "The turnover of the list of dependent products",
  .enabled(if: SharedData.has(flows), "the published flows are absent"))
struct TurnoverCaseTests {
  @Test("is the published one in five without hysteresis, and clearly less with it")
  func oneInFive() throws {
    let years = 2014...2024
    let scores = try PublishedScores(years)
    let rule = WatchlistRule(
      enter: 1, leave: 0.8, minimumYears: 2, firstTier: 1.75, secondTier: 1.3)
    func leavingShares(_ rule: WatchlistRule) -> [Double] {
      var list: [Int: WatchlistMember] = [:]
      return years.map { year in
        let before = Set(list.keys)
        for key in scores.keys(year).union(before) {
          list[key] = rule.step(list[key], year: year, score: scores.score(key, year)).member
        }
        return ListTurnover(from: before, to: Set(list.keys)).leavingShare ?? .nan
      }
    }
    let plain = leavingShares(rule.withoutHysteresis())
    let kept = leavingShares(rule)
    #expect(abs(plain[9] - 0.208) < 0.0005, "2022 to 2023")
    #expect(abs(plain[10] - 0.201) < 0.0005, "2023 to 2024")
    #expect(kept[9] < 0.7 * plain[9] && kept[10] < 0.85 * plain[10], "\(kept)")
    let (without, with) = (plain.dropFirst().reduce(0, +), kept.dropFirst().reduce(0, +))
    #expect(with < 0.7 * without, "over ten years \(without / 10) and \(with / 10)")
  }
}
