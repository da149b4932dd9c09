import Kernel
import Reference
import Store
import TestSupport
import Testing
import Vocabulary

@Suite("Converting product codes between editions")
struct ProductConvertTests {
  private let tower: ReferenceTower

  // 851000 of 1992 became two codes, 280530 stayed, 851020 and 851030 merged, 010120 ended.
  init() throws {
    tower = try ReferenceTower()
    try tower.takePack("baci-countries", "baci_country_codes.csv")
    try tower.take(
      "hs-concordance", "a.csv",
      """
      HS6_6d,HS6_4d,HS6_2d,HS0_6d,HS0_4d,HS0_2d
      280530,2805,28,280530,2805,28
      851001,8510,85,851000,8510,85
      851002,8510,85,851000,8510,85
      851025,8510,85,851020,8510,85

      """)
  }

  private func flows(_ edition: String, _ rows: String) throws {
    try tower.take("baci", "\(edition).csv", "t,i,j,k,v,q\n" + rows, "--edition", edition)
  }

  private func texts(_ result: CommandResult, _ table: Int = 0) -> [String] {
    result.tables[table].rows.map { row in
      row.dropLast(table == 0 ? 1 : 0).map { value in
        value.text ?? value.real.map { "\($0)" } ?? "-"
      }.joined(separator: " ")
    }
  }

