import Kernel
import Reference
import Store
import TestSupport
import Testing
import Vocabulary

@Suite("Converting flows between editions")
struct FlowConvertTests {
  private let tower: ReferenceTower

  init() throws {
    tower = try ReferenceTower()
    try tower.takePack("baci-countries", "baci_country_codes.csv")
    try tower.takePack("country-groups", "country_groups.csv")
  }

  private func table() throws {
    try tower.take(
      "hs-concordance", "a.csv",
      """
      HS6_6d,HS6_4d,HS6_2d,HS0_6d,HS0_4d,HS0_2d
      280530,2805,28,280530,2805,28
      280530,2805,28,280540,2805,28
      851001,8510,85,851000,8510,85
      851002,8510,85,851000,8510,85

      """)
  }

  private func flows(_ name: String, _ rows: String) throws {
    try tower.take("baci", "\(name).csv", "t,i,j,k,v,q\n" + rows, "--edition", name)
  }

  private func rows(_ result: CommandResult, _ table: Int = 0) -> [String] {
    result.tables[table].rows.map { row in
      row.map { value in
        value.text ?? value.integer.map { "\($0)" } ?? value.real.map { "\($0)" } ?? "-"
      }.joined(separator: " ")
    }
  }

  @Test("what meets is summed, what became two is divided, what has no counterpart is the residual")
  func worked() throws {
    try table()
    try tower.take("hs", "hs22.csv", "code,desc\n280530,Rare\n851001,One\n851002,Two\n990000,New\n")
    try flows(
      "hs92",
      """
      2023,156,410,280530,10,1
      2023,156,410,280540,5,
      2023,392,410,280530,4,2
      2023,156,410,851000,8,6
      2023,156,410,010120,3,1
      2023,410,156,280530,77,1

      """)
    try flows("hs22", "2022,156,392,851001,1,1\n2022,156,392,851002,3,1\n")
    let result = try tower.run(
      "flow", "convert", "--from", "hs92", "--to", "hs22", "--year", "2023", "--importer", "KOR")
    #expect(
      rows(result) == [
        "2023 KOR CHN hs22/280530 15.0 -", "2023 KOR JPN hs22/280530 4.0 2.0",
        "2023 KOR CHN hs22/851001 2.0 1.5", "2023 KOR CHN hs22/851002 6.0 4.5",
      ])
    #expect(
      rows(result, 1) == [
        "2023 hs92/010120 no counterpart in hs22 in the tables held 3.0 1.0 1",
        "- hs22/990000 nothing of hs92 maps to it - - -",
      ])
    #expect(
      result.notes[0]
        == "2023: the weights are shares in the world's trade by hs22 in 2022, the year held that is "
        + "nearest to 2023")
    #expect(result.notes[1].hasPrefix("2023: no counterpart in hs22: products with "))
    #expect(result.notes[1].contains("10 %"))
    #expect(result.notes.last == "nothing of hs92 maps to 1 of 4 products of hs22")
  }

  @Test("a group is one importer, and what its members sell each other is left out")
  func group() throws {
    try table()
    try flows(
      "hs92",
      """
      2023,156,276,280530,10,1
      2023,156,251,280530,5,1
      2023,276,251,280530,100,1

      """)
    let result = try tower.run(
      "flow", "convert", "--from", "hs92", "--to", "hs22", "--year", "2023", "--importer", "EU27")
    #expect(rows(result) == ["2023 EU27 CHN hs22/280530 15.0 2.0"])
  }

  @Test("years that are not held are named; none held cannot be told, nor without a table")
  func cannotTell() throws {
    try flows("hs92", "2023,156,276,280530,10,1\n")
    let words = ["flow", "convert", "--from", "hs92", "--to", "hs22", "--year"]
    let noTable = #expect(throws: TowerError.self) { try tower.run(words + ["2023"]) }
    #expect(noTable?.hints.last == "tower import hs-concordance FILE brings more")
    try table()
    let result = try tower.run(words + ["2022..2024"])
    #expect(result.notes.contains("the store holds no flows of hs92 for 2022, 2024"))
    let none = #expect(throws: TowerError.self) { try tower.run(words + ["2019..2020"]) }
    #expect(none?.message == "cannot tell: the store holds no flows of hs92 for 2019..2020")
    #expect(none?.status == .failed)
  }

  private static let published = "data/hs/hs6_hs0.csv.gz"

  @Test(
    "the bundled flows keep every dollar on the way to HS 2022 and back",
    .enabled(if: SharedData.has(published)))
  func full() throws {
    try tower.run("import", "hs-concordance", SharedData.path(FlowConvertTests.published))
    try tower.takePack("baci", "baci_hs92_raw_materials_2022_2024.csv.gz")
    let result = try tower.run(
      "flow", "convert", "--from", "hs92", "--to", "hs22", "--year", "2023")
    let recorded = try tower.read { connection in
      try TradeFlows.columns(edition: "hs92", year: 2023, connection).values.reduce(0, +)
    }
    let converted = result.tables[0].rows.reduce(0) { $0 + ($1[4].real ?? 0) }
    let residual = result.tables[1].rows.reduce(0) { $0 + ($1[3].real ?? 0) }
    #expect(abs(converted + residual - recorded) < 1e-9 * recorded)
    #expect(recorded > 1e8)
    // Divided and merged, the flows are more than before.
    #expect(result.tables[0].rows.count > 50_000)
  }
}
