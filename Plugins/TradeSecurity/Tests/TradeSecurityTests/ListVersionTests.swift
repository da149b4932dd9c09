import Kernel
import Store
import Tabular
import TestSupport
import Testing

@Suite("Versions of a list, and what changed between them")
struct ListVersionTests {
  private let trade: TradeTower

  init() throws {
    trade = try TradeTower()
  }

  private static let cases = "cases/screening/delta_ofac_sdn_2021-07_to_2024-05.csv.gz"

  private func changes(_ words: String...) throws -> Set<[String]> {
    Set(
      try trade.rows(["trade", "delta"] + words).compactMap { row in
        guard let entry = row["entity_id"]?.text, let change = row["change"]?.text else {
          return nil
        }
        return change == "changed" ? nil : [entry, change]
      })
  }

  private func expected() throws -> Set<[String]> {
    var reader = CSVReader(source: SharedData.chunks(Self.cases))
    var record = CSVRecord()
    var changes: Set<[String]> = []
    while try reader.next(into: &record) {
      changes.insert([record.text(0) ?? "", record.text(1) ?? ""])
    }
    return changes.subtracting([["entity_id", "change"]])
  }

  private func take(_ file: String, _ options: String...) throws {
    try trade.run(["import", "ofac-sdn", SharedData.path(file), "--allow-shrink"] + options)
  }

  @Test(
    "between two real versions, the older one imported second",
    .enabled(if: SharedData.has(cases), "needs ../shared/cases"))
  func realPair() throws {
    let expected = try expected()
    #expect(expected.count == 7_809)
    try take(PublishedList.sdn)
    try take(PublishedList.sdn2021)
    #expect(try changes("ofac-sdn", "--from", "2021-07", "--to", "2024-05-07") == expected)
    #expect(try changes("ofac-sdn", "--from", "2021-08-15") == expected)
    // The way back adds what was removed.
    let back = try changes("ofac-sdn", "--from", "2024", "--to", "2021-07")
    #expect(back.count { $0[1] == "added" } == expected.count { $0[1] == "removed" })
    let versions = try trade.rows(["trade", "lists", "ofac-sdn", "--versions"])
    #expect(versions.map { $0["version"] } == ["2024-05-07", "2021-07"])
    #expect(versions.map { $0["entries"]?.integer } == [14_966, 8_976])
    #expect(versions.first?["age"] == 931)
  }

