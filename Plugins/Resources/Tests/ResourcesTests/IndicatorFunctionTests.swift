import Kernel
import Store
import TestSupport
import Testing

@Suite("The indicators of criticality in questions")
struct IndicatorFunctionTests {
  @Test("join each other over importer, material and year")
  func join() throws {
    let antimony = try Antimony()
    let rows = try antimony.resources.run(
      "query",
      """
      SELECT g.importer, g.score IS NOT NULL, r.import_reliance, s.stage, e.status, u.status
      FROM geopolrisk('KOR', 2022) g
      JOIN import_reliance('KOR', 2022) r USING (importer, material, year)
      JOIN supply_risk('KOR', 2022) s USING (importer, material, year)
      JOIN economic_importance('KOR', 2022) e USING (importer, material, year)
      JOIN usgs_supply_risk('KOR', 2022) u USING (importer, material, year)
      WHERE material = 'antimony'
      """
    ).tables[0].rows
    #expect(rows == [["KOR", 1, 0.9, "extraction", "insufficient", "insufficient"]])
  }

  @Test("of all importers have a row for each that takes part")
  func all() throws {
    let rows = try Antimony().resources.run(
      "query",
      "SELECT DISTINCT importer FROM import_reliance('all', 2022) ORDER BY importer"
    ).tables[0].rows
    #expect(rows.map { $0[0] } == ["AUS", "BRA", "CHN", "DEU", "FRA", "JPN", "KOR", "USA"])
  }
}
