import Kernel
import Store
import SupplyChains
import TestSupport
import Vocabulary

/// A store with six made-up monthly prices from January 1960 to December 2009, with gaps.
final class PriceStore {
  let folder = ScratchFolder()
  let tower: Tower
  static let codes = ["COPPER", "COAL_AUS", "COCOA", "GOLD", "SUGAR_WLD", "UREA_EE_BULK"]

  init(withPrices: Bool = true, months: Int = 600) throws {
    tower = try PackStore.tower(folder.file("tower.db"))
    guard withPrices else { return }
    let file = folder.write("prices.csv", PriceStore.table(months: months))
    _ = try run("import", "world-bank-prices", file)
  }

  @discardableResult
  func run(_ words: String...) throws -> CommandResult {
    try Dispatcher(tower).run(words + ["--quiet"]).result
  }

  /// The rows of the first table of an answer, by column.
  func rows(_ words: String...) throws -> [[String: Value]] {
    let table = try Dispatcher(tower).run(words + ["--quiet"]).result.tables[0]
    return table.rows.map { Dictionary(uniqueKeysWithValues: zip(table.columns.map(\.name), $0)) }
  }

  func query(_ sql: String) throws -> [[Value]] {
    try Dispatcher(tower).run(["query", sql]).result.tables[0].rows
  }

  private static func table(months: Int) -> String {
    var random = SeededGenerator(seed: 4)
    var prices = codes.map { _ in 100.0 }
    var text = "month," + codes.joined(separator: ",") + "\n"
    for index in 0..<months {
      text += Month(number: 1960 * 12 + index).description
      for series in codes.indices {
        let swing = 0.02 + 0.04 * Double(series)
        prices[series] *= 1 + Double.random(in: -swing...swing, using: &random)
        prices[series] = min(max(prices[series], 10), 1000)
        text += Double.random(in: 0..<1, using: &random) < 0.02 ? "," : ",\(prices[series])"
      }
      text += "\n"
    }
    return text
  }
}
