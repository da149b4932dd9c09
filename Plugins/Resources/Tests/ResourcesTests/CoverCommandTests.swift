import Configuration
import Kernel
import Resources
import Store
import TestSupport
import Testing

@Suite("The cover of a stock")
struct CoverCommandTests {
  private let resources: ResourcesTower

  init() throws {
    resources = try ResourcesTower()
    try resources.importNames()
  }

  private func cover(_ options: String...) throws -> [String: Value] {
    let table = try Dispatcher(resources.tower).run(
      ["resources", "cover", "--material", "tin"] + options
    ).result.tables[0]
    return Dictionary(zip(table.columns.map(\.name), try #require(table.rows.first))) { $1 }
  }

  @Test("is the time to survive against the time to recover, in any unit of mass")
  func survival() throws {
    let row = try cover(
      "--stock", "0.9kt", "--consumption", "3650t/yr", "--loss", "60%", "--recover", "180")
    #expect(row["daily_use"] == 10.0)
    #expect(row["days_of_use"] == 90.0)
    #expect(row["time_to_survive"] == 150.0)
    #expect(row["gap"] == 30.0)
    #expect(abs((row["stock_needed"]?.real ?? 0) - 1080) < 1e-9)
    #expect(abs((row["shortfall"]?.real ?? 0) - 180) < 1e-9)
    #expect(row["level"] == "attention")
  }

  @Test("grows with substitutes, savings and another inflow, and may never end")
  func measures() throws {
    let base = ["--stock", "900t", "--consumption", "3650t/yr", "--loss", "60%"]
    func days(_ options: String...) throws -> Value? {
      let table = try Dispatcher(resources.tower).run(
        ["resources", "cover", "--material", "tin"] + base + options
      ).result.tables[0]
      let names = table.columns.map(\.name)
      return names.firstIndex(of: "time_to_survive").map { table.rows[0][$0] }
    }
    #expect(try days("--saving", "10%") == 180.0)
    #expect(try days("--substitution", "730t/yr") == 225.0)
    #expect(try days("--inflow", "0t/yr") == 90.0)
    #expect(try days("--substitution", "2190t/yr") == .null)
  }

  @Test("refuses an amount in place of a rate, a unit of another kind, and a use of nothing")
  func refusals() {
    #expect(throws: TowerError.self) {
      try cover("--stock", "9t", "--consumption", "3650t", "--loss", "60%")
    }
    #expect(throws: TowerError.self) {
      try cover("--stock", "9 m3", "--consumption", "3650t/yr", "--loss", "60%")
    }
    #expect(throws: TowerError.self) {
      try cover("--stock", "9t", "--consumption", "0t/yr", "--loss", "60%")
    }
  }

  @Test("has the level of the thresholds that the deployment sets")
  func thresholds() throws {
    let strict = try ResourcesTower(
      configuration: """
        agency: {id: motir, name: {en: Industry}, country: KOR}
        modules: {resources: {cover_serious_days: 160, cover_alert_days: 170,
          cover_caution_days: 175}}
        """)
    try strict.importNames()
    let row = try #require(
      try strict.answer(
        "resources", "cover", "--material", "tin", "--stock", "900t", "--consumption", "3650t/yr",
        "--loss", "60%"
      ).first)
    #expect(row["level"] == "serious")
  }

  @Test("thresholds that do not rise from level to level are refused with the place")
  func order() {
    let error = #expect(throws: ConfigurationError.self) {
      try ResourcesTower(
        configuration: """
          agency: {id: motir, name: {en: Industry}, country: KOR}
          modules: {resources: {cover_serious_days: 60}}
          """)
    }
    #expect(error?.description.contains("cover_serious_days is 60 days") == true)
  }
}
