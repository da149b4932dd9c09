import Kernel
import Store
import TestSupport
import Testing
import Vocabulary

@Suite("The lens on closures of the alternatives")
struct ClosureLensTests {
  private let trade: TradeTower
  private let event: Event

  init() throws {
    trade = try TradeTower()
    event = try TradeTower.event("rare-earths-2025-04")
  }

  private func alternatives(_ pairs: (String, String)...) throws -> [Finding] {
    try pairs.map { product, supplier in
      Finding(
        "alternative_supplier", subject: try ProductCode(product).subject,
        object: Subject(kind: "country", identifier: supplier), value: 1, unit: "kUSD",
        asOf: try Day("2026-11-24"), statement: LocalizedText("it exports", korean: "수출한다"))
    }
  }

  private func read(_ pairs: (String, String)..., asOf: String = "2026-11-24") throws -> [Finding] {
    var findings: [Finding] = []
    for (product, supplier) in pairs { findings += try alternatives((product, supplier)) }
    return try trade.read("trade-closures", event, asOf: asOf, after: findings)
  }

  @Test("no measure on record is 0 and never clearance")
  func open() throws {
    try trade.importMeasures()
    let found = try #require(
      try read(("hs92/260112", "AUS")).first { $0.indicator == "alternative_closed" })
    #expect(found.value == 0)
    #expect(found.status == .known)
    #expect(found.statement.english.contains("which is not clearance"))
    let compared = try #require(found.evidence.first)
    #expect(compared.english.hasPrefix("measures on record that were compared: "))
    #expect(found.evidence.last?.english.hasPrefix("left out, since they name parties") == true)
    #expect(found.object == Subject(kind: "country", identifier: "AUS"))
    #expect(!found.sources.isEmpty)
  }

  @Test("a control that covers a part of the code cannot be told, with what is missing")
  func partly() throws {
    try trade.importMeasures()
    let found = try #require(
      try read(("hs92/280530", "CHN")).first { $0.indicator == "alternative_closed" })
    #expect(found.value == nil)
    #expect(found.missing.contains { $0.english.contains("which material it is") })
    #expect(
      found.missing.contains { $0.english.contains("what followed the end of the suspension") })
    #expect(found.missing.allSatisfy { $0.korean != nil })
    #expect(!found.evidence.isEmpty)
  }

  @Test("a control in force on the whole code closes it, and names the measure")
  func closed() throws {
    try trade.run([
      "import", "measures",
      trade.folder.write(
        "measures.yaml",
        """
        measures:
          - id: au-1
            announcement: "AU 1"
            title: {en: "Export ban on antimony", ko: "안티모니 수출금지"}
            kind: export_ban
            author: AUS
            authority: "the Minister"
            announced: 2026-01-01
            learned: 2026-01-01
            valid: {from: 2026-02-01}
            scope: {products: [{product: hs92/8110, coverage: whole}], origins: [AUS]}
            citation: "an order of 1 January 2026"
        """),
    ])
    func closure(_ supplier: String, _ asOf: String) throws -> Finding? {
      try read(("hs92/811000", supplier), asOf: asOf).first { $0.indicator == "alternative_closed" }
    }
    #expect(try closure("AUS", "2026-01-31")?.value == 0)
    let found = try #require(try closure("AUS", "2026-02-01"))
    #expect(found.value == 1)
    #expect(found.statement.english.contains("'Export ban on antimony' (AU 1)"))
    #expect(found.statement.korean?.contains("금지된다") == true)
    #expect(found.evidence.contains { $0.english.contains("an order of 1 January 2026") })
    #expect(try closure("CAN", "2026-02-01")?.value == 0)
  }

  @Test("without measures and lists nothing is told, and what to import is missing")
  func emptyStore() throws {
    let found = try read(("hs92/280530", "JPN"))
    #expect(found.map(\.indicator) == ["alternative_closed", "listed_parties"])
    #expect(found.allSatisfy { $0.value == nil && !$0.missing.isEmpty })
  }

  @Test("listed parties are counted by country from the lists, and no firm is said to be clear")
  func parties() throws {
    try trade.importISONames()
    try trade.run([
      "import", "ofac-sdn", project + "/config/reference/ofac_nonsdn_2024-05-06.xml.gz",
    ])
    let found = try read(("hs92/280530", "CHN"), ("hs92/280530", "CYP"), ("hs92/280530", "FJI"))
      .filter { $0.indicator == "listed_parties" }
    let counts = found.filter { $0.subject.kind == "country" }
    #expect(counts.map(\.subject.identifier) == ["CHN", "CYP", "FJI"])
    for finding in counts {
      let expected = try trade.tower.read { connection in
        try connection.first(
          """
          SELECT count(DISTINCT entry) FROM trade_list_country
          WHERE country = ? AND role IN ('address', 'nationality')
          """, [.text(finding.subject.identifier)])?[0].real
      }
      #expect(finding.value == expected)
    }
    #expect(counts[0].value ?? 0 > 50)
    #expect(counts[2].value == 0)
    #expect(counts[2].statement.english.hasSuffix("which is not clearance"))
    #expect(counts[0].evidence.contains { $0.english.contains("(ofac-nonsdn/") })
    let firms = found.filter { $0.subject.kind == "product" }
    #expect(firms.count == 1)
    #expect(firms.first?.missing.first?.english.contains("firms that supply") == true)
  }

  @Test("countries that the store did not know when the list came are counted all the same")
  func lateNames() throws {
    try trade.run([
      "import", "ofac-sdn", project + "/config/reference/ofac_nonsdn_2024-05-06.xml.gz",
    ])
    func count() throws -> Double? {
      try read(("hs92/280530", "CYM")).first { $0.subject.identifier == "CYM" }?.value
    }
    #expect(try count() == 0)
    try trade.importISONames()
    #expect(try count() ?? 0 > 0)
  }

  @Test("names of listed parties stay out where the lists may not travel")
  func marked() throws {
    let list = project + "/config/reference/ofac_nonsdn_2024-05-06.xml.gz"
    let card = trade.folder.write(
      "card.yaml",
      """
      dataset: ofac-sdn
      publisher: P
      title: T
      licence: L
      marking: TLP:AMBER
      parameters: {list: ofac-nonsdn}
      """)
    try trade.run(["import", "ofac-sdn", list, "--card", card])
    let found = try read(("hs92/280530", "CHN")).filter { $0.indicator == "listed_parties" }
    #expect(found.allSatisfy { $0.marking == Marking(.amber) })
    #expect(!found.contains { $0.evidence.contains { $0.english.contains("(ofac-nonsdn/") } })
  }
}
