import Kernel
import Store
import TestSupport
import Testing
import Vocabulary

@testable import Briefing

@Suite("The report of a brief")
struct ReportTests {
  @Test("the same store, clock and event give the same bytes, and nothing is written again")
  func repeatable() throws {
    let sample = try SampleTower()
    try sample.brief()
    let first = try ["brief.html", "brief.md", "brief.json"].map { try sample.text($0) }
    let entries = try sample.run("ledger", "list").tables[0].rows.count
    let again = try sample.brief()
    #expect(again.tables[0].rows.map { $0[1] } == [0, 0, 0])
    #expect(try ["brief.html", "brief.md", "brief.json"].map { try sample.text($0) } == first)
    #expect(try sample.run("ledger", "list").tables[0].rows.count == entries)
    let other = try SampleTower()
    try other.brief()
    #expect(try other.text("brief.html") == first[0])
  }

  @Test("the page takes nothing from outside and lets no text become structure")
  func selfContained() throws {
    let sample = try SampleTower()
    try sample.brief()
    let page = try sample.text("brief.html")
    for forbidden in ["<script", "src=\"http", "href=\"http", "@import", "url(http", "<cause>"] {
      #expect(!page.contains(forbidden), "\(forbidden)")
    }
    #expect(page.contains("A stop &amp; its &lt;cause&gt;"))
    #expect(page.contains("goods &lt;hs92/284690&gt;"))
    #expect(page.contains("Announcement &lt;1&gt; | &quot;quoted&quot;"))
    #expect(try sample.text("brief.md").contains("Announcement \\<1> \\| \"quoted\""))
  }

  @Test("every chart is drawn and has a table with the same numbers")
  func charts() throws {
    let sample = try SampleTower()
    try sample.brief()
    let page = try sample.text("brief.html")
    #expect(page.components(of: "<figure>") == 1)
    #expect(page.components(of: "data:image/svg+xml,") == 1)
    #expect(page.contains(">62.5 %</td>"))
    #expect(page.contains(">JPN</td>"))
  }

  @Test("a long label of a chart is broken into lines and never cut")
  func longLabels() {
    let label = "Compounds of rare earths other than cerium"
    #expect(ChartScript.lines(of: label) == ["Compounds of rare earths", "other than cerium"])
    #expect(ChartScript.lines(of: "Japan") == ["Japan"])
    for label in ["라오 인민 민주주의 공화국", "하나의낱말로된아주긴이름은줄을바꾸어적는다", "", " "] {
      let lines = ChartScript.lines(of: label)
      #expect(lines.allSatisfy { displayWidth($0) <= 24 })
      #expect(lines.joined().filter { $0 != " " } == label.filter { $0 != " " })
    }
    let script = ChartScript.script(
      [BarChart(title: "t", bars: [BarChart.Bar(label: label, value: 1, text: "1")], axisEnd: nil)],
      folder: ".")
    #expect(
      script.contains("sprintf(\"%s\\n%s\", 'Compounds of rare earths', 'other than cerium')"))
  }

  @Test("carries the strictest marking of its findings on every page")
  func marking() throws {
    let sample = try SampleTower()
    let result = try sample.brief()
    #expect(result.marking == Marking(.amber))
    #expect(try sample.text("brief.html").components(of: "TLP:AMBER</div>") == 2)
    #expect(try sample.text("brief.md").hasPrefix("**TLP:AMBER**"))
    #expect(try sample.text("brief.json").contains("\"marking\": \"TLP:AMBER\""))
  }

  @Test("names what cannot be told and what is missing")
  func gaps() throws {
    let sample = try SampleTower()
    try sample.brief()
    #expect(try sample.text("brief.md").contains("- **a stock**: cover after 2 shares"))
    #expect(try sample.text("brief.html").contains("<span class=\"badge open\">cannot tell</span>"))
  }

  @Test("is written in Korean when it is asked for")
  func korean() throws {
    let sample = try SampleTower()
    let result = try sample.brief(language: "ko")
    #expect(result.text?.contains("위기 단계: 경계") == true)
    let page = try sample.text("brief.html")
    #expect(page.contains("<html lang=\"ko\">"))
    #expect(page.contains("2개 비중 후 재고"))
    #expect(page.contains("물품 &lt;hs92/284690&gt;"))
  }

  @Test("keeps its findings by event and day, and records the export with the hash of each file")
  func kept() throws {
    let sample = try SampleTower()
    let result = try sample.brief()
    let rows = try sample.run("findings", "--run", "brief/test-event/2026-11-24").tables[0].rows
    #expect(rows.map { $0[2] }.first == "share")
    let entry = try #require(try sample.run("ledger", "list").tables[0].rows.last)
    #expect(entry[3] == "export")
    for file in result.tables[0].rows {
      #expect(entry[5].text?.contains(file[2].text ?? "?") == true)
    }
    #expect(try sample.run("ledger", "verify").tables[0].rows[0][0] == "intact")
  }

  @Test("a folder that cannot be written is an error that names it")
  func unwritable() throws {
    let sample = try SampleTower()
    let file = sample.folder.write("taken", "x")
    let error = #expect(throws: TowerError.self) {
      try sample.run("brief", sample.event(), "--out", file + "/out")
    }
    #expect(error?.message.contains("taken") == true)
  }
}

extension String {
  fileprivate func components(of part: String) -> Int {
    var count = 0
    var rest = self[...]
    while let range = rest.firstRange(of: part) {
      count += 1
      rest = rest[range.upperBound...]
    }
    return count
  }
}
