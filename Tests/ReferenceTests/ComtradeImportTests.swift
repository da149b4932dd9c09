import FlowColumns
import Kernel
import Reference
import Store
import TestSupport
import Testing
import Vocabulary

@Suite("Importing UN Comtrade")
struct ComtradeImportTests {
  private let tower: ReferenceTower

  init() throws {
    tower = try ReferenceTower()
    try tower.takePack("baci-countries", "baci_country_codes.csv")
  }

  private func take(_ rows: [ComtradeTestRow], _ options: String...) throws -> CommandResult {
    let file = tower.folder.write("preview.csv", ComtradeTestRow.file(rows))
    return try tower.run(["import", "comtrade", file] + options)
  }

  private func flows() throws -> [String] {
    try tower.rows(
      """
      SELECT edition, period, product, reporter, flow, partner, value, net_weight,
        weight_is_estimated
      FROM reported_flow
      """
    ).map { row in
      row.map { value in
        value.text ?? value.integer.map { "\($0)" } ?? value.real.map { "\($0)" } ?? "-"
      }.joined(separator: " ")
    }
  }

  /// Rows enough that a refused one does not refuse the file.
  private var many: [ComtradeTestRow] {
    (10...69).map { ComtradeTestRow(product: "8110\($0)") }
  }

  @Test("the preview with descriptions: dollars become thousands, kilograms tonnes")
  func preview() throws {
    let result = try take([ComtradeTestRow(), ComtradeTestRow(partner: "699", product: "10121")])
    #expect(result.rowsTaken == 2)
    #expect(
      try flows() == [
        "hs22 2023 010121 KOR import IND 1.0 2.0 0", "hs22 2023 280530 KOR import CHN 1.0 2.0 0",
      ])
  }

  @Test("the bulk file, separated by tabs, with its numbers of countries that are not ISO's")
  func bulk() throws {
    let codes = [
      "842": "USA", "251": "FRA", "757": "CHE", "579": "NOR", "490": "TWN", "381": "ITA",
    ]
    let rows = codes.keys.sorted().map { ComtradeTestRow(partner: $0).bulk }
    let header = ComtradeTestRow.bulkHeader.replacing(",", with: "\t")
    let file = tower.folder.write(
      "bulk.txt", "\u{FEFF}" + ([header] + rows).joined(separator: "\r\n"))
    #expect(try tower.run("import", "comtrade", file).rowsTaken == 6)
    #expect(
      try Set(tower.texts("SELECT partner FROM reported_flow")) == Set(codes.values))
  }

  @Test("the layout of the service before, with its numbers of flows and its flag of estimates")
  func older() throws {
    let rows = [
      ComtradeTestRow(period: "2016", flow: "1", classification: "H4").older(flag: "4"),
      ComtradeTestRow(period: "2016", flow: "2", classification: "H4", netWeight: "").older(),
      ComtradeTestRow(period: "2016", flow: "3", classification: "H4").older(flag: "2"),
      ComtradeTestRow(period: "201605", flow: "4", classification: "H0", netWeight: "0").older(
        flag: "6"),
    ]
    let file = tower.folder.write(
      "older.csv", ([ComtradeTestRow.olderHeader] + rows).map { $0 + "\n" }.joined())
    let result = try tower.run("import", "comtrade", file)
    #expect(
      try flows() == [
        "hs12 2016 280530 KOR export CHN 1.0 - 0", "hs12 2016 280530 KOR import CHN 1.0 2.0 1",
        "hs12 2016 280530 KOR re-export CHN 1.0 2.0 0",
        "hs92 2016-05 280530 KOR re-import CHN 1.0 - 0",
      ])
    #expect(
      result.notes.map { $0.dropFirst(file.count + 2) } == [
        "2 of 4 flows have no net weight, which is not zero",
        "1 of 4 net weights are estimates of the United Nations",
      ])
  }

  @Test("says that a file without an end of its last line may have been cut in the last field")
  func openEnd() throws {
    let whole = ComtradeTestRow.file([ComtradeTestRow()])
    #expect(whole.hasSuffix("\n"))
    let cut = try tower.take("comtrade", "cut.csv", String(whole.dropLast()))
    #expect(cut.notes.contains { $0.contains("its last line has no end") })
    let notes = try tower.take("comtrade", "whole.csv", whole).notes
    #expect(!notes.contains { $0.contains("its last line has no end") })
  }

  @Test("the older layout with breakdowns has them blank where a row is the total")
  func olderBreakdowns() throws {
    let header =
      "Classification,Year,Period,Trade Flow Code,Reporter Code,Partner Code,2nd Partner Code,"
      + "Customs Proc. Code,Mode of Transport Code,Commodity Code,Netweight (kg),Trade Value (US$)"
    let file = tower.folder.write(
      "older.csv",
      header + "\nH4,2016,2016,1,410,156,,,,280530,2000,1000\n"
        + "H4,2016,2016,1,410,156,,,2100,280530,1000,600\n")
    let result = try tower.run("import", "comtrade", file)
    #expect(try flows() == ["hs12 2016 280530 KOR import CHN 1.0 2.0 0"])
    #expect(result.notes.count == 1)
    #expect(result.notes[0].contains("1 rows by second partner, customs procedure or mode"))
  }

  @Test("only the row for all second partners, procedures and modes counts, wherever it stands")
  func breakdowns() throws {
    let result = try take([
      ComtradeTestRow(transport: "2100", value: "600"), ComtradeTestRow(value: "1000"),
      ComtradeTestRow(transport: "1000", value: "400"),
      ComtradeTestRow(customs: "C03", value: "999"),
      ComtradeTestRow(secondPartner: "344", value: "50"),
      ComtradeTestRow(secondPartner: "344", customs: "C03", transport: "1000", value: "7"),
    ])
    #expect(try flows() == ["hs22 2023 280530 KOR import CHN 1.0 2.0 0"])
    #expect(result.notes.count == 1)
    #expect(result.notes[0].contains("5 rows by second partner"))
  }

  @Test("where a flow has breakdowns alone, those of the fewest kinds are summed, and that is said")
  func summedBreakdowns() throws {
    let result = try take([
      ComtradeTestRow(transport: "2100", isEstimated: "true", value: "600"),
      ComtradeTestRow(transport: "1000", value: "400"),
      ComtradeTestRow(customs: "C03", transport: "1000", value: "400"),
    ])
    #expect(try flows() == ["hs22 2023 280530 KOR import CHN 1.0 4.0 1"])
    #expect(result.notes.contains { $0.contains("1 flows have no row for their total") })
  }

  @Test("modes that may contain one another do not make a total: the rows are refused")
  func overlap() throws {
    let result = try take(
      many + [
        ComtradeTestRow(transport: "2000", value: "600"),
        ComtradeTestRow(transport: "2100", value: "600"),
      ], "--allow-shrink")
    #expect(try flows().count == 60)
    let rejects = try tower.rejects(of: result)
    #expect(rejects.map(\.line) == [62, 63])
    #expect(rejects.allSatisfy { $0.reason.contains("2000 and 2100 may overlap") })
  }

  @Test("the world is a check and never a partner; how far the partners fall short is said")
  func world() throws {
    let result = try take([
      ComtradeTestRow(value: "600000"), ComtradeTestRow(partner: "392", value: "150000"),
      ComtradeTestRow(partner: "899", value: "50000"),
      ComtradeTestRow(partner: "0", value: "1000000"),
      ComtradeTestRow(partner: "0", product: "280540", value: "5000"),
    ])
    #expect(
      try flows() == [
        "hs22 2023 280530 KOR import CHN 600.0 2.0 0",
        "hs22 2023 280530 KOR import JPN 150.0 2.0 0",
      ])
    #expect(
      try tower.rows("SELECT product, value FROM reported_total") == [
        [.text("280530"), .real(1000)], [.text("280540"), .real(5)],
      ])
    let file = tower.folder.file("preview.csv")
    #expect(
      result.notes.map { $0.dropFirst(file.count + 2) } == [
        "1 flows with USD 50,000 have partners that are no country, such as areas that are not "
          + "specified, and are not kept",
        "the partners sum to USD 800,000, 20 % less than the USD 1 million declared for the world; "
          + "1 of 1 totals differ, most that of hs22/280530 (USD 200,000)",
        "1 totals for the world have no partners beside them; they are kept as totals, not as flows",
      ])
  }

  @Test("totals, headings, groups and other flows are passed over, counted and said")
  func passedOver() throws {
    let result = try take([
      ComtradeTestRow(), ComtradeTestRow(product: "TOTAL"), ComtradeTestRow(product: "2805"),
      ComtradeTestRow(product: "28"), ComtradeTestRow(product: "101"),
      ComtradeTestRow(product: "9999AA"), ComtradeTestRow(flow: "DX"),
      ComtradeTestRow(partner: "97"), ComtradeTestRow(reporter: "97"),
    ])
    #expect(result.rowsTaken == 1)
    let file = tower.folder.file("preview.csv")
    #expect(
      result.notes.map { $0.dropFirst(file.count + 2) } == [
        "passed over: 4 rows of totals, chapters and headings of products",
        "passed over: 1 rows of products that are not specified by kind",
        "passed over: 1 rows of flows that are none of imports, exports, re-exports and re-imports",
        "passed over: 1 rows of reporters that are groups, whose members report themselves",
        "passed over: 1 rows of partners that are groups, whose members have rows themselves",
      ])
  }

  @Test(
    "a row that is not as it should be is kept as refused, with its line and reason",
    arguments: [
      (ComtradeTestRow(value: "10x"), "primaryValue is not a value in US dollars"),
      (ComtradeTestRow(value: ""), "primaryValue is not a value in US dollars"),
      (ComtradeTestRow(value: "-1"), "primaryValue is not a value in US dollars"),
      (ComtradeTestRow(netWeight: "1,5"), "47 fields expected, 49 found"),
      (ComtradeTestRow(netWeight: "1o0"), "netWgt is not a weight in kilograms"),
      (ComtradeTestRow(isEstimated: "maybe"), "isNetWgtEstimated is 'maybe', not true or false"),
      (ComtradeTestRow(partner: "777"), "partnerCode 777 is no country of the store"),
      (ComtradeTestRow(reporter: "899"), "reporterCode 899 is no country of the store"),
      (ComtradeTestRow(partner: "CHN"), "partnerCode is 'CHN', not the number of an area"),
      (ComtradeTestRow(flow: "Q"), "flowCode is 'Q', not a flow of trade"),
      (
        ComtradeTestRow(classification: "S3"),
        "classificationCode is 'S3', not an edition from H0 to H6"
      ),
      (
        ComtradeTestRow(classification: "H7"),
        "classificationCode is 'H7', not an edition from H0 to H6"
      ),
      (
        ComtradeTestRow(product: "28O530"),
        "cmdCode is '28O530', not a product of six digits or above it"
      ),
      (
        ComtradeTestRow(product: "28053010"),
        "cmdCode is '28053010', not a product of six digits or above it"
      ),
      (
        ComtradeTestRow(period: "202313"),
        "period is '202313', not a year or a month such as 202305"
      ),
      (ComtradeTestRow(customs: "X"), "customsCode is 'X', not a procedure from C00 to C99"),
      (ComtradeTestRow(transport: "sea"), "motCode is 'sea', not a number"),
    ])
  func refusals(row: ComtradeTestRow, reason: String) throws {
    #expect(throws: TowerError.self) { try take(many + [row]) }
    #expect(try flows().isEmpty)
    let result = try take(many + [row], "--allow-rejects", "1")
    let rejects = try tower.rejects(of: result)
    #expect(rejects.map(\.line) == [62])
    #expect(rejects.map(\.reason) == [reason])
  }

  @Test("a flow that stands twice refuses the file, and every such line is named with the first")
  func duplicates() throws {
    let error = #expect(throws: TowerError.self) {
      try take([
        ComtradeTestRow(), ComtradeTestRow(flow: "X"), ComtradeTestRow(value: "7"),
        ComtradeTestRow(transport: "2100"), ComtradeTestRow(transport: "2100"),
      ])
    }
    let file = tower.folder.file("preview.csv")
    #expect(error?.message == "\(file):4: this flow of 280530 stands on line 2 already")
    #expect(
      error?.hints == [
        "\(file):6: this flow of 280530 stands on line 5 already", "nothing was changed",
      ])
    #expect(try flows().isEmpty)
  }

  @Test("a header that lacks a column or has one twice is refused, with the nearest name")
  func headers() throws {
    let renamed = ComtradeTestRow.header.replacing("motCode", with: "motcode")
    let error = #expect(throws: TowerError.self) {
      try tower.take("comtrade", "a.csv", renamed + "\n" + ComtradeTestRow().preview + "\n")
    }
    #expect(
      error?.message.hasSuffix("a.csv:1: there is no column 'motCode'; the nearest is 'motcode'")
        == true)
    for header in [
      ComtradeTestRow.header + ",cmdCode", ComtradeTestRow.olderHeader + ",cmdCode", "t,i,j,k,v,q",
      "cmdCode",
    ] {
      #expect(throws: TowerError.self, "\(header)") {
        try tower.take("comtrade", "b.csv", header + "\n" + ComtradeTestRow().preview + "\n")
      }
    }
    #expect(throws: TowerError.self) { try tower.take("comtrade", "c.csv", "") }
  }

  @Test("a blank field behind the last one, and bytes that are not UTF-8 in a name, do no harm")
  func website() throws {
    var bytes = Array((ComtradeTestRow.header + "\n").utf8)
    bytes += Array(ComtradeTestRow().preview.replacing("China", with: "C~te").utf8)
      .map { $0 == UInt8(ascii: "~") ? 0xF4 : $0 }
    let file = tower.folder.write("TradeData.csv", bytes + Array(",\n".utf8))
    #expect(try tower.run("import", "comtrade", file).rowsTaken == 1)
  }

  @Test("a compressed file is read, and one that was cut off is refused whole")
  func compressed() throws {
    let plain = tower.folder.write("bulk.csv", ComtradeTestRow.file(many))
    let packed = tower.folder.file("bulk.csv.gz")
    #expect(
      StartedProcess(["/bin/gzip", "-k", plain], output: "/dev/null", messages: "/dev/null").wait()
        == 0)
    #expect(try tower.run("import", "comtrade", packed).rowsTaken == 60)
    let whole = try ByteStream(path: packed)
    let cut = tower.folder.file("cut.csv.gz")
    #expect(
      StartedProcess(
        ["/usr/bin/head", "-c", "\(whole.size - 20)", packed], output: cut, messages: "/dev/null"
      ).wait() == 0)
    let error = #expect(throws: TowerError.self) { try tower.run("import", "comtrade", cut) }
    #expect(error?.message.contains("was cut off") == true)
    let text = ComtradeTestRow.file(many)
    let torn = tower.folder.write("torn.csv", String(text.dropLast(20)))
    let tear = #expect(throws: TowerError.self) {
      try tower.run("import", "comtrade", torn, "--allow-shrink")
    }
    #expect(tear?.message.contains("torn.csv:61: the file is cut off here") == true)
  }

  @Test("bytes changed at random import or are refused; they never stop the program")
  func fuzz() throws {
    var random = SeededGenerator(seed: 12)
    let text = Array(
      ComtradeTestRow.file(
        [ComtradeTestRow(), ComtradeTestRow(partner: "0"), ComtradeTestRow(transport: "2100")]).utf8
    )
    var outcomes: [Bool: Int] = [:]
    for round in 0..<200 {
      var bytes = text
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(
          in: 0...255, using: &random)
      }
      if Bool.random(using: &random) {
        bytes = Array(bytes.prefix(Int.random(in: 1...bytes.count, using: &random)))
      }
      let file = tower.folder.write("fuzz\(round).csv", bytes)
      do {
        try tower.run("import", "comtrade", file, "--allow-shrink")
        outcomes[true, default: 0] += 1
      } catch is TowerError {
        outcomes[false, default: 0] += 1
      }
    }
    #expect(outcomes[true, default: 0] > 10 && outcomes[false, default: 0] > 50, "\(outcomes)")
    #expect(
      try tower.texts("SELECT product FROM reported_flow WHERE length(product) <> 6").isEmpty)
  }
}
