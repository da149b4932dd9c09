import Kernel
import Store
import Testing
import Vocabulary

@Suite("The computed watch list")
struct WatchlistTests {
  private let list: WatchlistTower

  init() throws {
    list = try WatchlistTower()
  }

  private func changes(_ result: CommandResult) -> [String] {
    result.tables[0].rows.map { row in
      let tier = row[3].integer.map { " \($0)" } ?? ""
      return "\(row[0].integer ?? 0) \(row[1].text ?? "") \(row[2].text ?? "")\(tier)"
    }
  }

  @Test("takes in what is above its threshold, keeps what wavers, and lets go of what has fallen")
  func story() throws {
    let result = try list.update(2022)
    #expect(
      changes(result) == [
        "2018 hs92/280461 added 1", "2018 hs92/280530 added 3", "2020 hs92/280461 moved 2",
        "2022 hs92/280530 removed",
      ])
    #expect(result.notes.first?.contains("holds 1 products after 2018 to 2022") == true)
    let reasons = result.tables[0].rows.map { $0[6].text ?? "" }
    #expect(reasons[0] == "score 2.5 > 1 (2016: 2.5, 2017: 2.5, 2018: 2.5)")
    #expect(
      reasons[2]
        == "tier 1 before: score 1.25 < 1.75 - 0.2 (2018: 2.5, 2019: 1.25, 2020: 1.25)")
    #expect(
      reasons[3]
        == "score 0.625 <= 0.8 after 4 years on the list (2020: 0.8333, 2021: 0.625, 2022: 0.625)")
  }

  @Test("is the same whether brought forward at once or year by year")
  func incremental() throws {
    let other = try WatchlistTower()
    try list.update(2022)
    for year in 2018...2022 { try other.update(year) }
    let columns =
      "importer, product, year, since, tier, score, reason, valid_from, valid_to, removal_reason"
    let sql = "SELECT \(columns) FROM supply_watchlist_entry ORDER BY product, year"
    let once = try list.run("query", sql).tables[0].rows
    #expect(once.count == 3)
    #expect(try once == other.run("query", sql).tables[0].rows)
    let kept = try WatchlistTower()
    #expect(try kept.update(2021).notes.first?.contains("1 of them would not enter") == true)
  }

  @Test("changes nothing when it stands at the year already, and goes never back")
  func repeated() throws {
    try list.update(2020)
    let again = try list.update(2020)
    #expect(again.tables[0].rows.isEmpty)
    #expect(again.notes == ["the list of KOR stands at 2020 already; nothing was changed"])
    let error = #expect(throws: TowerError.self) { try list.update(2019) }
    #expect(error?.message == "the list of KOR stands at 2020, after 2019")
    let decisions = try list.rows(
      "query", "SELECT subject, body FROM tower_ledger WHERE kind = 'decision'")
    #expect(decisions.map { $0["subject"] } == ["watchlist:KOR/hs92/2020"])
    #expect(decisions.first?["body"]?.text?.contains("\"added\":2") == true)
    #expect(try list.run("ledger", "verify").status == .ok)
  }

  @Test("cannot tell a year whose flows, or those of the two years before, are not held")
  func missing() throws {
    let early = #expect(throws: TowerError.self) { try list.update(2017) }
    #expect(early?.message.contains("needs the flows of 2015 and 2016 as well") == true)
    let late = #expect(throws: TowerError.self) { try list.update(2023) }
    #expect(late?.message.hasPrefix("cannot tell: the store holds no flows") == true)
    #expect(try list.rows("supply", "watchlist").isEmpty, "nothing is left half written")
  }

  @Test("shows how it stood on a day, and what was known of it on a day")
  func dates() throws {
    func shown(_ words: String...) throws -> [String] {
      try list.rows("supply", "watchlist", words[0], words[1]).map {
        "\($0["product"]?.text ?? "") \($0["tier"]?.integer ?? 0) \($0["since"]?.text ?? "")"
      }
    }
    try list.run(
      "supply", "watchlist-update", "--importer", "KOR", "--year", "2019", "--as-of", "2020-06-01")
    try list.run(
      "supply", "watchlist-update", "--importer", "KOR", "--year", "2022", "--as-of", "2023-06-01")
    let steady = "hs92/280461"
    #expect(try shown("--as-of", "2026-11-24") == ["\(steady) 2 2018-12-31"])
    #expect(
      try shown("--as-of", "2019-06-01")
        == ["\(steady) 1 2018-12-31", "hs92/280530 3 2018-12-31"])
    #expect(try shown("--as-of", "2018-06-01").isEmpty)
    #expect(
      try shown("--known-at", "2021-01-01")
        == ["\(steady) 1 2018-12-31", "hs92/280530 3 2018-12-31"],
      "the second update was not known then")
  }

  @Test("has a day of review by tier, from the update or the last review, and says what is overdue")
  func reviews() throws {
    try list.run(
      "supply", "watchlist-update", "--importer", "KOR", "--year", "2019", "--as-of", "2020-11-30")
    func due(_ asOf: String) throws -> [String] {
      try list.rows("supply", "watchlist", "--importer", "KOR", "--as-of", asOf).map {
        "\($0["review_due"]?.text ?? "") \($0["overdue"]?.integer ?? -1)"
      }
    }
    #expect(try due("2020-12-15") == ["2021-02-28 0", "2021-11-30 0"], "tier 1, then tier 3")
    #expect(try due("2021-03-01") == ["2021-02-28 1", "2021-11-30 0"])
    let review = [
      "supply", "watchlist-review", "--importer", "KOR", "--product", WatchlistTower.steady,
      "--note", "second source found", "--as-of", "2021-03-02",
    ]
    _ = try Dispatcher(list.tower).run(review)
    #expect(try due("2021-03-03") == ["2021-06-02 0", "2021-11-30 0"])
    #expect(try due("2021-03-01") == ["2021-02-28 1", "2021-11-30 0"], "as it stood before")
    let twice = #expect(throws: TowerError.self) { try Dispatcher(list.tower).run(review) }
    #expect(twice?.message.contains("reviewed on 2021-03-02 already") == true)
    let unlisted = #expect(throws: TowerError.self) {
      try list.run(
        "supply", "watchlist-review", "--importer", "KOR", "--product", "hs92/250100", "--note", "x"
      )
    }
    #expect(unlisted?.message.contains("is not on the computed watch list") == true)
  }

  @Test("tells its changes by day, with the tier before and after")
  func changeLog() throws {
    try list.update(2022)
    let all = try list.rows("supply", "watchlist-changes", "--importer", "KOR")
    #expect(all.map { $0["change"] } == ["added", "added", "moved", "removed"])
    #expect(all.map { $0["day"] } == ["2018-12-31", "2018-12-31", "2020-12-31", "2022-12-31"])
    #expect(all.map { $0["tier"] } == [1, 3, 2, .null])
    #expect(all.map { $0["previous_tier"] } == [.null, .null, 1, 3])
    let later = try list.rows("supply", "watchlist-changes", "--year", "2020..2022")
    #expect(later == Array(all.suffix(2)))
    let asked = try list.run("query", "SELECT * FROM watchlist_change('KOR')").tables[0].rows
    #expect(asked == (try list.run("supply", "watchlist-changes").tables[0].rows))
  }

  @Test("loses less from year to year than the plain list, which is GeoDep's fourth criterion")
  func turnover() throws {
    let rows = try list.rows(
      "supply", "watchlist-turnover", "--importer", "KOR", "--year", "2016..2022")
    #expect(rows.map { $0["year"] } == [2018, 2019, 2020, 2021, 2022])
    #expect(rows.map { $0["plain_left"] } == [0, 0, 1, 0, 0])
    #expect(rows.map { $0["left"] } == [0, 0, 0, 0, 1])
    #expect(rows.map { $0["plain_share"] } == [.null, 0.0, 0.5, 0.0, 0.0])
    let persisting = try (2018...2022).map { year in
      try list.rows("supply", "dependence", "--importer", "KOR", "--year", String(year))
        .count { $0["c4"] == 1 }
    }
    let before = rows.dropFirst().compactMap { $0["plain_before"]?.integer }
    #expect(before == persisting.dropLast().map(Int64.init))
  }
}
