import Kernel
import Reference
import Store
import TestSupport
import Testing

@Suite("Importing countries and their groups")
struct CountryImportTests {
  private let tower: ReferenceTower

  init() throws { tower = try ReferenceTower() }

  @Test("a number that stands in the file twice is refused with its line")
  func repeatedCountry() throws {
    let rows = (100..<120).map {
      "\($0),Country \($0),XX,C\(Array("ABCDEFGHIJKLMNOPQRST")[$0 - 100])X\n"
    }
    let result = try tower.take(
      "baci-countries", "countries.csv",
      "country_code,country_name,country_iso2,country_iso3\n" + rows.joined() + rows[3],
      "--allow-rejects", "1")
    let rejects = try tower.rejects(of: result)
    #expect(rejects.map(\.line) == [22])
    #expect(rejects.map(\.reason) == ["the number 103 stands in the file already"])
  }

  @Test("a member that stands in its group twice is refused with its line")
  func repeatedMember() throws {
    let members = ["AUT", "BEL", "BGR", "CYP", "CZE", "DEU", "DNK", "ESP", "EST", "FIN"]
    let rows = (members + ["BEL"]).map { "EU27,\($0),,\n" }.joined()
    let result = try tower.take(
      "country-groups", "groups.csv", "group,country,valid_from,valid_to\n" + rows,
      "--allow-rejects", "1")
    let rejects = try tower.rejects(of: result)
    #expect(rejects.map(\.line) == [12])
    #expect(rejects.map(\.reason) == ["BEL stands in the group EU27 already"])
  }
}
