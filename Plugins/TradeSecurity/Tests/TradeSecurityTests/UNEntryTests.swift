import Kernel
import Store
import TestSupport
import Testing

@Suite("An entry of the United Nations' list")
struct UNEntryTests {
  private let trade: TradeTower

  init() throws {
    trade = try TradeTower()
  }

  private func take(_ individual: String) throws {
    let file = trade.folder.write(
      "un.xml",
      """
      <CONSOLIDATED_LIST dateGenerated="2026-02-27T00:00:09.554Z"><INDIVIDUALS><INDIVIDUAL>
      <DATAID>7</DATAID><REFERENCE_NUMBER>QDi.9</REFERENCE_NUMBER><FIRST_NAME>A</FIRST_NAME>
      <SECOND_NAME>B</SECOND_NAME>\(individual)</INDIVIDUAL></INDIVIDUALS><ENTITIES/>
      </CONSOLIDATED_LIST>
      """)
    try trade.run(["import", "un-consolidated", file])
  }

  private func column(_ sql: String) throws -> [String?] {
    try trade.tower.read { try $0.rows(sql).map { $0[0].text } }
  }

  @Test(
    "an alias of several names, or of one in two scripts, gives each name",
    arguments: [
      ("Azim Adhajani; Azim Agha-Jani", ["Azim Adhajani", "Azim Agha-Jani"]),
      ("أبو شيماء (Abu-Shaima; Abu- Shayma)", ["أبو شيماء", "Abu-Shaima", "Abu- Shayma"]),
      ("Abubakar (original script: Абубакар)", ["Abubakar", "Абубакар"]),
      ("Akhter son of Noor (اختر محمد ),", ["Akhter son of Noor", "اختر محمد"]),
      ("Al-Qaida in Yemen (AQY)", ["Al-Qaida in Yemen (AQY)"]),
      ("Leader (Hong Kong) Limited", ["Leader (Hong Kong) Limited"]),
      ("華信船務(香港)有限公司", ["華信船務(香港)有限公司"]),
      (
        "HTS (HTS) (هيئة تحرير الشام (original script); Hay’at Tahrir)",
        ["HTS (HTS)", "هيئة تحرير الشام", "Hay’at Tahrir"]
      ),
      (") Abdelrahman", [") Abdelrahman"]), ("((", []), ("", []),
    ])
  func aliases(printed: String, names: [String]) throws {
    try take(
      """
      <INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>\(printed)</ALIAS_NAME>
      </INDIVIDUAL_ALIAS>
      """)
    #expect(
      try column("SELECT name FROM trade_list_name WHERE kind = 'weak_alias' ORDER BY position")
        == names)
    #expect(try column("SELECT name FROM trade_list_name WHERE kind = 'primary'") == ["A B"])
  }

  @Test(
    "a birth date keeps its text and has the days that it can mean",
    arguments: [
      ("<TYPE_OF_DATE>EXACT</TYPE_OF_DATE><DATE>1957-02-17</DATE>", "1957-02-17", "1957-02-17", 0),
      ("<TYPE_OF_DATE>EXACT</TYPE_OF_DATE><YEAR>1971</YEAR>", "1971-01-01", "1971-12-31", 0),
      (
        "<TYPE_OF_DATE>APPROXIMATELY</TYPE_OF_DATE><YEAR>1960</YEAR>", "1960-01-01", "1960-12-31",
        1
      ),
      (
        "<TYPE_OF_DATE>BETWEEN</TYPE_OF_DATE><FROM_YEAR>1963</FROM_YEAR><TO_YEAR>1968</TO_YEAR>",
        "1963-01-01", "1968-12-31", 0
      ),
      ("<NOTE>early sixties</NOTE>", nil, nil, 0),
    ] as [(String, String?, String?, Int64)])
  func births(fields: String, earliest: String?, latest: String?, approximate: Int64) throws {
    try take("<INDIVIDUAL_DATE_OF_BIRTH>\(fields)</INDIVIDUAL_DATE_OF_BIRTH>")
    #expect(try column("SELECT earliest FROM trade_list_date") == [earliest])
    #expect(try column("SELECT latest FROM trade_list_date") == [latest])
    let flags = try trade.tower.read { try $0.rows("SELECT is_approximate FROM trade_list_date") }
    #expect(flags == [[.integer(approximate)]])
  }
}
