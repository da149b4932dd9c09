import Glibc
import Kernel
import Store
import Testing
import Vocabulary

/// A bulk file of UN Comtrade of 2022, from reports written as `reporter flow partner product dollars`.
private func reports(_ rows: [String]) -> String {
  let codes = ["KOR": "410", "CHN": "156", "JPN": "392", "VNM": "704", "USA": "842"]
  let header =
    "typeCode,freqCode,refPeriodId,refYear,refMonth,period,reporterCode,flowCode,partnerCode,"
    + "partner2Code,classificationCode,isOriginalClassification,cmdCode,customsCode,mosCode,motCode,"
    + "qtyUnitCode,qty,isQtyEstimated,altQtyUnitCode,altQty,isAltQtyEstimated,netWgt,"
    + "isNetWgtEstimated,grossWgt,isGrossWgtEstimated,cifvalue,fobvalue,primaryValue,"
    + "legacyEstimationFlag,isReported,isAggregate"
  let lines = rows.map { row in
    let words = row.split(separator: " ").map(String.init)
    return [
      "C", "A", "20220101", "2022", "52", "2022", codes[words[0]] ?? "", words[1],
      codes[words[2]] ?? "", "0", "H0", "True", words[3], "C00", "0", "0", "8", "1000", "False",
      "-1", "", "False", "1000", "False", "0", "False", words[4], "", words[4], "0", "False",
      "True",
    ].joined(separator: "\t")
  }
  return ([header.split(separator: ",").joined(separator: "\t")] + lines).joined(separator: "\n")
    + "\n"
}

@Suite("supply mirror-gap on reports of both sides")
struct MirrorGapCommandTests {
  private let store: WatchlistTower

  init() throws {
    store = try WatchlistTower()
    try store.importText(
      "country-groups", file: "groups.csv",
      "group,country,valid_from,valid_to\nASIA,CHN,,\nASIA,JPN,,\nASIA,VNM,,2020-01-01\n")
    try store.importText(
      "comtrade", file: "comtrade.csv",
      reports([
        "KOR M CHN 280461 212000", "CHN X KOR 280461 100000", "CHN RX KOR 280461 30000",
        "KOR M JPN 280461 106000", "JPN X KOR 280461 100000", "JPN X CHN 280461 5000",
        "KOR M VNM 280461 7000", "USA M CHN 280461 9000",
      ]))
  }

  private func rows(_ words: String...) throws -> [[String: Value]] {
    let table = try Dispatcher(store.tower).run(
      ["supply", "mirror-gap", "--year", "2022", "--edition", "hs92"] + words
    ).result.tables[0]
    return table.rows.map { Dictionary(uniqueKeysWithValues: zip(table.columns.map(\.name), $0)) }
  }

  private func isNear(_ value: Value?, _ number: Double) -> Bool {
    value?.real.map { abs($0 - number) < 1e-9 } ?? false
  }

  @Test("compares the two reports of a flow, without freight and insurance")
  func worked() throws {
    let found = try rows("--importer", "KOR")
    #expect(found.map { $0["exporter"] } == ["CHN", "JPN", "VNM"])
    #expect(isNear(found[0]["exported"], 100) && isNear(found[0]["imported"], 212))
    #expect(isNear(found[0]["imported_fob"], 200) && isNear(found[0]["gap"], 100))
    #expect(isNear(found[0]["relative_gap"], 100 / 150))
    #expect(isNear(found[0]["log_ratio"], log(2)) && isNear(found[1]["log_ratio"], 0))
    #expect(isNear(found[0]["re_exported"], 30))
    #expect(found[0]["missing"] == .null)
  }

  @Test("does not take a report that is missing for one of zero, and says whose it is")
  func missing() throws {
    let vietnam = try rows("--importer", "KOR", "--exporter", "VNM")
    #expect(vietnam.count == 1)
    for name in ["exported", "imported", "gap", "relative_gap", "log_ratio"] {
      #expect(vietnam[0][name] == .null)
    }
    #expect(isNear(vietnam[0]["only_imported"], 7))
    #expect(
      vietnam[0]["missing"]
        == "no export report for a part of the imports; no report on the product is held of VNM")
    let america = try rows("--importer", "USA")
    #expect(america[0]["missing"] == "no export report for a part of the imports", "China reports")
    let china = try rows("--importer", "CHN")
    #expect(isNear(china[0]["only_exported"], 5))
  }

  @Test("counts a group as one: its own trade left out, only flows with both reports compared")
  func group() throws {
    let found = try rows("--importer", "all", "--exporter", "ASIA")
    #expect(found.map { $0["importer"] } == ["KOR", "USA"])
    #expect(isNear(found[0]["exported"], 200) && isNear(found[0]["imported"], 318))
    #expect(isNear(found[0]["gap"], 100))
    let asked = try store.run(
      "query", "SELECT importer, gap FROM mirror_gap('all', 2022, 'ASIA', NULL, 'hs92')")
    #expect(asked.tables[0].rows.map { $0[1] } == found.map { $0["gap"] ?? .null })
    let overlap = #expect(throws: TowerError.self) {
      try rows("--importer", "CHN", "--exporter", "ASIA")
    }
    #expect(overlap?.message.contains("share countries") == true)
  }

  @Test("tells the common bias, and what is held where nothing is held of the year")
  func summary() throws {
    let result = try store.run(
      "supply", "mirror-gap", "--importer", "KOR", "--year", "2021..2022", "--edition", "hs92")
    let common = result.tables[1].rows[0]
    #expect(common[1] == 3 && common[2] == 2)
    #expect(abs((common[3].real ?? 0) - log(2) / 2) < 1e-9)
    #expect(result.notes.first == "the store holds no reports of hs92 for 2021: left out")
    #expect(result.notes.last?.hasSuffix("freight and insurance of 6 %") == true)
    #expect(result.sources.count == 1 && result.sources[0].hasPrefix("comtrade/"))
    let error = #expect(throws: TowerError.self) {
      try store.run("supply", "mirror-gap", "--importer", "KOR", "--year", "2022")
    }
    #expect(error?.message.contains("no reports of hs22 for 2022") == true)
    #expect(error?.hints.first == "reports held: hs92: 2022")
  }

  @Test("is the error of the flows in intervals, where it is measured")
  func noise() throws {
    let rows = try store.rows(
      "supply", "dependence-intervals", "--importer", "KOR", "--year", "2022", "--product",
      WatchlistTower.steady)
    #expect(rows.allSatisfy { $0["error_basis"] == "2 mirror gaps, else assumed 10 %" })
    let other = try store.rows(
      "supply", "dependence-intervals", "--importer", "KOR", "--year", "2021", "--product",
      WatchlistTower.steady)
    #expect(other.allSatisfy { $0["error_basis"] == "assumed 10 %" })
    func width(_ rows: [[String: Value]]) -> Double {
      (rows[0]["high"]?.real ?? .nan) - (rows[0]["low"]?.real ?? .nan)
    }
    #expect(width(rows) > 2 * width(other), "a gap of a factor of two is more than a tenth")
    let sources = try store.run(
      "supply", "dependence-intervals", "--importer", "KOR", "--year", "2022"
    ).sources
    #expect(sources.contains { $0.hasPrefix("comtrade/") })
  }
}
