import Kernel
import Store
import TestSupport
import Testing

private let prices = "data/prices/worldbank_pinksheet_monthly_1960_2023.csv"

@Suite(
  "supply early-warning on the World Bank's prices",
  .enabled(if: SharedData.has(prices), "no shared data"))
struct EarlyWarningCaseTests {
  private let store: PriceStore

  init() throws {
    store = try PriceStore(withPrices: false)
    try store.run("import", "world-bank-prices", SharedData.path(prices))
  }

  @Test("trained up to 2009, the fitted rule has four times the base rate at recall 0.30 after it")
  func heldOut() throws {
    try store.run("supply", "early-warning-fit", "--training", "1970..2009")
    let rows = try store.rows("supply", "early-warning-rules", "--held-out", "2010..2022")
    let fitted = try #require(rows.last)
    #expect(fitted["rule"] == "logistic" && fitted["training_last"] == "2009-12")
    #expect(fitted["held_out_first"] == "2010-01" && fitted["held_out_last"] == "2022-11")
    #expect((fitted["lift"]?.real ?? 0) >= 4)
    #expect((fitted["recall"]?.real ?? 0) >= 0.3)
    #expect((fitted["lift_at_recall_30"]?.real ?? 0) >= 4.2)
    #expect(abs((fitted["base_rate"]?.real ?? 0) - 0.058) < 0.001)
    #expect(fitted["verdict"] == "skill")
    let volatility = try #require(rows.first { $0["rule"] == "volatility-1.5" })
    #expect((volatility["lift"]?.real ?? 9) < 3, "the best rule without a fit")
  }

  @Test("in the eighties most price rules had no skill, and the answer says so")
  func noSkill() throws {
    let rows = try store.rows(
      "supply", "early-warning-rules", "--held-out", "1980..1989", "--coverage", "95%")
    let verdicts = Dictionary(
      uniqueKeysWithValues: rows.map { ($0["rule"]?.text ?? "", $0["verdict"]?.text ?? "") })
    #expect(verdicts["volatility-1.5"] == "no skill")
    #expect(verdicts["robust-score-3.5"] == "no skill")
    #expect(verdicts["year-on-year-30"] == "skill")
    #expect(verdicts["logistic"] == nil)
  }
}
