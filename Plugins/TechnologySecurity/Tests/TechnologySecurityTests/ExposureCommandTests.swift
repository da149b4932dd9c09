import Kernel
import Store
import TestSupport
import Testing

@Suite("The command technology exposure")
struct ExposureCommandTests {
  private let whole: TechnologyTower

  init() throws {
    whole = try TechnologyTower.whole()
  }

  private func exposed(_ words: String...) throws -> [[String: Value]] {
    try whole.rows(["technology", "exposure"] + words)
  }

  @Test("names the technologies with the step, national core technologies first")
  func product() throws {
    let rows = try exposed("--product", "hs92/284690")
    #expect(rows.map { $0["technology"] } == ["multilayer-ceramic-capacitors", "ndfeb-magnets"])
    #expect(rows.map { $0["step"] } == ["powder", "grain-boundary-diffusion"])
    #expect(rows.map { $0["national_core"] } == ["yes", "unknown"])
    #expect(rows.allSatisfy { $0["answer"] == "yes" })
  }

  @Test("a heading meets the products below it")
  func heading() throws {
    let heading = try exposed("--product", "hs92/2846")
    let below = try exposed("--product", "hs92/284610") + exposed("--product", "hs92/284690")
    #expect(Set(heading.compactMap { $0["step"] }) == Set(below.compactMap { $0["step"] }))
    #expect(heading.count == below.count)
  }

  @Test("a product narrower than the recorded code cannot be told")
  func narrower() throws {
    let rows = try exposed("--product", "hs92/28469010")
    #expect(rows.count == 2)
    #expect(rows.allSatisfy { $0["answer"] == "cannot_tell" && $0["missing"] != .null })
  }

  @Test("a product of another edition is never compared; the conversion is what is missing")
  func editions() throws {
    let result = try whole.run(["technology", "exposure", "--product", "hs22/284690"])
    #expect(result.tables[0].rows.map { $0[0] } == ["cannot_tell"])
    #expect(
      result.tables[0].rows[0][1] == "the conversion of hs22/284690 from hs22 to hs92")
    #expect(result.notes.contains { $0.contains("does not mean") })
  }

  @Test("materials go by either language, elements by their name, and by the day of designation")
  func materials() throws {
    let korean = try exposed("--material", "갈륨")
    #expect(
      korean.map { $0["technology"] }
        == (try exposed("--material", "gallium")).map { $0["technology"] })
    #expect(korean.count == 3)
    let element = try exposed("--material", "dysprosium")
    #expect(
      Set(element.compactMap { $0["technology"]?.text })
        == ["multilayer-ceramic-capacitors", "ndfeb-magnets", "traction-motors"])
    let before = try exposed("--material", "dysprosium", "--as-of", "2025-10-01")
    #expect(
      before.first { $0["technology"] == "multilayer-ceramic-capacitors" }?["national_core"]
        == "unknown")
    let error = #expect(throws: TowerError.self) { try exposed("--material", "galium") }
    #expect(error?.message.hasSuffix("did you mean gallium?") == true)
  }

  @Test("nothing found is not a clearance, and one of product and material is asked for")
  func nothing() throws {
    let result = try whole.run(["technology", "exposure", "--product", "hs92/010110"])
    #expect(result.tables[0].rows.isEmpty)
    #expect(result.notes.first?.contains("does not mean") == true)
    #expect(throws: TowerError.self) { try exposed() }
    #expect(throws: TowerError.self) {
      try exposed("--product", "hs92/2846", "--material", "gallium")
    }
    #expect(throws: TowerError.self) {
      try TechnologyTower().run(["technology", "exposure", "--product", "hs92/2846"])
    }
  }

  @Test("the table function gives the rows of the command, also joined to a table")
  func function() throws {
    let command = try whole.run(["technology", "exposure", "--product", "hs92/2846"]).tables[0].rows
    let function = try whole.run([
      "query", "SELECT * FROM technology_exposure('hs92/2846')",
    ]).tables[0].rows
    #expect(function == command)
    let joined = try whole.run([
      "query",
      """
      SELECT DISTINCT m.technology FROM technology_make m, technology_exposure(m.product) e
      WHERE m.product = 'hs92/850511' ORDER BY 1
      """,
    ]).tables[0].rows
    #expect(joined == [["ndfeb-magnets"]])
  }

  @Test("a technology is shown with its steps, uses, products, control lists and holders")
  func show() throws {
    let result = try whole.run(["technology", "show", "네오디뮴(NdFeB) 영구자석"])
    #expect(result.tables.map(\.rows.count) == [10, 5, 7, 1, 3, 1])
    #expect(result.notes == ["1 of 1 holders are synthetic demonstration data"])
  }

  @Test("the list can be narrowed to an industry and a standing")
  func list() throws {
    let all = try whole.rows(["technology", "list"])
    #expect(all.count == 22)
    let core = try whole.rows(["technology", "list", "--national-core", "yes"])
    #expect(core.count == 14)
    #expect(all.prefix(14).map { $0["technology"] } == core.map { $0["technology"] })
    let ships = try whole.rows(["technology", "list", "--field", "shipbuilding"])
    #expect(ships.map { $0["technology"] } == ["lng-carriers"])
    let early = try whole.rows([
      "technology", "list", "--national-core", "yes", "--as-of", "2023-06-01",
    ])
    #expect(early.map { $0["technology"] } == ["traction-motors"])
  }
}
