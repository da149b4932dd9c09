import Kernel
import Reference
import Store
import SupplyChains
import TestSupport
import Vocabulary

/// A deployment with flows made for the watch list: Korea buys a product from so many countries, each
/// the same value, and nobody else trades it.
///
/// So the score of a year follows from numbers of suppliers alone: criteria 1 and 2 are one over the
/// number over 0.4, that is 2.5, 1.25, 0.83, 0.63 for one to four suppliers.
struct WatchlistTower {
  static let steady = "hs92/280461"
  static let wavering = "hs92/280530"

  let folder = ScratchFolder()
  let tower: Tower

  private static let suppliers = [(156, "CHN"), (392, "JPN"), (704, "VNM"), (842, "USA")]

  /// - Parameter years: the number of suppliers of each product by year.
  init(_ years: [String: [Int: Int]] = WatchlistTower.story, holds: String = "TLP:CLEAR") throws {
    let modules: [any Module.Type] = [
      KernelModule.self, ReferenceModule.self, SupplyChainsModule.self,
    ]
    let deployment = try Deployment.load(
      path: folder.write(
        "deployment.yaml",
        """
        agency: {id: motir, name: {en: Industry}, country: KOR}
        markings: {holds: [\(holds)]}
        """), modules: modules.map { $0.identity })
    tower = Tower(
      deployment: deployment, registry: try Registry(modules, settings: deployment.moduleSettings),
      clock: .fixed(try Instant("2026-11-24T00:00:00Z")), storePath: folder.file("tower.db"))
    let countries = (WatchlistTower.suppliers + [(410, "KOR")]).sorted { $0.0 < $1.0 }
      .map { "\($0.0),\($0.1) name,\($0.1.prefix(2)),\($0.1)\n" }.joined()
    try importText(
      "baci-countries", "country_code,country_name,country_iso2,country_iso3\n" + countries)
    let flows = years.sorted { $0.key < $1.key }.flatMap { product, counts in
      counts.sorted { $0.key < $1.key }.flatMap { year, count in
        WatchlistTower.suppliers.prefix(count).map {
          "\(year),\($0.0),410,\(product.dropFirst(5)),100,1\n"
        }
      }
    }
    guard !flows.isEmpty else { return }
    try importText("baci", file: "baci_hs92.csv", "t,i,j,k,v,q\n" + flows.joined())
  }

  /// One product that loses concentration slowly, one that falls from the first tier to the second.
  static let story = [
    wavering: [2016: 2, 2017: 2, 2018: 2, 2019: 3, 2020: 3, 2021: 4, 2022: 4],
    steady: [2016: 1, 2017: 1, 2018: 1, 2019: 2, 2020: 2, 2021: 2, 2022: 2],
  ]

  @discardableResult
  func run(_ words: String...) throws -> CommandResult {
    try Dispatcher(tower).run(words + ["--quiet"]).result
  }

  /// The rows of the first table as cells by column.
  func rows(_ words: String...) throws -> [[String: Value]] {
    let table = try Dispatcher(tower).run(words + ["--quiet"]).result.tables[0]
    return table.rows.map { Dictionary(uniqueKeysWithValues: zip(table.columns.map(\.name), $0)) }
  }

  @discardableResult
  func update(_ year: Int) throws -> CommandResult {
    try run("supply", "watchlist-update", "--importer", "KOR", "--year", String(year))
  }

  func importText(
    _ dataset: String, file: String = "data.csv", _ text: String, card: String? = nil
  ) throws {
    if let card { _ = folder.write(file + ".card.yaml", card) }
    try run("import", dataset, folder.write(file, text), "--allow-rejects", "1000")
  }

  /// The reasons of the rows that the latest import of a data set refused, by line.
  func rejects(_ dataset: String) throws -> [String] {
    try tower.read {
      try $0.rows(
        "SELECT line || ': ' || reason FROM tower_source_reject WHERE source_id LIKE ? ORDER BY line",
        [.text(dataset + "/%")]
      ).compactMap { $0[0].text }
    }
  }
}
