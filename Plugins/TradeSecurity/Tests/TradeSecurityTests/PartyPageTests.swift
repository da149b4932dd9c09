import Kernel
import Store
import Testing

@Suite("The page of a listed party")
struct PartyPageTests {
  private let trade: TradeTower

  init() throws {
    trade = try TradeTower()
    try trade.run([
      "import", "ofac-sdn", project + "/config/reference/ofac_nonsdn_2024-05-06.xml.gz",
    ])
  }

  @Test("shows people's data for a purpose alone, and that is in the ledger before")
  func purpose() throws {
    let row = try #require(
      try trade.tower.read {
        try $0.first(
          """
          SELECT 'party:' || list || '/' || entry, coalesce(title, remarks) FROM trade_list_entry
          WHERE coalesce(title, remarks) <> '' ORDER BY list, entry
          """)
      })
    let party = try #require(row[0].text)
    let page = try trade.run(["show", party])
    #expect(!page.tables[0].rows.contains { $0[1] == row[1] })
    #expect(
      page.notes.contains { $0.hasPrefix("left out of trade_list_entry: title, gender, remarks; ") }
    )
    #expect(page.tables.contains { $0.title == "What restricts or lists it" })
    let open = try trade.run(["show", party, "--purpose", "an enquiry"])
    #expect(open.tables[0].rows.contains { $0[1] == row[1] })
    #expect(
      try trade.rows(["query", "SELECT body FROM tower_ledger WHERE kind = 'query'"])
        .map { $0["body"]?.text?.contains("an enquiry") } == [true])
  }
}
