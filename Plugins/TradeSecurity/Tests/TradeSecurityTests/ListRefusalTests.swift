import Kernel
import Store
import TestSupport
import Testing

@Suite("A list that is not as it should be")
struct ListRefusalTests {
  private let trade: TradeTower

  init() throws {
    trade = try TradeTower()
  }

  /// A list of the Treasury with 40 parties, each on ten lines of the file from line 6 on.
  private static let parties = (1...40).map { number in
    """
      <sdnEntry>
        <uid>\(number)</uid>
        <lastName>BODY NUMBER \(number)</lastName>
        <sdnType>Entity</sdnType>
        <programList>
          <program>TEST</program>
        </programList>
        <addressList>
        </addressList>
      </sdnEntry>

    """
  }

  private static func list(_ parties: [String] = parties, count: Int? = nil) -> String {
    """
    <?xml version="1.0" standalone="yes"?>
    <sdnList xmlns="http://tempuri.org/sdnList.xsd"><publshInformation>
        <Publish_Date>05/07/2024</Publish_Date>
        <Record_Count>\(count ?? parties.count)</Record_Count>
      </publshInformation>

    """ + parties.joined() + "</sdnList>\n"
  }

  private func take(_ text: String) throws -> [Value] {
    try trade.run(["import", "ofac-sdn", trade.folder.write("sdn.xml", text)]).tables[0].rows[0]
  }

  private func refusal(_ text: String) -> String? {
    #expect(throws: TowerError.self) { try take(text) }?.description
  }

  @Test("the list of these tests is taken whole, and knows the day of its publication")
  func baseline() throws {
    let report = try take(Self.list())
    #expect(report[3] == .integer(40))
    #expect(report[4] == .integer(0))
    let day = try trade.tower.read { try $0.first("SELECT max(as_of) FROM tower_source")?[0] }
    #expect(day == .text("2024-05-07"))
  }

  @Test(
    "an entry without a name, of an unknown kind, or there twice, is kept as refused with its line",
    arguments: [
      ("<lastName>BODY NUMBER 30</lastName>", "", "lastName is missing"),
      ("<uid>30</uid>", "<uid> </uid>", "uid is missing"),
      ("<uid>30</uid>", "<uid>29</uid>", "the entry '29' stands in the list already"),
      (
        "BODY NUMBER 30</lastName>\n    <sdnType>Entity",
        "BODY NUMBER 30</lastName>\n    <sdnType>Firm",
        "sdnType is 'Firm', not one of Aircraft, Entity, Individual, Vessel"
      ),
    ])
  func rejects(old: String, new: String, reason: String) throws {
    let report = try take(Self.list().replacing(old, with: new))
    #expect(report[3] == .integer(39))
    #expect(report[4] == .integer(1))
    let row = try trade.tower.read {
      try $0.first("SELECT line, reason FROM tower_source_reject")
    }
    #expect(row?[1] == .text(reason))
    #expect(row?[0] == .integer(6 + 29 * 10))
  }

  @Test("another layout is refused at the line of the first difference, with the nearest name")
  func layouts() {
    let renamed = Self.list().replacing(
      "<uid>12</uid>", with: "<uid>12</uid>\n    <lastNames>X</lastNames>")
    let description = refusal(renamed)
    #expect(description?.contains("sdn.xml:118: 'sdnEntry' has an element 'lastNames'") == true)
    #expect(description?.contains("expected: lastName") == true)
    #expect(refusal("<Sanctions><sdnEntry/></Sanctions>")?.contains("'Sanctions'") == true)
    #expect(refusal(Self.list().replacing("sdnList", with: "sdnLists")) != nil)
    #expect(refusal("<sdnEntry/>")?.contains("'sdnEntry'") == true)
  }