  @Test("three versions give the same changes in whichever order they came")
  func orders() throws {
    let versions = [
      ("01/01/2024", [party(1, "A"), party(2, "B"), party(3, "C")]),
      ("02/01/2024", [party(1, "A"), party(2, "BB"), party(4, "D")]),
      ("03/01/2024", [party(1, "AA"), party(2, "B"), party(3, "C"), party(4, "D")]),
    ]
    let orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]
    for order in orders {
      let store = try ListVersionTests()
      for index in order {
        let file = store.list(versions[index].0, versions[index].1)
        try store.trade.run(["import", "ofac-sdn", file, "--allow-shrink"])
      }
      func delta(_ from: String, _ to: String) throws -> Set<[String]> {
        try store.changes("ofac-sdn", "--from", "2024-0\(from)-01", "--to", "2024-0\(to)-01")
      }
      #expect(try delta("1", "2") == [["2", "renamed"], ["3", "removed"], ["4", "added"]])
      #expect(
        try delta("2", "3") == [["1", "renamed"], ["2", "renamed"], ["3", "added"]], "\(order)")
      #expect(try delta("1", "3") == [["1", "renamed"], ["4", "added"]], "\(order)")
      #expect(try delta("3", "1") == [["1", "renamed"], ["4", "removed"]], "\(order)")
      #expect(try store.trade.rows(["trade", "lists"])[0]["version"] == "2024-03-01", "\(order)")
    }
  }

  private func list(_ day: String, _ parties: [String]) -> String {
    trade.folder.write(
      "sdn.xml",
      "<sdnList><publshInformation><Publish_Date>\(day)</Publish_Date>"
        + "<Record_Count>\(parties.count)</Record_Count></publshInformation>\n"
        + parties.joined(separator: "\n") + "</sdnList>")
  }

  private func party(_ number: Int, _ name: String, more: String = "") -> String {
    "<sdnEntry><uid>\(number)</uid><lastName>\(name)</lastName><sdnType>Entity</sdnType>"
      + "\(more)</sdnEntry>"
  }

  @Test("a change that is no rename says which parts differ, and only changed entries are kept")
  func changedOtherwise() throws {
    let same = (10...40).map { party($0, "BODY \($0)") }
    let first = list(
      "01/01/2024", same + [party(1, "Old Name"), party(2, "Same, Name"), party(3, "Gone")])
    try trade.run(["import", "ofac-sdn", first])
    let programmes = "<programList><program>X</program></programList>"
    let second = list(
      "02/01/2024",
      same + [party(1, "NEW NAME"), party(2, "NAME SAME", more: programmes), party(4, "Come")])
    try trade.run(["import", "ofac-sdn", second])
    let rows = try trade.rows(["trade", "delta", "ofac-sdn", "--from", "2024-01-01"])
    #expect(rows.map { $0["entity_id"] } == ["4", "3", "1", "2"])
    #expect(rows.map { $0["change"] } == ["added", "removed", "renamed", "changed"])
    #expect(rows[2]["name_before"] == "Old Name")
    #expect(rows[3]["what"] == "names, programmes")
    let kept = try trade.tower.read { try $0.first("SELECT count(*) FROM trade_list_past")?[0] }
    #expect(kept == 4)
    let digests = try trade.tower.read {
      try $0.first("SELECT count(*) FROM trade_list_entry WHERE content_digest = ''")?[0]
    }
    #expect(digests == 0)
    // Nothing else is left behind of a replaced entry.
    let names = try trade.tower.read {
      try $0.first("SELECT count(*) FROM trade_list_name WHERE name LIKE '%gone%'")?[0]
    }
    #expect(names == 0)
  }

  @Test("a file that is kept as an earlier version already changes nothing")
  func keptAlready() throws {
    let first = [party(1, "A"), party(2, "B")]
    try trade.run(["import", "ofac-sdn", list("01/01/2024", first)])
    try trade.run(["import", "ofac-sdn", list("02/01/2024", first + [party(3, "C")])])
    let before = try trade.rows(["trade", "lists", "--versions"])
    let again = try trade.run(["import", "ofac-sdn", list("01/01/2024", first)])
    #expect(again.notes.contains { $0.contains("ofac-sdn of 2024-01-01 is kept already") })
    #expect(try trade.rows(["trade", "lists", "--versions"]) == before)
    #expect(try changes("ofac-sdn", "--from", "2024-01-01") == [["3", "added"]])
  }

  @Test("lists of a store made before versions were kept are versions now, with all their rows")
  func olderStore() throws {
    let folder = ScratchFolder()
    let store = Store(path: folder.file("old.db"))
    let older = trade.tower.histories.map { history in
      MigrationHistory(
        module: history.module,
        migrations: history.migrations.filter { history.module != "trade" || $0.number <= 3 })
    }
    try store.prepare(older, at: "2026-11-24T00:00:00Z")
    try store.write { connection in
      try connection.executeScript(
        """
        INSERT INTO tower_source VALUES ('ofac-sdn/1', 'ofac-sdn', 'p', 't', 'l', '2024-05-07',
          '2024-05-07', NULL, '', 'TLP:CLEAR', 'sdn.xml', 'x', '{}', 1, 0, '2024-05-08');
        INSERT INTO trade_list_entry VALUES
          ('ofac-sdn', '7', 'person', '["X"]', NULL, 'R', NULL, 'ofac-sdn/1');
        INSERT INTO trade_list_name VALUES
          ('ofac-sdn', '7', 0, 'A B', 'primary', 'Latn', 'ofac-sdn/1');
        INSERT INTO trade_list_token VALUES ('a', 'ofac-sdn', '7', 0), ('b', 'ofac-sdn', '7', 0);
        INSERT INTO trade_list_date VALUES
          ('ofac-sdn', '7', 0, 'birth', '1960', '1960-01-01', '1960-12-31', 0, 'ofac-sdn/1');
        """)
    }
    try store.prepare(trade.tower.histories, at: "2026-11-24T00:00:00Z")
    func rows(_ sql: String) throws -> [[Value]] { try store.read { try $0.rows(sql) } }
    #expect(
      try rows("SELECT list, version, entries, base FROM trade_list_version")
        == [["ofac-sdn", "2024-05-07", 1, .null]])
    #expect(try rows("SELECT name, kind FROM trade_list_name") == [["A B", "primary"]])
    #expect(try rows("SELECT earliest FROM trade_list_date") == [["1960-01-01"]])
    #expect(try rows("PRAGMA foreign_key_check") == [])
  }

  @Test("a version that is not kept is answered with those that are")
  func unknownVersion() throws {
    try trade.run(["import", "ofac-sdn", list("01/01/2024", [party(1, "A")])])
    let error = #expect(throws: TowerError.self) {
      try changes("ofac-sdn", "--from", "2023-01-01")
    }
    #expect(error?.hints == ["kept: 2024-01-01"])
    let list = #expect(throws: TowerError.self) { try changes("eu-fsf", "--from", "2023") }
    #expect(list?.hints == ["imported: ofac-sdn"])
  }

  @Test("a list that shrank is refused with what would be lost and what stays in force")
  func refusal() throws {
    let parties = (1...40).map { party($0, "BODY \($0)") }
    try trade.run(["import", "ofac-sdn", list("01/01/2024", parties)])
    let error = #expect(throws: TowerError.self) {
      try trade.run(["import", "ofac-sdn", list("02/01/2024", Array(parties.prefix(20)))])
    }
    #expect(error?.hints.first?.contains("would lose 20 entries and gain 0") == true)
    #expect(error?.hints.first?.contains("BODY 21 (ofac-sdn/21)") == true)
    #expect(
      error?.hints.contains { $0.contains("2024-01-01 with 40 entries stays in force") } == true)
    let layout = #expect(throws: TowerError.self) {
      try trade.run([
        "import", "ofac-sdn", list("02/01/2024", [party(1, "A", more: "<colour/>")]),
      ])
    }
    #expect(layout?.message.contains("'colour'") == true)
    #expect(layout?.hints.last?.contains("2024-01-01 with 40 entries stays in force") == true)
    #expect(try trade.rows(["trade", "lists"])[0]["version"] == "2024-01-01")
  }
}
