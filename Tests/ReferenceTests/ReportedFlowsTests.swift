import FlowColumns
import Kernel
import Reference
import Store
import TestSupport
import Testing
import Vocabulary

@Suite("Reported flows in the store")
struct ReportedFlowsTests {
  private let tower: ReferenceTower

  init() throws {
    tower = try ReferenceTower()
    try tower.takePack("baci-countries", "baci_country_codes.csv")
  }

  private func take(_ name: String, _ rows: [ComtradeTestRow], _ options: String...) throws {
    let file = tower.folder.write(name, ComtradeTestRow.file(rows))
    try tower.run(["import", "comtrade", file] + options)
  }

  @Test("both sides of a flow are read with their direction, by product and heading")
  func reports() throws {
    try take(
      "a.csv",
      [
        ComtradeTestRow(),
        ComtradeTestRow(reporter: "156", flow: "X", partner: "410", value: "900"),
        ComtradeTestRow(reporter: "156", flow: "RX", partner: "410", value: "100"),
        ComtradeTestRow(product: "280540", netWeight: "0"), ComtradeTestRow(product: "281000"),
        ComtradeTestRow(period: "202305"), ComtradeTestRow(period: "2022", classification: "H5"),
      ])
    try tower.read { connection in
      #expect(
        try ReportedFlows.periods(edition: "hs22", connection)
          == [Period(year: 2023), Period(year: 2023, month: 5)])
      #expect(try ReportedFlows.years(edition: "hs22", connection) == [2023])
      #expect(try ReportedFlows.years(edition: "hs17", connection) == [2022])
      #expect(try ReportedFlows.years(edition: "hs92", connection) == [])
      let reports = try ReportedFlows.reports(
        of: ProductCode("hs22/280530"), in: Period(year: 2023), connection)
      #expect(reports.map(\.reporter) == ["CHN", "CHN", "KOR"])
      #expect(reports.map(\.direction) == [.exports, .reExports, .imports])
      #expect(reports.map(\.partner) == ["KOR", "KOR", "CHN"])
      #expect(reports.map(\.value) == [0.9, 0.1, 1])
      let heading = try ReportedFlows.reports(
        of: ProductCode("hs22/2805"), in: Period(year: 2023), connection)
      #expect(heading.map(\.product) == ["280530", "280530", "280530", "280540"])
      #expect(heading.map(\.netWeight) == [2, 2, 2, nil])
      let month = try ReportedFlows.reports(
        of: ProductCode("hs22/280530"), in: Period(year: 2023, month: 5), connection)
      #expect(month.count == 1)
    }
  }

  @Test("an extract replaces the products that it has, of its reporter, flow and period, alone")
  func replacement() throws {
    try take(
      "a.csv",
      [
        ComtradeTestRow(), ComtradeTestRow(partner: "392"), ComtradeTestRow(product: "280540"),
        ComtradeTestRow(flow: "X"), ComtradeTestRow(period: "2022"),
        ComtradeTestRow(partner: "0", value: "3000"),
      ])
    try take("b.csv", [ComtradeTestRow(value: "7000"), ComtradeTestRow(partner: "643")])
    let rows = try tower.rows(
      """
      SELECT period, product, flow, partner, value FROM reported_flow
      ORDER BY period, product, flow, partner
      """)
    #expect(
      rows.map { $0.compactMap { $0.text ?? $0.real.map { "\($0)" } }.joined(separator: " ") } == [
        "2022 280530 import CHN 1.0", "2023 280530 export CHN 1.0", "2023 280530 import CHN 7.0",
        "2023 280530 import RUS 1.0", "2023 280540 import CHN 1.0",
      ])
    #expect(try tower.rows("SELECT count(*) FROM reported_total") == [[.integer(1)]])
    #expect(
      try tower.rows("SELECT count(DISTINCT source_id) FROM reported_flow") == [[.integer(2)]])
  }

  @Test("a file that brings far fewer partners of a product stops; another product does not")
  func shrinking() throws {
    let partners = ["156", "392", "643", "842", "699"]
    try take("a.csv", partners.map { ComtradeTestRow(partner: $0) })
    try take("b.csv", [ComtradeTestRow(product: "280540")])
    let error = #expect(throws: TowerError.self) {
      try take("c.csv", [ComtradeTestRow(value: "2")])
    }
    #expect(
      error?.message.hasSuffix("part 'hs22/2023/KOR/import' would shrink from 5 to 1 rows") == true)
    let areas = #expect(throws: TowerError.self) {
      try take("d.csv", [ComtradeTestRow(partner: "899"), ComtradeTestRow(flow: "X")])
    }
    #expect(areas?.message.hasSuffix("would shrink from 5 to 0 rows") == true)
    #expect(try tower.rows("SELECT count(*) FROM reported_flow") == [[.integer(6)]])
    try take("c.csv", [ComtradeTestRow(value: "2")], "--allow-shrink")
    #expect(try tower.rows("SELECT count(*) FROM reported_flow") == [[.integer(2)]])
  }

  @Test("without countries nothing can be imported, and the import that brings them is named")
  func noCountries() throws {
    let empty = try ReferenceTower()
    let error = #expect(throws: TowerError.self) {
      try empty.take("comtrade", "a.csv", ComtradeTestRow.file([ComtradeTestRow()]))
    }
    #expect(error?.hints.first?.contains("tower import baci-countries FILE") == true)
  }
}