  @Test("the line of a refused entry is right however far down it stands")
  func farDown() throws {
    let many = (1...7_000).map {
      "<sdnEntry>\n<uid>\($0)</uid>\n<lastName>BODY \($0)</lastName>\n\n"
        + "<!-- a\nremark -->\n\n\n<sdnType>Entity</sdnType>\n</sdnEntry>\n"
    }
    let list = Self.list(many).replacing("<lastName>BODY 6900</lastName>", with: "")
    #expect(try take(list)[4] == .integer(1))
    let line = try trade.tower.read { try $0.first("SELECT line FROM tower_source_reject")?[0] }
    #expect(line == .integer(6 + 6_899 * 10))
  }

  @Test("a file that is cut off, is not XML, is empty or has fewer entries than it says is refused")
  func damage() {
    let whole = Self.list()
    #expect(refusal(String(whole.prefix(whole.count / 2)))?.contains("sdn.xml:") == true)
    #expect(refusal("not XML at all") != nil)
    #expect(refusal("") != nil)
    #expect(
      refusal(Self.list(count: 41))?.contains("says that it has 41 entries and has 40") == true)
    #expect(
      refusal(whole.replacing("05/07/2024", with: "2024-05-07"))?.contains("MM/DD/YYYY") == true)
  }

  @Test("a document type declaration is refused, so that no entity expands and no file is read")
  func declarations() {
    let bomb = """
      <!DOCTYPE sdnList [<!ENTITY a "\(String(repeating: "x", count: 1000))">
      <!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/hostname">]>
      """
    let head = "<?xml version=\"1.0\" standalone=\"yes\"?>"
    let text = Self.list().replacing(head, with: head + "\n" + bomb)
    #expect(refusal(text)?.contains("document type declaration") == true)
    #expect(
      refusal(text.replacing("BODY NUMBER 3<", with: "&b;&c;<"))?
        .contains("document type declaration") == true)
    #expect(refusal(Self.list().replacing("BODY NUMBER 3<", with: "&b;<")) != nil)
  }

  @Test("an entry without measure, or one that nests without end, is refused")
  func limits() {
    let long = String(repeating: "LONG ", count: 1 << 20)
    #expect(
      refusal(Self.list().replacing("BODY NUMBER 3<", with: long + "<"))?.contains("larger") == true
    )
    let deep =
      String(repeating: "<program>", count: 100) + String(repeating: "</program>", count: 100)
    #expect(
      refusal(Self.list().replacing("<program>TEST</program>", with: deep))?.contains("nests")
        == true)
  }

  @Test("whatever bytes a file has, the import ends with a report or an error and nothing between")
  func fuzz() throws {
    var generator = SeededGenerator(seed: 11)
    let whole = Array(Self.list().utf8)
    for _ in 0..<150 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        let position = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0...2, using: &generator) {
        case 0: bytes[position] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes.remove(at: position)
        default: bytes.insert(UInt8(ascii: "<"), at: position)
        }
      }
      let file = trade.folder.write("sdn-fuzz.xml", bytes)
      let before = try entries()
      do {
        try trade.run(["import", "ofac-sdn", file])
        #expect(try entries() >= 36)
      } catch is TowerError {
        #expect(try entries() == before)
      }
    }
  }

  private func entries() throws -> Int64 {
    try trade.tower.read {
      try $0.first("SELECT count(*) FROM trade_list_entry")?[0].integer ?? 0
    }
  }

  @Test("a list whose file name does not say which it is asks for --list")
  func unnamed() throws {
    let file = trade.folder.write("treasury.xml", Self.list())
    let error = #expect(throws: TowerError.self) { try trade.run(["import", "ofac-sdn", file]) }
    #expect(error?.hints.first == "add --list, one of ofac-sdn, ofac-nonsdn")
    try trade.run(["import", "ofac-sdn", file, "--list", "ofac-nonsdn"])
    #expect(
      try trade.tower.read {
        try $0.first("SELECT count(*) FROM trade_list_entry WHERE list = 'ofac-nonsdn'")?[0]
      } == .integer(40))
  }
}
