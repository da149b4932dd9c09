import Kernel
import Reference
import Store
import TestSupport
import Testing
import Vocabulary

private let union: Set = Set(
  """
  AUT BEL BGR CYP CZE DEU DNK ESP EST FIN FRA GRC HRV HUN IRL ITA LTU LUX LVA MLT NLD POL PRT ROU
  SVK SVN SWE
  """.split(whereSeparator: \.isWhitespace).map(String.init))

@Suite("supply alternatives, exposure and leverage on bundled trade")
struct AnswerCommandTests {
  private let store: PackStore

  init() throws {
    store = try PackStore.shared.get()
  }

  @Test(
    "alternatives equal a direct computation: a product, a heading, a group, several lost suppliers",
    arguments: [
      ("280530", "KOR", ["CHN"]), ("2846", "KOR", ["CHN", "JPN"]), ("2805", "EU27", ["CHN"]),
      ("81", "JPN", ["CHN"]),
    ])
  func alternatives(digits: String, importer: String, without: [String]) throws {
    let members = importer == "EU27" ? union : [importer]
    let flows = try NaiveFlows(year: 2023, store).rows.filter { $0.product.hasPrefix(digits) }
    let result = try Dispatcher(store.tower).run(
      ["supply", "alternatives", "--product", "hs92/\(digits)", "--importer", importer]
        + without.flatMap { ["--without", $0] } + ["--year", "2023"]
    ).result
    let names = result.tables[0].columns.map(\.name)
    let rows = result.tables[0].rows.map { Dictionary(uniqueKeysWithValues: zip(names, $0)) }
    let world = flows.reduce(0) { $0 + $1.value }
    let expected = Set(flows.map(\.exporter)).subtracting(members).subtracting(without)
    #expect(Set(rows.compactMap { $0["exporter"]?.text }) == expected)
    #expect(rows.count > 10)
    for row in rows {
      let exporter = row["exporter"]?.text
      let sales = flows.filter { $0.exporter == exporter }
      let total = sales.reduce(0) { $0 + $1.value }
      let customers = Dictionary(grouping: sales, by: \.importer)
        .mapValues { $0.reduce(0) { $0 + $1.value } }
      #expect(isNear(row["exports"]?.real, total))
      #expect(isNear(row["world_share"]?.real, total / world))
      #expect(row["customers"]?.integer == Int64(customers.count))
      let index = customers.values.reduce(0) { $0 + ($1 / total) * ($1 / total) }
      #expect(isNear(row["hhi_customers"]?.real, index))
      let bought = members.reduce(0) { $0 + (customers[$1] ?? 0) }
      #expect(isNear(row["sales_to_importer"]?.real, bought))
      #expect(row["is_supplier"] == Value(bought > 0))
      let quantity = sales.compactMap(\.quantity)
      #expect((row["quantity"]?.isNull == true) == quantity.isEmpty)
      #expect(isNear(row["quantity"]?.real ?? 0, quantity.reduce(0, +)))
    }
    let summary = Dictionary(
      uniqueKeysWithValues: zip(result.tables[1].columns.map(\.name), result.tables[1].rows[0]))
    let imports = flows.filter { members.contains($0.importer) && !members.contains($0.exporter) }
    let lost = imports.filter { without.contains($0.exporter) }.reduce(0) { $0 + $1.value }
    #expect(isNear(summary["imports"]?.real, imports.reduce(0) { $0 + $1.value }))
    #expect(isNear(summary["lost"]?.real, lost))
    let others = flows.filter { expected.contains($0.exporter) }.reduce(0) { $0 + $1.value }
    #expect(isNear(summary["cover"]?.real, others / lost))
    #expect(result.sources.contains { $0.hasPrefix("wgi/") })
  }

  @Test("a governance estimate has its year, and none is invented where there is none")
  func governance() throws {
    let rows = try store.run(
      "supply", "alternatives", "--product", "hs92/2711", "--importer", "KOR", "--without", "QAT",
      "--year", "2023"
    ).rows
    for row in rows {
      #expect(row["governance"]?.isNull == row["governance_year"]?.isNull)
    }
    #expect(rows.contains { $0["exporter"] == "AUS" && $0["governance_year"] == 2023 })
    #expect(rows.contains { $0["governance"]?.isNull == true }, "areas without an estimate")
  }

  @Test(
    "what nobody traded, and what is not bought from the lost supplier, is said, not counted as 0")
  func insufficient() throws {
    let germanium = try store.run(
      "supply", "alternatives", "--product", "hs92/811230", "--importer", "KOR", "--without", "CHN",
      "--year", "2024")
    #expect(germanium.rows.isEmpty)
    #expect(germanium.notes.first?.hasPrefix("cannot tell") == true)
    let antimony = try store.run(
      "supply", "alternatives", "--product", "hs92/261710", "--importer", "KOR", "--without", "CHN",
      "--year", "2024")
    #expect(!antimony.rows.isEmpty)
    #expect(antimony.notes.first?.contains("does not mean there are none") == true)
    let error = #expect(throws: TowerError.self) {
      try store.run(
        "supply", "alternatives", "--product", "hs17/261710", "--importer", "KOR", "--without",
        "CHN", "--year", "2024")
    }
    #expect(error?.message.hasPrefix("cannot tell") == true)
  }

  @Test("leverage equals a direct computation from the flows")
  func leverage() throws {
    let flows = try NaiveFlows(year: 2024, store)
    let (rows, notes) = try store.run(
      "supply", "leverage", "--home", "KOR", "--partner", "CHN", "--year", "2024", "--top", "100")
    #expect(rows.count > 20)
    #expect(notes.first?.contains("71 product codes") == true)
    for row in rows {
      let product = row["product"]?.text?.dropFirst(5)
      let imports = flows.sum { $0.product == product ?? "" && $0.importer == "CHN" }
      let sales = flows.sum {
        $0.product == product ?? "" && $0.importer == "CHN" && $0.exporter == "KOR"
      }
      let others = flows.sum {
        $0.product == product ?? "" && $0.exporter != "CHN" && $0.exporter != "KOR"
      }
      #expect(isNear(row["sales"]?.real, sales))
      #expect(isNear(row["share"]?.real, sales / imports))
      #expect(isNear(row["other_cover"]?.real, others / sales))
    }
    let top = try store.run(
      "supply", "leverage", "--home", "KOR", "--partner", "CHN", "--year", "2024", "--top", "3")
    #expect(top.rows == Array(rows.prefix(3)))
    #expect(top.notes.last?.contains("the largest 3 of \(rows.count)") == true)
  }

  @Test("exposure is the partners' shares, which add up to one")
  func exposure() throws {
    let rows = try store.run(
      "supply", "exposure", "--importer", "KOR", "--product", "hs92/280530", "--year", "2024"
    ).rows
    #expect(rows.first?["partner"] == "CHN")
    #expect(isNear(rows.compactMap { $0["import_share"]?.real }.reduce(0, +), 1))
    #expect(isNear(rows.compactMap { $0["export_share"]?.real }.reduce(0, +), 1))
  }

  @Test("home and partner must be two")
  func sameCountry() {
    #expect(throws: TowerError.self) {
      try store.run("supply", "leverage", "--home", "DEU", "--partner", "EU27", "--year", "2024")
    }
  }
}
