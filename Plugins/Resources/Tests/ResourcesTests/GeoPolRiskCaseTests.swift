import Kernel
import Reference
import Store
import Tabular
import TestSupport
import Testing

private let cases = "cases/supply/geopolrisk_results.csv"
private let flows = "data/flows/baci_hs92_raw_materials_1995_2024.csv.gz"
private let production = "data/production/world_mining_data_2018_2024_long.csv"
private let materials = "data/production/wmd_hs_code_map.csv"
private let governance = "data/governance/wgi_political_stability_Estimate.csv"
private let numbers = "data/production/wmd_country_iso.csv"
private let areHere = [cases, flows, production, materials, governance, numbers].allSatisfy(
  SharedData.has)

private func records(_ name: String) throws -> [[String]] {
  var reader = CSVReader(source: SharedData.chunks(name))
  var record = CSVRecord()
  var found: [[String]] = []
  while try reader.next(into: &record) {
    found.append((0..<record.count).map { record.text($0) ?? "" })
  }
  return Array(found.dropFirst())
}

@Suite(
  "The criticality parts equal the labelled cases",
  .enabled(if: areHere, "the labelled cases are absent"))
struct GeoPolRiskCaseTests {
  private let resources: ResourcesTower

  init() throws {
    resources = try ResourcesTower()
    try resources.importBundled("baci-countries", "baci_country_codes.csv")
    try resources.run("import", "materials", SharedData.path(materials), "--edition", "hs92")
    try resources.run(
      "import", "wgi", SharedData.path(governance), "--measure", "estimate", "--dimension",
      "political_stability")
    try resources.run("import", "world-mining", SharedData.path(production))
    let years = Set(try records(cases).map { $0[3] })
    let kept = try records(flows).filter { years.contains($0[0]) }
    try resources.importText(
      "baci", "t,i,j,k,v,q\n" + kept.map { $0.joined(separator: ",") + "\n" }.joined(),
      file: "baci_hs92.csv")
  }

  @Test("for every importer, material and year: concentration, import risk, score, price, factor")
  func geoPolRisk() throws {
    let identifiers = Materials.identifiers(of: try records(materials).map { $0[0] })
    let named = try records(materials).map { ($0[2], identifiers[$0[0]] ?? "?") }
    let materialOf = Dictionary(named) { first, _ in first }
    let numberOf = Dictionary(try records(numbers).map { ($0[1], $0[0]) }) { first, _ in first }
    let countries = try resources.tower.read { try $0.rows("SELECT baci_code, id FROM country") }
    let codeOf = Dictionary(
      countries.map { (String($0[0].integer ?? 0), $0[1].text ?? "?") }
    ) { first, _ in first }
    let expected = try records(cases)
    #expect(expected.count > 1000)
    let table = try resources.run(
      "resources", "geopolrisk", "--importer", "all", "--year", "2020..2022", "--draws", "0"
    ).tables[0]
    let names = table.columns.map(\.name)
    let answers = Dictionary(
      table.rows.map { row in
        (
          [row[0].text ?? "?", row[1].text ?? "?", "\(row[2].integer ?? 0)"],
          Dictionary(zip(names, row)) { first, _ in first }
        )
      }
    ) { first, _ in first }
    var differences: [String] = []
    var undefined = 0
    for row in expected {
      let importer = codeOf[numberOf[row[1]] ?? "?"] ?? "?"
      let found = try #require(answers[[importer, materialOf[row[2]] ?? "?", row[3]]])
      if found["score"] == .null {
        // Without imports and production the published results print 0 where nothing is defined.
        undefined += 1
        if row[4] != "0.0" || row[7] != "0.0" { differences.append("\(row[0]) is not defined") }
        continue
      }
      let columns = [
        ("score", row[4]), ("characterisation_factor", row[5]), ("hhi", row[6]),
        ("import_risk", row[7]), ("price", row[8]),
      ]
      for (column, text) in columns {
        let wanted = try #require(Double(text))
        let value = found[column]?.real ?? (wanted == 0 ? 0 : .nan)
        if !(abs(value - wanted) <= 1e-9 * max(1, abs(wanted))) {
          differences.append("\(row[0]) \(column): \(value) for \(wanted)")
        }
      }
    }
    #expect(differences.isEmpty, "\(differences.count): \(differences.prefix(5))")
    #expect(undefined < 30)
  }

  @Test("the full file of production is taken, and only printed totals are refused")
  func production2018To2024() throws {
    let rows = try resources.tower.read {
      try $0.rows(
        "SELECT count(*), count(amount), count(DISTINCT year) FROM resources_production")
    }
    #expect(rows == [[13678, 13407, 7]])
    let rejects = try resources.rejects("world-mining")
    #expect(rejects.allSatisfy { $0.contains(": the printed total ") })
  }
}
