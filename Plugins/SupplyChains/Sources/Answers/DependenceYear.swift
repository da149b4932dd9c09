internal import Dependence
internal import Kernel
internal import Reference
internal import Store
internal import Vocabulary

/// The dependence of the importers asked for in one year, with names in place of dense codes.
struct DependenceYear {
  /// An importer and a product, for finding the same row in another year.
  struct Key: Hashable {
    let importer: String
    let product: ProductCode
  }

  /// The rows with their keys, by importer and then by product.
  let rows: [(key: Key, row: DependenceRow)]
  private let trade: TradeYear

  /// Measures a year.
  ///
  /// - Parameter importer: a country, a group, or `all` for every country.
  init(_ trade: TradeYear, importer: String, _ connection: Connection) throws {
    let table = DependenceTable(trade.flows)
    let members = try Countries.members(of: importer, on: trade.lastDay, connection)
    let found: [DependenceRow]
    if !members.isEmpty {
      found = table.group(Set(members.compactMap(trade.code)))
    } else if importer == "all" {
      found = table.countries()
    } else {
      found = trade.code(importer).map(table.country) ?? []
    }
    let keyed = found.map { row in
      let name = row.importer.map { trade.countries[$0] } ?? importer
      return (key: Key(importer: name, product: trade.product(row.product)), row: row)
    }
    self.trade = trade
    rows = keyed.sorted {
      ($0.key.importer, $0.key.product) < ($1.key.importer, $1.key.product)
    }
  }

  /// What met criteria 1 to 3 together.
  func meetingAll(_ bounds: DependenceThresholds) -> Set<Key> {
    Set(rows.filter { $0.row.meetsAll(bounds) }.map(\.key))
  }

  /// The row as it is printed.
  ///
  /// - Parameter years: for each of the last three years whether criteria 1 to 3 held together; nil
  ///   where its flows are not at hand.
  func values(_ key: Key, _ row: DependenceRow, _ settings: SupplySettings, years: [Bool?])
    -> [Value]
  {
    let bounds = settings.dependence
    let thin = row.thin(settings.thin)
    let isGroup = row.importer == nil
    return [
      .text(key.importer), .text(key.product.description), Value(trade.year),
      .real(row.imports), Value(row.suppliers), .real(row.importConcentration),
      .real(row.topShare), .text(trade.countries[row.topSupplier]), .real(row.worldConcentration),
      .real(row.exports), .real(row.importExportRatio), Value(row.isConcentrated(bounds)),
      Value(row.isConcentratedInTheWorld(bounds)), Value(row.exceedsExports(bounds)),
      Value(holdsInTwoOfThreeYears(years)), isGroup ? .real(row.importConcentration) : .null,
      Value(row.outsideShare), isGroup ? .real(row.importExportRatio) : .null,
      Value(row.meetsCoreIndicators(bounds)),
      .text(DependenceReason.text(row, bounds, years: years)), Value(!thin.isEmpty),
      Value(thin.text("suppliers")),
    ]
  }
}
