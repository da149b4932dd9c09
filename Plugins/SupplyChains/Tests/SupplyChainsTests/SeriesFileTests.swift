import Kernel
import Store
import TestSupport
import Testing
import Vocabulary

@Suite("supply early-warning on a file of series")
struct SeriesFileTests {
  private let store: PriceStore

  init() throws {
    store = try PriceStore(withPrices: false)
    try store.tower.prepareStore()
  }

  private func judge(_ rows: String) throws -> CommandResult {
    let file = store.folder.write("series.csv", "month,series,value\n" + rows)
    return try store.run("supply", "early-warning", "--series", file, "--all")
  }

  private func refusal(_ rows: String) throws -> String {
    let error = #expect(throws: TowerError.self) { try judge(rows) }
    return (error?.message ?? "").replacing(store.folder.path + "/", with: "")
  }

  @Test("a month without a row, a blank and a zero are gaps, never zero")
  func gaps() throws {
    var rows = ""
    for index in 0..<120 where index != 100 {
      let month = Month(number: 2010 * 12 + index)
      rows += "\(month),volume,\(index == 110 ? "" : index == 111 ? "0" : "\(100 + index % 7)")\n"
      rows += "\(month),unit value,\(50 + index % 5)\n"
    }
    let result = try judge(rows)
    #expect(
      result.notes.contains("values of zero: 1; they are gaps, since zero has no rate of change"))
    #expect(result.marking == Marking(.red), "the file is in no register")
    #expect(Set(result.tables[0].rows.map { $0[0] }) == ["volume", "unit value"])
    let yearly = try #require(
      result.tables[0].rows.first { $0[0] == "volume" && $0[5] == "year-on-year-20" })
    #expect(yearly[2] == "2019-12" && yearly[3].real == 100.0 + Double(119 % 7))
    #expect(
      abs((yearly[6].real ?? 0) - (100.0 + Double(119 % 7)) / (100.0 + Double(107 % 7)) + 1) < 1e-12
    )
    #expect(result.tables[0].rows.allSatisfy { $0[8] != 1 }, "no alert is made of a gap")
  }

  @Test("every fault is named with its line, all at once")
  func faults() throws {
    let message = try refusal(
      "2010-13,a,1\n2010-01,a,1x\n2010-01,a,2\n2010-01,a,3\n2010-02,,1\n2010-02,a,-1\n1500-01,a,1\n"
        + "2010-03,a\n")
    #expect(
      message.split(separator: "\n").map(String.init) == [
        "series.csv:2: '2010-13' is not a month of the calendar",
        "series.csv:3: '1x' is not a value of zero or above; leave a gap blank",
        "series.csv:5: a has 2010-01 in line 4 already",
        "series.csv:6: a series has a name",
        "series.csv:7: '-1' is not a value of zero or above; leave a gap blank",
        "series.csv:8: 1500-01 is not a month from 1800 to 2199",
        "series.csv:9: 3 fields expected, 2 found",
      ])
  }

  @Test("another header is refused with the one that is expected")
  func header() throws {
    let file = store.folder.write("series.csv", "date,series,value\n2010-01,a,1\n")
    let error = #expect(throws: TowerError.self) {
      try store.run("supply", "early-warning-rules", "--series", file)
    }
    #expect(error?.message.hasSuffix(":1: the header is 'date,series,value'") == true)
    #expect(error?.hints == ["expected 'month,series,value'"])
  }

  @Test("months after the day of the answer are not read")
  func asOf() throws {
    let file = store.folder.write(
      "series.csv",
      "month,series,value\n"
        + (0..<40).map { "\(Month(number: 2020 * 12 + $0)),a,\(100 + $0)\n" }.joined())
    let rows = try store.run(
      "supply", "early-warning", "--series", file, "--all", "--as-of", "2022-03-10"
    ).tables[0].rows
    #expect(rows.allSatisfy { $0[2] == "2022-02" && $0[3].real == 125 })
    let error = #expect(throws: TowerError.self) {
      try store.run("supply", "early-warning", "--series", file, "--as-of", "2019-03-10")
    }
    #expect(error?.message.hasPrefix("cannot tell") == true)
  }

  @Test("--commodity names a series of the store, so it is refused beside a file")
  func commodity() throws {
    let stored = try PriceStore()
    let file = stored.folder.write("series.csv", "month,series,value\n2020-01,a,1\n")
    #expect(throws: TowerError.self) {
      try stored.run("supply", "early-warning", "--series", file, "--commodity", "GOLD")
    }
  }

  @Test("random bytes are read or refused, never a crash")
  func fuzz() throws {
    var random = SeededGenerator(seed: 9)
    let alphabet = Array("2010-01,a,1\n\"., x-e9".utf8)
    for _ in 0..<100 {
      let bytes = (0..<Int.random(in: 0..<80, using: &random)).map { _ in
        alphabet.randomElement(using: &random) ?? 0
      }
      let file = store.folder.write("fuzz.csv", Array("month,series,value\n".utf8) + bytes)
      do {
        try store.run("supply", "early-warning", "--series", file)
      } catch let error as TowerError {
        #expect(error.message.contains("fuzz.csv"))
      }
    }
  }
}
