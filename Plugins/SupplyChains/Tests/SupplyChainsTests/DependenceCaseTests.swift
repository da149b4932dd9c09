import Kernel
import Reference
import Store
import SupplyChains
import Tabular
import TestSupport
import Testing
import Vocabulary

private let cases = "cases/supply/geodep_rawmaterials_2019_2024.csv.gz"
private let groupCases = "cases/supply/eu27_cdi_rawmaterials_2019_2024.csv"
private let flows = "data/flows/baci_hs92_raw_materials_1995_2024.csv.gz"
private let years = 2020...2022

private func records(_ name: String) throws -> [[String]] {
  let stream = try ByteStream(path: SharedData.path(name))
  var reader = CSVReader { try stream.next() }
  var record = CSVRecord()
  var found: [[String]] = []
  while try reader.next(into: &record) {
    found.append((0..<record.count).map { record.text($0) ?? "" })
  }
  return Array(found.dropFirst())
}

private func isNear(_ value: Value, _ text: String) -> Bool {
  // The case files print ten significant digits.
  guard let value = value.real, let expected = Double(text) else {
    return value.isNull && text == ""
  }
  return abs(value - expected) <= 1e-9 * max(1, abs(expected))
}

@Suite(
  "supply dependence equals the labelled cases",
  .enabled(if: SharedData.has(cases) && SharedData.has(flows), "the labelled cases are absent"))
struct DependenceCaseTests {
  private let folder = ScratchFolder()
  private let tower: Tower
  private let countries: [String: String]

  init() throws {
    let modules: [any Module.Type] = [
      KernelModule.self, ReferenceModule.self, SupplyChainsModule.self,
    ]
    tower = Tower(
      deployment: try .defaults(modules: modules.map { $0.identity }),
      registry: try Registry(modules), clock: .fixed(try Instant("2026-11-24T00:00:00Z")),
      storePath: folder.file("tower.db"))
    let dispatcher = Dispatcher(tower)
    let codes = SharedData.path("data/flows/baci_country_codes.csv")
    _ = try dispatcher.run(["import", "baci-countries", codes, "--quiet"])
    let groups = folder.write("groups.csv", DependenceCaseTests.union)
    _ = try dispatcher.run(["import", "country-groups", groups, "--quiet"])
    let kept = try records(flows).filter { years.contains(Int($0[0]) ?? 0) }
    let text = "t,i,j,k,v,q\n" + kept.map { $0.joined(separator: ",") + "\n" }.joined()
    let file = folder.write("baci_hs92.csv", text)
    _ = try dispatcher.run(["import", "baci", file, "--quiet"])
    let rows = try tower.read { try $0.rows("SELECT baci_code, id FROM country") }
    countries = Dictionary(
      rows.map { (String($0[0].integer ?? 0), $0[1].text ?? "") }
    ) { first, _ in first }
  }

  private static let union =
    "group,country,valid_from,valid_to\n"
    + "AUT BEL BGR CYP CZE DEU DNK ESP EST FIN FRA GRC HRV HUN IRL ITA LTU LUX LVA MLT NLD POL PRT ROU SVK SVN SWE"
    .split(separator: " ").map { "EU27,\($0),,\n" }.joined()

  private func answer(_ importer: String, _ year: Int) throws -> [String: [String: Value]] {
    let words = ["supply", "dependence", "--importer", importer, "--year", String(year)]
    let table = try Dispatcher(tower).run(words).result.tables[0]
    let names = table.columns.map(\.name)
    let keyed = table.rows.map { row in
      let cells = Dictionary(zip(names, row)) { first, _ in first }
      return ("\(row[0].text ?? "") \(row[1].text ?? "")", cells)
    }
    return Dictionary(keyed) { first, _ in first }
  }

  @Test("for every importer, product and year: values, criteria and the three-year rule")
  func countriesAgree() throws {
    let expected = try records(cases)
    for year in years {
      let answers = try answer("all", year)
      let wanted = expected.filter { $0[0] == String(year) }
      #expect(wanted.count == answers.count)
      var differences: [String] = []
      for row in wanted {
        let key = "\(countries[row[1]] ?? "?") hs92/\(row[2])"
        guard let found = answers[key] else {
          differences.append("\(key) \(year) is missing")
          continue
        }
        let numbers = [
          ("imports", row[3]), ("suppliers", row[4]), ("hhi_imports", row[5]),
          ("top_share", row[6]), ("hhi_world_exports", row[8]), ("import_export_ratio", row[10]),
        ]
        for (name, text) in numbers where !isNear(found[name] ?? .null, text) {
          differences.append("\(key) \(year) \(name): \(found[name] ?? .null) for \(text)")
        }
        if found["top_supplier"]?.text != countries[row[7]] {
          differences.append("\(key) \(year) top_supplier")
        }
        let flags =
          [("c1", row[11]), ("c2", row[12]), ("c3", row[13])]
          + (year == 2022 ? [("c4", row[15])] : [])
        for (name, text) in flags where found[name] != Value(text == "True") {
          differences.append("\(key) \(year) \(name)")
        }
      }
      #expect(differences.isEmpty, "\(differences.prefix(5))")
    }
  }

  @Test(
    "for the EU of 27: concentration, outside share and ratio",
    .enabled(if: SharedData.has(groupCases)))
  func groupAgrees() throws {
    for year in years {
      let answers = try answer("EU27", year)
      let wanted = try records(groupCases).filter { $0[0] == String(year) }
      #expect(wanted.count > 60)
      for row in wanted {
        let found = try #require(answers["EU27 hs92/\(row[1])"])
        for (name, text) in [
          ("imports", row[2]), ("cdi1", row[3]), ("cdi2", row[4]), ("cdi3", row[5]),
          ("top_share", row[8]),
        ] {
          #expect(isNear(found[name] ?? .null, text), "\(row[1]) \(year) \(name)")
        }
        #expect(found["top_supplier"]?.text == countries[row[7]])
      }
    }
  }

  @Test("a year that the store lacks is not answered, and the years it holds are named")
  func missingYear() {
    let error = #expect(throws: TowerError.self) { try answer("KOR", 1999) }
    #expect(error?.message.hasPrefix("cannot tell") == true)
    #expect(error?.hints.first == "years held: 2020, 2021, 2022")
  }

  @Test("the three-year rule is left blank where an earlier year is missing")
  func incompleteWindow() throws {
    let found = try answer("KOR", 2020).values.first
    #expect(found?["c4"] == .null)
  }
}
