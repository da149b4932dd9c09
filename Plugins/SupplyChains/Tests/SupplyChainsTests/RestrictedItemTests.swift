import Kernel
import Store
import Testing
import Vocabulary

private let header =
  "agency,importer,product,tier,reason,listed_on,review_due,removed_on,removal_reason,marking\n"

private let card = """
  dataset: watchlist-items
  publisher: Ministry
  title: Own list
  licence: internal
  marking: TLP:AMBER
  """

@Suite("An agency's own watch list")
struct RestrictedItemTests {
  @Test("is shown where the deployment may hold the marking, and the rest is counted")
  func visibility() throws {
    let list = try WatchlistTower(holds: "TLP:CLEAR, TLP:GREEN, TLP:AMBER")
    try list.update(2022)
    try list.importText(
      "watchlist-items",
      header + "motir,KOR,hs92/250510,1,few makers,2025-01-01,2025-04-01,,,TLP:GREEN\n"
        + "motir,KOR,hs92/811000,2,one route,2025-01-01,,,,\n"
        + "nso,KOR,hs92/261000,1,secret,2025-01-01,,,,TLP:RED\n"
        + "nso,KOR,hs92/261100,1,for others,2025-01-01,,,,\"TLP:AMBER REL moef\"\n", card: card)
    let result = try list.run("supply", "watchlist", "--importer", "KOR")
    #expect(result.tables[0].rows.map { $0[1] } == ["hs92/250510", "hs92/280461", "hs92/811000"])
    #expect(result.tables[0].rows.map { $0[3] } == ["restricted", "computed", "restricted"])
    #expect(result.notes == ["2 items are kept back: this deployment may not hold the marking"])
    #expect(result.marking == Marking(.amber))
    let rows = try list.rows("supply", "watchlist")
    #expect(rows.map { $0["review_due"] } == ["2025-04-01", "2027-05-24", "2025-07-01"])
    #expect(rows.map { $0["overdue"] } == [1, 0, 1])
    let asked = try list.run("query", "SELECT product FROM watchlist('KOR')").tables[0].rows
    #expect(asked.map { $0[0] } == ["hs92/250510", "hs92/280461", "hs92/811000"])
    let refusal = #expect(throws: TowerError.self) {
      try list.run("query", "SELECT * FROM supply_watchlist_restricted")
    }
    #expect(refusal?.status == .denied)
    let changes = try list.run("supply", "watchlist-changes", "--year", "2025")
    #expect(changes.tables[0].rows.count == 2)
    #expect(changes.notes == ["2 changes are kept back: this deployment may not hold the marking"])
    let counted = try list.run("query", "SELECT count(*) FROM watchlist_change()").tables[0].rows
    #expect(counted == [[6]], "four of the computed list, two of the own")
    let source = try list.tower.read {
      try $0.first("SELECT marking FROM tower_source WHERE dataset = 'watchlist-items'")
    }
    #expect(source?[0].text == "TLP:RED REL moef")
  }

  @Test(
    "does not show refused rows where their marking may not be held, or cannot be told",
    arguments: [
      "nso,KOR,hs92/261100,9,secret,2025-01-01,,,,TLP:RED",
      "nso,KOR,hs92/261100,1,secret,2025-01-01,,,TLP:RED",
      "nso,KOR,hs92/261100,1,secret,2025-01-01,,,,TLP:RED,",
      "nso,KOR,hs92/261100,1,secret,2025-01-01,,,,RED",
    ])
  func refusedRows(row: String) throws {
    let list = try WatchlistTower([:], holds: "TLP:CLEAR, TLP:GREEN")
    let sound = (0..<12).map { "nso,KOR,hs92/2610\(10 + $0),1,open,2025-01-01,,,,TLP:GREEN\n" }
    try list.importText("watchlist-items", header + sound.joined() + row + "\n")
    let source = try #require(
      try list.tower.read {
        try $0.first("SELECT id FROM tower_source WHERE dataset = 'watchlist-items'")
      }?[0].text)
    for words in [
      ["sources", "rejects", source], ["query", "SELECT * FROM tower_source_reject"],
    ] {
      let refusal = #expect(throws: TowerError.self) {
        try Dispatcher(list.tower).run(words + ["--quiet"])
      }
      #expect(refusal?.status == .denied)
    }
  }

  @Test("keeps what has left with its day and reason, and is replaced by the agency's next file")
  func history() throws {
    let list = try WatchlistTower([:], holds: "TLP:CLEAR, TLP:GREEN")
    try list.importText(
      "watchlist-items",
      header + "motir,KOR,hs92/250510,1,few makers,2025-01-01,,2026-01-01,new mine,TLP:GREEN\n"
        + "nso,KOR,hs92/261000,3,far away,2025-01-01,,,,TLP:GREEN\n")
    #expect(try list.rows("supply", "watchlist").map { $0["product"] } == ["hs92/261000"])
    let before = try list.rows("supply", "watchlist", "--as-of", "2025-12-31")
    #expect(before.map { $0["product"] } == ["hs92/250510", "hs92/261000"])
    let changes = try list.rows("supply", "watchlist-changes")
    #expect(changes.map { $0["change"] } == ["added", "added", "removed"])
    #expect(changes.last?["reason"] == "new mine")
    try list.importText(
      "watchlist-items", header + "motir,KOR,hs92/811000,1,one route,2026-02-01,,,,TLP:GREEN\n")
    let after = try list.rows("supply", "watchlist").map { $0["product"] }
    #expect(after == ["hs92/811000", "hs92/261000"])
  }

  @Test("without a marking, a tier, a known importer or the reason of a removal is refused by line")
  func refusals() throws {
    let list = try WatchlistTower([:], holds: "TLP:CLEAR, TLP:GREEN")
    try list.importText(
      "watchlist-items",
      header + "motir,KOR,hs92/250510,1,reason,2025-01-01,,,,TLP:GREEN\n"
        + "motir,KOR,hs92/250511,1,reason,2025-01-01,,,,\n"
        + "motir,KOR,hs92/250512,4,reason,2025-01-01,,,,TLP:GREEN\n"
        + "motir,KRO,hs92/250512,1,reason,2025-01-01,,,,TLP:GREEN\n"
        + "motir,KOR,hs92/250512,1,reason,2025-01-01,,2026-01-01,,TLP:GREEN\n"
        + "motir,KOR,hs92/250512,1,reason,2025-01-01,,2024-01-01,gone,TLP:GREEN\n"
        + "motir,KOR,250512,1,reason,2025-01-01,,,,TLP:GREEN\n"
        + "motir,KOR,hs92/250512,1,,2025-01-01,,,,TLP:GREEN\n"
        + "motir,KOR,hs92/250512,1,reason,soon,,,,TLP:GREEN\n"
        + "motir,KOR,hs92/250510,2,reason,2025-01-01,,,,TLP:GREEN\n")
    let reasons = try list.rejects("watchlist-items")
    #expect(reasons.count == 9)
    #expect(
      reasons.contains("3: neither the row nor the source card says how far it may travel"))
    #expect(reasons.contains("4: '4' is not a tier; the tiers are 1, 2, 3"))
    #expect(
      reasons.contains { $0.hasPrefix("5: 'KRO' is not a country or group of the store; did you") })
    #expect(reasons.contains("6: a removal needs its day and its reason"))
    #expect(
      reasons.contains("7: it is removed on 2024-01-01, not after it is listed, 2025-01-01"))
    #expect(reasons.contains { $0.hasPrefix("8: '250512' is not a product code") })
    #expect(reasons.contains("9: a reason is expected in field 5"))
    #expect(reasons.contains { $0.hasPrefix("10: 'soon' is not a date") })
    #expect(
      reasons.contains("11: this agency, importer, product and day stand in the file already"))
    #expect(try list.rows("supply", "watchlist").count == 1)
  }
}
