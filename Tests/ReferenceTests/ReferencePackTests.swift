import Configuration
import FoundationEssentials
import Kernel
import Reference
import Store
import Tabular
import TestSupport
import Testing
import Vocabulary

@Suite("The bundled reference pack")
struct ReferencePackTests {
  private static let folder = project + "/config/reference/"

  private static func files() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  @Test("is smaller than 4 MB, and every file has a card that says where it comes from")
  func cards() throws {
    let files = try ReferencePackTests.files()
    var size = 0
    for file in files {
      let content = FileManager.default.contents(atPath: ReferencePackTests.folder + file)
      size += try #require(content).count
    }
    #expect(size < 4_000_000)
    let data = files.filter { !$0.hasSuffix(".card.yaml") }
    #expect(data.count >= 10)
    for file in data { #expect(files.contains(file + ".card.yaml"), "\(file) has no card") }
    for card in files where card.hasSuffix(".card.yaml") {
      let source = try SourceCard.schema.decode(YAML.load(path: ReferencePackTests.folder + card))
      #expect(!source.text("licence").isEmpty && !source.text("publisher").isEmpty)
      #expect(data.contains(String(card.dropLast(10))), "\(card) has no file")
    }
  }

  /// The records of a file under a condition, each as one text.
  private static func records(_ path: String, where isWanted: (CSVRecord) -> Bool = { _ in true })
    throws -> [[String?]]
  {
    let stream = try ByteStream(path: path)
    var reader = CSVReader { try stream.next() }
    var record = CSVRecord()
    var found: [[String?]] = []
    while try reader.next(into: &record) {
      if found.isEmpty || isWanted(record) { found.append((0..<record.count).map(record.text)) }
    }
    return found
  }

  @Test(
    "holds the published flows of 2022 to 2024, row for row",
    .enabled(if: SharedData.has("data/flows/baci_hs92_raw_materials_1995_2024.csv.gz")))
  func flows() throws {
    let published = try ReferencePackTests.records(
      SharedData.path("data/flows/baci_hs92_raw_materials_1995_2024.csv.gz")
    ) { ($0.integer(0) ?? 0) >= 2022 }
    let pack = try ReferencePackTests.records(
      ReferencePackTests.folder + "baci_hs92_raw_materials_2022_2024.csv.gz")
    #expect(pack.count > 150_000)
    #expect(pack == published)
  }

  @Test(
    "holds the published production of 2020 to 2024, row for row; blanks stay blank",
    .enabled(if: SharedData.has("data/production/world_mining_data_2018_2024_long.csv")))
  func production() throws {
    let published = try ReferencePackTests.records(
      SharedData.path("data/production/world_mining_data_2018_2024_long.csv")
    ) { ($0.integer(6) ?? 0) >= 2020 }
    let pack = try ReferencePackTests.records(
      ReferencePackTests.folder + "world_mining_2020_2024.csv.gz")
    #expect(pack == published)
    #expect(pack.contains { $0.last == "" })
  }

  @Test(
    "holds the published governance values of the last five years, row for row",
    .enabled(if: SharedData.has("data/governance/wgi_political_stability_Estimate.csv")),
    arguments: [("Estimate", "estimate"), ("StdErr", "standard_error")])
  func governance(published: String, measure: String) throws {
    let rows = try ReferencePackTests.records(
      SharedData.path("data/governance/wgi_political_stability_\(published).csv"))
    let pack = try ReferencePackTests.records(
      ReferencePackTests.folder + "wgi_political_stability_\(measure).csv.gz")
    #expect(pack == rows.map { Array($0.prefix(2) + $0.suffix(6)) })
  }

  @Test(
    "holds the published map of materials without its prose, and the published product codes",
    .enabled(if: SharedData.has("data/production/wmd_hs_code_map.csv")))
  func materials() throws {
    var rows = try ReferencePackTests.records(
      SharedData.path("data/production/wmd_hs_code_map.csv"))
    for index in rows.indices.dropFirst() { rows[index][5] = "" }
    let pack = try ReferencePackTests.records(
      ReferencePackTests.folder + "materials_hs92.csv.gz")
    #expect(pack == rows)
    let codes = try ReferencePackTests.records(
      SharedData.path("data/flows/baci_product_codes_hs92.csv"))
    let products = try ReferencePackTests.records(
      ReferencePackTests.folder + "hs92_products.csv.gz")
    #expect(products == codes)
  }

  @Test("imports by its cards alone, and its countries, flows and indicators meet")
  func imports() throws {
    let tower = try ReferenceTower()
    let order = [
      ("baci-countries", "baci_country_codes.csv"), ("country-groups", "country_groups.csv"),
      ("hs", "hs92_products.csv.gz"), ("product-names", "product_names.csv"),
      ("materials", "materials_hs92.csv.gz"), ("material-names", "material_names.csv"),
      ("wgi", "wgi_political_stability_estimate.csv.gz"),
      ("wgi", "wgi_political_stability_standard_error.csv.gz"),
      ("baci", "baci_hs92_raw_materials_2022_2024.csv.gz"),
    ]
    for (dataset, file) in order {
      let result = try tower.takePack(dataset, file)
      #expect(result.tables[0].rows[0][1] == .text("imported"), "\(file)")
      #expect(try tower.takePack(dataset, file).tables[0].rows[0][1] == .text("unchanged"))
    }
    let held = try tower.read { try TradeFlows.years(edition: "hs92", $0) }
    #expect(held == [2022, 2023, 2024])
    // Belgium and Luxembourg were one area of trade until 1998, inside the EU of today.
    func union(_ day: String) throws -> Set<String> {
      try tower.read { Set(try Countries.members(of: "EU27", on: Day(day), $0)) }
    }
    #expect(try union("1998-12-31").symmetricDifference(union("1999-01-01")) == ["BEL-58"])
    #expect(try union("2024-12-31").count == 27)
    // Taiwan is 490 in the flows and has no number among the indicators: a join by number loses it.
    let taiwan = try tower.run(
      "query",
      """
      SELECT count(*), count(g.value), (SELECT count(*) FROM flows WHERE exporter = 'TWN')
      FROM flows f JOIN governance g ON g.country = f.exporter AND g.year = f.year
        AND g.dimension = 'political_stability' AND g.measure = 'estimate'
      WHERE f.exporter = 'TWN'
      """
    ).tables[0].rows
    #expect(taiwan[0][0] == taiwan[0][2])
    #expect(try #require(taiwan[0][0].integer) > 1000)
    // Every product that a material is traded in has a name in both languages.
    let nameless = try tower.texts(
      """
      SELECT product FROM material_product WHERE product NOT IN
        (SELECT edition || '/' || code FROM product_name WHERE name_ko IS NOT NULL)
      """)
    #expect(nameless.isEmpty)
    #expect(
      try tower.texts(
        "SELECT id FROM material WHERE id NOT IN (SELECT material FROM material_name)"
      ).isEmpty)
  }
}
