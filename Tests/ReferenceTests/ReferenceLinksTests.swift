import Kernel
import Store
import TestSupport
import Testing

@Suite("The links of the reference data")
struct ReferenceLinksTests {
  private let tower: ReferenceTower

  init() throws {
    tower = try ReferenceTower()
    try tower.takePack("baci-countries", "baci_country_codes.csv")
    try tower.takePack("hs", "hs92_products.csv.gz")
    var lines = ["t,i,j,k,v,q"]
    for year in [2020, 2022] {
      for exporter in [156, 410, 842] {
        for importer in [156, 410, 842] where importer != exporter {
          lines.append("\(year),\(exporter),\(importer),280530,\(year - 2000 + exporter).5,1")
          if year == 2022 { lines.append("\(year),\(exporter),\(importer),850511,1,1") }
        }
      }
    }
    let text = lines.joined(separator: "\n") + "\n"
    try tower.run("import", "baci", tower.folder.write("hs92.csv", text))
  }

  private func ask(_ sql: String) throws -> [[Value]] {
    try tower.run("query", sql).tables[0].rows
  }

  @Test("exports are the flows summed over importers, whatever end is asked for")
  func exports() throws {
    for condition in [
      "1", "source = 'country:CHN'", "target = 'product:hs92/280530'", "target = 'product:hs92/28'",
      "source = 'country:KOR' AND target = 'product:hs92/850511'", "source = 'country:XXX'",
      "source = 'country:CHN' OR target = 'product:hs92/850511'",
    ] {
      let links = try ask(
        """
        SELECT source, target, valid_from, weight, unit FROM links
        WHERE relation = 'exports' AND (\(condition)) ORDER BY 1, 2, 3
        """)
      let sums = try ask(
        """
        SELECT * FROM (SELECT 'country:' || exporter AS source, 'product:' || product AS target,
          year || '-01-01', sum(value), 'kUSD' FROM flows GROUP BY 1, 2, 3)
        WHERE \(condition) ORDER BY 1, 2, 3
        """)
      #expect(links == sums, "\(condition)")
    }
  }

  @Test("a year of exports stands until the next year that is held")
  func dates() throws {
    let rows = try ask(
      """
      SELECT valid_from, valid_to FROM links
      WHERE source = 'country:CHN' AND target = 'product:hs92/280530' ORDER BY 1
      """)
    #expect(rows == [["2020-01-01", "2022-01-01"], ["2022-01-01", .null]])
    func weight(_ day: String) throws -> [Value] {
      try tower.run("path", "country:CHN", "product:hs92/280530", "--as-of", day).tables[0].rows
        .map { $0[7] }
    }
    #expect(try weight("2019-12-31").isEmpty)
    #expect(try weight("2021-12-31") == [.real(353)])
    #expect(try weight("2022-01-01") == [.real(357)])
  }

  @Test("a product is part of its heading, and the heading of its chapter, from either end")
  func parts() throws {
    func targets(_ code: String) throws -> [[Value]] {
      try ask(
        "SELECT target FROM links WHERE relation = 'part_of' AND source = 'product:hs92/\(code)'")
    }
    #expect(try targets("280530") == [["product:hs92/2805"]])
    #expect(try targets("2805") == [["product:hs92/28"]])
    #expect(try targets("28").isEmpty)
    #expect(try targets("777777").isEmpty)
    let all = try ask("SELECT source, target FROM links WHERE relation = 'part_of' ORDER BY 1")
    let heading = "product:hs92/2805"
    #expect(
      try ask(
        "SELECT source, target FROM links WHERE relation = 'part_of' AND target = '\(heading)' "
          + "ORDER BY 1") == all.filter { $0[1] == .text(heading) })
    #expect(all.count > 5000)
  }

  @Test("a product is found by its digits and by its title, in any case")
  func names() throws {
    func subject(_ text: String) throws -> Value {
      try tower.run("show", text).tables[0].rows[0][1]
    }
    #expect(try subject("280530") == "product:hs92/280530")
    #expect(try subject("HS92/280530") == "product:hs92/280530")
    #expect(try subject("antimony ORES and concentrates") == "product:hs92/261710")
    #expect(try subject("kor") == "country:KOR")
  }
}
