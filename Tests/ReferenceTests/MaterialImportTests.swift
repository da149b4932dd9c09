import Kernel
import Reference
import Store
import TestSupport
import Testing
import Vocabulary

@Suite("Importing materials")
struct MaterialImportTests {
  private let tower: ReferenceTower
  private let header =
    "Sheet_name,Category - WMD,Reference ID,Supply Chain Stage,Symbol,Geology,Reference,"
    + "EoL-RIR (2023),HS Code - Complementary,HS Code,Description\n"

  init() throws { tower = try ReferenceTower() }

  private func material(_ identifier: String) throws -> Material {
    try #require(try tower.read { try Materials.material(identifier, $0) })
  }

  @Test("an identifier is the name without its bracket, which stays where two would be one")
  func identifiers() {
    let names = [
      "Rare Earths (REO)", "Phosphate Rock (P2O5)", "Tungsten (W)", "Chromium (Cr2O3)",
      "Iron (Fe)", "Talc, Steatite & Pyrophyllite", "Diamonds (Gem)", "Diamonds (Ind)",
      "Beryllium (conc.)", "Coking Coal",
    ]
    let identifiers = Materials.identifiers(of: names)
    #expect(
      names.map { identifiers[$0] } == [
        "rare-earths", "phosphate-rock", "tungsten", "chromium", "iron",
        "talc-steatite-pyrophyllite", "diamonds-gem", "diamonds-ind", "beryllium", "coking-coal",
      ])
  }

  @Test("the main product comes first, and prose over many lines disturbs nothing")
  func products() throws {
    try tower.take(
      "materials", "map.csv",
      header + """
        Cobalt,Metals,Cobalt,Processing,Co,"Two
        lines, with ""quotes\""",url,0.22,"810510;1020",282200,Oxides
        Gallium,Metals,Gallium,,Ga,,,0.0,,Not Available,Not Available
        Unknown (X),Metals,X,,Not Available,,,,,Not Available,
        """)
    let cobalt = try material("cobalt")
    #expect(cobalt.products.map(\.description) == ["hs92/282200", "hs92/001020", "hs92/810510"])
    #expect(cobalt.recyclingRate == Percentage(fraction: 0.22))
    #expect(cobalt.recyclingYear == 2023)
    let gallium = try material("gallium")
    #expect(gallium.products.isEmpty)
    #expect(gallium.recyclingRate == Percentage(fraction: 0))
    let unknown = try material("unknown")
    #expect(unknown.recyclingRate == nil)
    #expect(unknown.recyclingYear == nil)
    #expect(try tower.rows("SELECT symbol FROM material WHERE id = 'unknown'") == [[.null]])
    let traded = try tower.read { try Materials.traded(in: try ProductCode("hs92/2822"), $0) }
    #expect(traded.map(\.identifier) == ["cobalt"])
  }

  @Test("refuses a rate that is no share, a code that is no product and another header")
  func refusals() throws {
    let rate = #expect(throws: TowerError.self) {
      try tower.take("materials", "a.csv", header + "Tin,M,Tin,,Sn,,,34,,260900,Ores\n")
    }
    #expect(rate?.message.contains("line 2: the recycling input rate is not a share") == true)
    let code = #expect(throws: TowerError.self) {
      try tower.take("materials", "a.csv", header + "Tin,M,Tin,,Sn,,,0.3,,26O900,Ores\n")
    }
    #expect(code?.message.contains("'26O900' is not a product of six digits") == true)
    #expect(throws: TowerError.self) {
      try tower.take("materials", "a.csv", header.replacing("EoL-RIR (2023)", with: "EoL-RIR"))
    }
  }

  @Test("Korean names come from their own file, which names what it does not know")
  func names() throws {
    let empty = #expect(throws: TowerError.self) {
      try tower.take("material-names", "names.csv", "material,name_en,name_ko\ntin,Tin,주석\n")
    }
    #expect(empty?.message == "the store knows no materials yet")
    let map = header + "Tin,M,Tin,,Sn,,,0.3,,260900,Ores\nZinc,M,Zinc,,Zn,,,0.3,,260800,Ores\n"
    try tower.take("materials", "map.csv", map)
    #expect(try material("zinc").name == LocalizedText("Zinc"))
    let names = "material,name_en,name_ko\ntin,Tin,주석\nzinc,Zinc metal,아연\n"
    try tower.take("material-names", "names.csv", names)
    #expect(try material("zinc").name == LocalizedText("Zinc metal", korean: "아연"))
    let wrong = #expect(throws: TowerError.self) {
      try tower.take("material-names", "w.csv", "material,name_en,name_ko\nzink,Zinc,아연\n")
    }
    #expect(wrong?.message.contains("'zink' is not a material; nearest: zinc") == true)
    // Materials that come again lose no name.
    try tower.take("materials", "map.csv", map.replacing("0.3", with: "0.4"))
    #expect(try material("zinc").name.korean == "아연")
  }

  @Test(
    "the published map imports as it is: 65 materials, of which 12 have no product",
    .enabled(if: SharedData.has("data/production/wmd_hs_code_map.csv")))
  func published() throws {
    let result = try tower.run(
      "import", "materials", SharedData.path("data/production/wmd_hs_code_map.csv"))
    #expect(result.rowsTaken == 65)
    #expect(try tower.rejects(of: result).isEmpty)
    let materials = try tower.read(Materials.all)
    #expect(materials.filter(\.products.isEmpty).count == 12)
    #expect(Set(materials.flatMap(\.products)).count == 73)
  }
}
