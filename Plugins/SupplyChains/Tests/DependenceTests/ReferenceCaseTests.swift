import Dependence
import TestSupport
import Testing

private let countryCases = "cases/supply/geodep_rawmaterials_2019_2024.csv.gz"
private let unionCases = "cases/supply/eu27_cdi_rawmaterials_2019_2024.csv"

/// BACI's codes of the 27 members of the European Union since 2020-02-01.
private let union: Set = [
  40, 56, 100, 191, 196, 203, 208, 233, 246, 251, 276, 300, 348, 372, 380, 428, 440, 442, 470, 528,
  616, 620, 642, 703, 705, 724, 752,
]

@Suite("Dependence on published flows")
struct ReferenceCaseTests {
  @Test(
    "equals the reference values of every importer, product and year",
    .enabled(if: SharedData.has(ReferenceFlows.file) && SharedData.has(countryCases)))
  func everyImporter() throws {
    let reference = try ReferenceFlows.all.get()
    var expected: [[Int]: [String: String]] = [:]
    for row in try rows(countryCases) {
      expected[["t", "j", "k"].map { Int(row[$0] ?? "") ?? 0 }] = row
    }
    let years = Set(expected.keys.map { $0[0] }).sorted()
    var compared = 0
    var earlier: [[Int]: [Int: Bool]] = [:]
    for (index, year) in years.enumerated() {
      for row in try reference.table(year).countries() {
        let key = [reference.countries[row.importer ?? 0], reference.products[row.product]]
        earlier[key, default: [:]][year] = row.meetsAll(.published)
        let wanted = try #require(expected[[year] + key], "\(year) \(key)")
        let window = (year - 2...year).map { past in
          past < years[0] ? nil : earlier[key]?[past] ?? false
        }
        #expect(index < 2 || window.allSatisfy { $0 != nil })
        #expect(isSame(row, wanted, reference, holdsInTwoOfThreeYears(window)), "\(wanted)")
        compared += 1
      }
    }
    #expect(compared == expected.count)
  }

  private func isSame(
    _ row: DependenceRow, _ wanted: [String: String], _ reference: ReferenceFlows,
    _ persists: Bool?
  ) -> Bool {
    let flags = [
      row.isConcentrated(.published), row.isConcentratedInTheWorld(.published),
      row.exceedsExports(.published), row.meetsAll(.published),
    ]
    return isPrinted(wanted["imp"], row.imports)
      && wanted["n"] == String(row.suppliers)
      && isPrinted(wanted["hhi_imp"], row.importConcentration)
      && isPrinted(wanted["top_share"], row.topShare)
      && wanted["top_supplier"] == String(reference.countries[row.topSupplier])
      && isPrinted(wanted["hhi_world"], row.worldConcentration)
      && (wanted["exp"] == "" ? row.exports == 0 : isPrinted(wanted["exp"], row.exports))
      && isPrinted(wanted["ratio"], row.importExportRatio)
      && ["c1", "c2", "c3", "all3"].map { wanted[$0] == "True" } == flags
      && wanted["dependent"] == (persists.map { $0 ? "True" : "False" } ?? "")
  }

  @Test(
    "equals the reference values of the European Union",
    .enabled(if: SharedData.has(ReferenceFlows.file) && SharedData.has(unionCases)))
  func europeanUnion() throws {
    let reference = try ReferenceFlows.all.get()
    let members = Set(
      reference.countries.indices.filter { union.contains(reference.countries[$0]) })
    var tables: [Int: [Int: DependenceRow]] = [:]
    for wanted in try rows(unionCases) {
      let year = Int(wanted["t"] ?? "") ?? 0
      let product = Int(wanted["k"] ?? "") ?? 0
      let table = try tables[year] ?? byProduct(reference, year, members)
      tables[year] = table
      let row = try #require(table[product])
      #expect(isPrinted(wanted["extra_eu_imports_kusd"], row.imports))
      #expect(isPrinted(wanted["cdi1_hhi"], row.importConcentration))
      #expect(isPrinted(wanted["cdi2_extra_share"], row.outsideShare ?? -1))
      #expect(isPrinted(wanted["cdi3_ratio"], row.importExportRatio))
      #expect(wanted["dependent"] == (row.meetsCoreIndicators(.published) == true ? "1" : "0"))
      #expect(wanted["top_supplier"] == String(reference.countries[row.topSupplier]))
      #expect(isPrinted(wanted["top_share"], row.topShare))
    }
    #expect(!tables.isEmpty)
  }

  private func byProduct(_ reference: ReferenceFlows, _ year: Int, _ members: Set<Int>) throws
    -> [Int: DependenceRow]
  {
    let rows = try reference.table(year).group(members)
    return Dictionary(uniqueKeysWithValues: rows.map { (reference.products[$0.product], $0) })
  }
}
