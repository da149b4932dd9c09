import EarlyWarning
import Kernel
import Store
import TestSupport
import Testing
import Vocabulary

@Suite("supply early-warning")
struct EarlyWarningCommandTests {
  private func fitted(_ training: String = "1960..1999") throws -> PriceStore {
    let store = try PriceStore()
    try store.run("supply", "early-warning-fit", "--training", training)
    return store
  }

  @Test("without prices it cannot tell, and says which import brings them")
  func empty() throws {
    let store = try PriceStore(withPrices: false)
    for words in [["early-warning"], ["early-warning-rules"], ["early-warning-fit"]] {
      let training = words == ["early-warning-fit"] ? ["--training", "1970..2009"] : []
      let error = #expect(throws: TowerError.self) {
        _ = try store.tower.prepareStore()
        return try Dispatcher(store.tower).run(["supply"] + words + training)
      }
      #expect(error?.message.hasPrefix("cannot tell: the store holds no monthly prices") == true)
      #expect(error?.hints.first?.contains("tower import world-bank-prices") == true)
    }
  }

  @Test("a fit keeps coefficients, window, sources and digest, with one entry in the ledger")
  func fit() throws {
    let store = try PriceStore()
    let result = try store.run("supply", "early-warning-fit", "--training", "1960..1999")
    #expect(result.tables[0].rows.count == FittedRule.features.count + 1)
    let fit = try store.query("SELECT * FROM early_warning_fit")
    #expect(fit.count == 1)
    #expect(fit[0][2] == "1960-01" && fit[0][3] == "1999-12")
    #expect(fit[0][11].text == "[\"\(result.sources[0])\"]")
    let kept = try store.query(
      "SELECT feature, mean, deviation, coefficient FROM early_warning_coefficient "
        + "ORDER BY position")
    #expect(kept == result.tables[0].rows.dropFirst().map { Array($0.prefix(4)) })
    let again = try store.run("supply", "early-warning-fit", "--training", "1960..1999")
    #expect(again.notes.first?.hasPrefix("unchanged") == true)
    let ledger = try store.query(
      "SELECT subject, body ->> '$.sha256' FROM tower_ledger WHERE kind = 'fit'")
    #expect(ledger == [[.text("rule:" + (fit[0][0].text ?? "")), fit[0][12]]])
    #expect(try store.run("ledger", "verify").tables[0].rows[0][0] == "intact")
  }

  @Test("a coefficient that was changed in the store is found out by the digest")
  func tampered() throws {
    let store = try fitted()
    _ = try store.tower.write {
      try $0.execute("UPDATE early_warning_coefficient SET coefficient = 9 WHERE position = 2")
    }
    let error = #expect(throws: TowerError.self) { try store.run("supply", "early-warning-rules") }
    #expect(error?.status == .integrity)
  }

  @Test(
    "a window that the prices do not have, or that is too short, is refused",
    arguments: [("1950..1999", "1960-01 to 2009-12"), ("1980..1999", "at least 30")])
  func window(training: String, words: String) throws {
    let store = try PriceStore()
    let error = #expect(throws: TowerError.self) {
      try store.run("supply", "early-warning-fit", "--training", training)
    }
    #expect(error?.message.contains(words) == true)
  }

  @Test(
    "each rule has its worth on the months after the training window, and only the fit a window")
  func rules() throws {
    let store = try fitted()
    let rows = try store.rows("supply", "early-warning-rules")
    #expect(rows.map { $0["rule"]?.text } == AlertRule.all.map(\.name) + ["logistic"])
    for row in rows {
      #expect(row["held_out_first"] == "2000-01")
      #expect(row["held_out_last"] == "2009-06", "the outcome of July needs January 2010")
      #expect(row["training_last"]?.isNull == (row["rule"] != "logistic"))
      let low = row["precision_low"]?.real
      let base = row["base_rate"]?.real ?? 0
      let verdict = low.map { $0 > base ? "skill" : "no skill" } ?? "cannot tell"
      #expect(row["verdict"]?.text == verdict)
    }
    #expect(rows.contains { $0["verdict"] == "no skill" }, "these prices are random walks")
    let earlier = try store.run("supply", "early-warning-rules", "--held-out", "1980..1990")
    #expect(earlier.tables[0].rows.count == AlertRule.all.count)
    #expect(earlier.notes.contains { $0.contains("holds no fit that ends before 1980-01") })
  }

  @Test("the worth equals the engine's on the same series")
  func engine() throws {
    let store = try PriceStore()
    let rows = try store.rows("supply", "early-warning-rules", "--held-out", "1990..1999")
    let columns = try PriceStore.codes.sorted().map { code in
      try store.query(
        "SELECT price FROM commodity_price WHERE series = '\(code)' ORDER BY month"
      ).map { $0[0].real ?? .nan }
    }
    let panel = SeriesPanel(
      first: try Month("1960-01"), names: PriceStore.codes.sorted(),
      groups: PriceStore.codes.map { _ in nil }, columns: columns)
    let window = try Month("1990-01")...Month("1999-12")
    for (rule, row) in zip(AlertRule.all, rows) {
      let skill = RuleSkill(
        Scores(rule.measure, panel), threshold: rule.threshold, panel, Outcomes(panel),
        series: Array(0..<6), window: window)
      #expect(row["precision"] == Value(skill.precision))
      #expect(row["recall"] == Value(skill.recall))
      #expect(row["alerts"] == Value(skill.alerts))
    }
  }

  @Test("shows the alerts of the last month, and with --all every series and rule")
  func alerts() throws {
    let store = try fitted()
    let all = try store.rows("supply", "early-warning", "--all")
    #expect(all.count == 6 * (AlertRule.all.count + 1))
    #expect(all.allSatisfy { $0["month"] == "2009-12" })
    for row in all {
      let score = row["score"]?.real
      let alert = score.flatMap { score in row["threshold"]?.real.map { score > $0 } }
      #expect(row["alert"] == Value(alert), "null where it cannot be told")
    }
    let shown = try store.rows("supply", "early-warning")
    #expect(shown == all.filter { $0["alert"] == 1 })
    let one = try store.rows(
      "supply", "early-warning", "--commodity", "GOLD", "--rule", "logistic", "--all")
    #expect(one == all.filter { $0["series"] == "GOLD" && $0["rule"] == "logistic" })
  }

  @Test("a day in the past gives what was known then: no later month, and no later fit")
  func asOf() throws {
    let store = try fitted()
    let shorter = try PriceStore(months: 540)
    try shorter.run("supply", "early-warning-fit", "--training", "1960..1999")
    #expect(
      try store.run("supply", "early-warning", "--all", "--as-of", "2005-01-31").tables
        == shorter.run("supply", "early-warning", "--all").tables)
    let before = try store.run("supply", "early-warning", "--as-of", "1998-06-01")
    #expect(before.notes.contains { $0.contains("the rule 'logistic' is left out") })
    let january = try store.rows("supply", "early-warning", "--all", "--as-of", "2000-02-01")
    let fitted = try #require(january.first { $0["rule"] == "logistic" })
    #expect(fitted["month"] == "2000-01" && fitted["verdict"] == "cannot tell")
    #expect(fitted["precision"]?.isNull == true, "no held-out month has an outcome yet")
  }

  @Test("the functions give the rows of the commands, value for value")
  func functions() throws {
    let store = try fitted()
    #expect(
      try store.query("SELECT * FROM early_warning()")
        == store.run("supply", "early-warning", "--all").tables[0].rows)
    #expect(
      try store.query("SELECT * FROM early_warning('GOLD', 'logistic')")
        == store.run(
          "supply", "early-warning", "--all", "--commodity", "GOLD", "--rule", "logistic"
        ).tables[0].rows)
    #expect(
      try store.query("SELECT * FROM early_warning_rule(2001, 2005)")
        == store.run("supply", "early-warning-rules", "--held-out", "2001..2005").tables[0].rows)
    let error = #expect(throws: TowerError.self) {
      try store.query("SELECT * FROM early_warning('GOLDD')")
    }
    #expect(error?.message.contains("did you mean GOLD") == true)
  }
}