  @Test("a heading has a row for each code and counterpart, equal weights where no flows are held")
  func heading() throws {
    let result = try tower.run("product", "convert", "hs92/8510", "--to", "hs22")
    #expect(
      texts(result) == [
        "hs92/851000 hs22/851001 1:n 0.5 equal -", "hs92/851000 hs22/851002 1:n 0.5 equal -",
        "hs92/851020 hs22/851025 1:1 1.0 only -",
      ])
    #expect(
      result.notes == ["the weights are equal: the store holds no flows of hs22 to weigh by"])
    #expect(result.sources.count == 1)
  }

  @Test("weights are shares in trade where flows of the new edition are held; the year is said")
  func trade() throws {
    try flows(
      "hs22",
      """
      2021,156,410,851001,30,1
      2021,156,392,851001,30,1
      2021,156,410,851002,20,1
      2023,156,410,851001,1,1
      2023,156,410,851002,3,1

      """)
    let code = ["product", "convert", "hs92/851000", "--to", "hs22"]
    let latest = try tower.run(code)
    #expect(latest.tables[0].rows.map { $0[3].real } == [0.25, 0.75])
    #expect(
      latest.notes == [
        "the weights are shares in the world's trade by hs22 in 2023, the latest year held"
      ])
    #expect(latest.sources.count == 2)
    let early = try tower.run(code + ["--year", "1998", "--weights", "trade"])
    #expect(early.tables[0].rows.map { $0[3].real } == [0.75, 0.25])
    #expect(early.notes[0].hasSuffix("by hs22 in 2021, the year held that is nearest to 1998"))
    let equal = try tower.run(code + ["--weights", "equal"])
    #expect(equal.tables[0].rows.map { $0[3].real } == [0.5, 0.5])
    #expect(equal.notes == ["the weights are equal, as asked for"])
  }

  @Test("a counterpart whose trade is not recorded is no share of zero, and that is said")
  func unrecorded() throws {
    try flows("hs22", "2023,156,410,851001,30,1\n")
    let result = try tower.run("product", "convert", "hs92/851000", "--to", "hs22")
    #expect(result.tables[0].rows.map { $0[3].real } == [0.5, 0.5])
    #expect(result.tables[0].rows.map { $0[4].text } == ["equal", "equal"])
    #expect(result.notes.last?.contains("1 of 1 codes that are divided (851000)") == true)
  }

  @Test("a list keeps its sum: codes without counterpart have a row, and stand in the residual")
  func list() throws {
    try tower.take("hs", "hs22.csv", "code,desc\n851001,One\n851002,Two\n990000,New\n")
    let file = tower.folder.write(
      "list.csv", "code,value\n851000,100\n10120,7.5\nhs92/280530,\n")
    let result = try tower.run(
      "product", "convert", "--input", file, "--from", "hs92", "--to", "hs22")
    #expect(
      texts(result) == [
        "hs92/851000 hs22/851001 1:n 0.5 equal 50.0", "hs92/851000 hs22/851002 1:n 0.5 equal 50.0",
        "hs92/010120 - none - - 7.5", "hs92/280530 hs22/280530 1:1 1.0 only -",
      ])
    #expect(
      texts(result, 1) == [
        "hs92/010120 7.5 no counterpart in hs22 in the tables held",
        "hs22/990000 - nothing of hs92 maps to it",
      ])
    #expect(result.notes[1].contains("no counterpart in hs22: 1 of 3 codes (010120)"))
    #expect(result.notes[1].hasSuffix("they hold 7.5 of 107.5 (7 %)"))
    #expect(result.notes[2] == "nothing of hs92 maps to 1 of 3 products of hs22")
  }

  @Test("what nothing maps to cannot be told without the products of the new edition")
  func unheldProducts() throws {
    let file = tower.folder.write("list.csv", "code\nhs92/280530\n")
    let result = try tower.run("product", "convert", "--input", file, "--to", "hs22")
    #expect(result.notes.last?.hasPrefix("cannot tell which codes of hs22 nothing maps to") == true)
    #expect(result.tables[1].rows.isEmpty)
  }

  @Test("a code that is no product of its edition is told apart from one without counterpart")
  func noProduct() throws {
    try tower.take("hs", "hs92.csv", "code,desc\n010120,Asses\n")
    let ended = try tower.run("product", "convert", "hs92/010120", "--to", "hs22")
    #expect(ended.tables[0].rows[0][6].text == "no counterpart in hs22 in the tables held")
    let never = try tower.run("product", "convert", "hs92/010199", "--to", "hs22")
    #expect(never.tables[0].rows[0][6].text == "not a product of hs92 that is held")
    let heading = try tower.run("product", "convert", "hs92/0101", "--to", "hs22")
    #expect(heading.tables[0].rows.map { $0[0].text } == ["hs92/010120"])
    let nothing = try tower.run("product", "convert", "hs92/7777", "--to", "hs22")
    #expect(texts(nothing) == ["hs92/7777 - none - - -"], "not a silent answer without rows")
    let empty = tower.folder.write("empty.csv", "code,value\n")
    let error = #expect(throws: TowerError.self) {
      try tower.run("product", "convert", "--input", empty, "--to", "hs22")
    }
    #expect(error?.message == "\(empty) holds no code")
  }

  @Test(
    "both directions are read from one table, and over an edition in between where none is held")
  func directions() throws {
    let back = try tower.run("product", "convert", "hs22/851002", "--to", "hs92")
    #expect(texts(back) == ["hs22/851002 hs92/851000 n:1 1.0 only -"])
    try tower.take(
      "hs-concordance", "b.csv",
      """
      HS5_6d,HS5_4d,HS5_2d,HS0_6d,HS0_4d,HS0_2d
      851008,8510,85,851000,8510,85
      851009,8510,85,851000,8510,85

      """)
    let around = try tower.run("product", "convert", "hs17/8510", "--to", "hs22")
    #expect(around.tables[0].rows.count == 4)
    #expect(around.tables[0].rows.allSatisfy { $0[2].text == "n:m" && $0[3].real == 0.5 })
    #expect(around.notes[0] == "no table between hs17 and hs22 is held: the codes go over hs92")
    #expect(
      around.notes.last
        == "in families of n:m, in which no part can be told apart: 2 codes of hs17 (851008, 851009)"
    )
  }

  @Test("cannot tell when no table leads there, and names the import that brings one")
  func cannotTell() throws {
    let error = #expect(throws: TowerError.self) {
      try tower.run("product", "convert", "hs92/280530", "--to", "hs02")
    }
    #expect(error?.status == .failed)
    #expect(error?.message == "cannot tell: no concordance leads from hs92 to hs02")
    #expect(
      error?.hints == ["tables held: hs22-hs92", "tower import hs-concordance FILE brings more"])
    let weights = #expect(throws: TowerError.self) {
      try tower.run("product", "convert", "hs92/280530", "--to", "hs22", "--weights", "trade")
    }
    #expect(weights?.message.hasPrefix("cannot tell: weights by trade need flows") == true)
    #expect(weights?.hints.first?.contains("tower import baci FILE --edition hs22") == true)
  }

  @Test("a wrong line is refused, and so is a wrong list, with every line at fault")
  func usage() throws {
    for words in [
      ["hs92/280530", "--to", "hs92"], ["hs92/28053010", "--to", "hs22"], ["--to", "hs22"],
      ["hs92/280530", "--to", "hs22", "--from", "hs92"],
      ["hs92/280530", "--to", "hs22", "--weights", "equal", "--year", "2023"],
    ] {
      let error = #expect(throws: TowerError.self, "\(words)") {
        try tower.run(["product", "convert"] + words)
      }
      #expect(error?.status == .usage, "\(words)")
    }
    let list = tower.folder.write(
      "list.csv",
      "code,value\nhs92/280530,1\n280540,x\nhs93/1,1\nhs92/2805,1\nhs92/280530,2\n1,2,3\n")
    let error = #expect(throws: TowerError.self) {
      try tower.run("product", "convert", "--input", list, "--to", "hs22", "--from", "hs92")
    }
    #expect(
      ([error?.message ?? ""] + (error?.hints ?? [])).map { $0.dropFirst(list.count) } == [
        ":3: 'x' is not a number",
        ":4: 'hs93' is not an edition of the Harmonized System; the "
          + "editions are hs92, hs96, hs02, hs07, hs12, hs17, hs22; did you mean hs92?",
        ":5: 'hs92/2805' is not a code of six digits",
        ":6: hs92/280530 stands on line 2 already", ":7: 2 fields are expected",
      ])
    let bare = tower.folder.write("bare.csv", "code\n280540\n")
    let unsaid = #expect(throws: TowerError.self) {
      try tower.run("product", "convert", "--input", bare, "--to", "hs22")
    }
    #expect(unsaid?.message.contains("write hs92/280540, or add --from") == true)
  }

  @Test("the function gives the same rows for a code, a heading and a whole edition")
  func function() throws {
    let rows = try tower.run(
      "query", "SELECT * FROM concordance('hs92', 'hs22') ORDER BY from_product, to_product")
    #expect(rows.tables[0].rows.count == 4)
    let one = try tower.run(
      "query",
      "SELECT to_product, weight FROM (SELECT 'hs92/851000' AS p) JOIN concordance(p, 'hs22')")
    #expect(
      one.tables[0].rows == [
        [.text("hs22/851001"), .real(0.5)], [.text("hs22/851002"), .real(0.5)],
      ])
    for call in ["concordance('hs92', 'hs2')", "concordance('92', 'hs22')"] {
      #expect(throws: (any Error).self) { try tower.run("query", "SELECT * FROM \(call)") }
    }
  }
}
