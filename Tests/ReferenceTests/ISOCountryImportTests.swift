import Configuration
import FoundationEssentials
import Kernel
import Reference
import Store
import TestSupport
import Testing
import Vocabulary

@Suite("Importing ISO 3166-1")
struct ISOCountryImportTests {
  private let tower: ReferenceTower
  private let list = """
    {"3166-1": [
      {"alpha_2": "GH", "alpha_3": "GHA", "name": "Ghana", "numeric": "288"},
      {"alpha_2": "TW", "alpha_3": "TWN", "common_name": "Taiwan",
       "name": "Taiwan, Province of China", "numeric": "158"},
      {"alpha_2": "IR", "alpha_3": "IRN", "common_name": "Iran",
       "name": "Iran, Islamic Republic of", "numeric": "364"},
      {"alpha_2": "TG", "alpha_3": "TGO", "name": "Togo", "numeric": "768"}
    ]}
    """

  init() throws { tower = try ReferenceTower() }

  private func catalogue(_ name: String, ghana: String = "가나") -> String {
    tower.folder.write(
      name,
      catalogueBytes(
        [
          ("Ghana", ghana), ("Iran", "Iran"), ("Iran, Islamic Republic of", "이란 이슬람 공화국"),
          ("Taiwan", "타이완"), ("Taiwan, Province of China", "타이완, 중국령"),
        ], isBigEndian: true))
  }

  @Test("the name in common use is preferred, and its translation; what has none is said")
  func names() throws {
    let result = try tower.take(
      "iso-countries", "iso.json", list, "--translations", catalogue("ko.mo"))
    let rows = try tower.rows(
      "SELECT country, alpha2, iso_numeric, name_en, name_ko FROM country_name ORDER BY 1")
    #expect(
      rows == [
        [.text("GHA"), .text("GH"), .integer(288), .text("Ghana"), .text("가나")],
        [.text("IRN"), .text("IR"), .integer(364), .text("Iran"), .text("이란 이슬람 공화국")],
        [.text("TGO"), .text("TG"), .integer(768), .text("Togo"), .null],
        [.text("TWN"), .text("TW"), .integer(158), .text("Taiwan"), .text("타이완")],
      ])
    #expect(result.notes.map { $0.hasSuffix("no Korean name for TGO") } == [true])
  }

  @Test("the same catalogue at another place changes nothing; another one is another source")
  func catalogues() throws {
    try tower.take("iso-countries", "iso.json", list, "--translations", catalogue("ko.mo"))
    let moved = try tower.take(
      "iso-countries", "iso.json", list, "--translations", catalogue("copy.mo"))
    #expect(moved.tables[0].rows[0][1] == .text("unchanged"))
    try tower.take(
      "iso-countries", "iso.json", list, "--translations", catalogue("ko.mo", ghana: "가나 공화국"))
    #expect(
      try tower.texts("SELECT name_ko FROM country_name WHERE country = 'GHA'") == ["가나 공화국"])
  }

  @Test("without a catalogue there are no Korean names, and that is said")
  func withoutCatalogue() throws {
    let result = try tower.take("iso-countries", "iso.json", list)
    #expect(result.notes.map { $0.contains("add --translations") } == [true])
    #expect(try tower.rows("SELECT 1 FROM country_name WHERE name_ko IS NOT NULL").isEmpty)
  }

  @Test(
    "refuses what is not JSON, has no such list, or is no catalogue, and an entry without a code")
  func refusals() throws {
    let text = #expect(throws: TowerError.self) {
      try tower.take("iso-countries", "a.json", "{\"3166-1\": [")
    }
    #expect(text?.message.hasSuffix("is not JSON in UTF-8") == true)
    let other = #expect(throws: TowerError.self) {
      try tower.take("iso-countries", "a.json", "{\"639-3\": []}")
    }
    #expect(other?.message.hasSuffix("has no list named 3166-1") == true)
    let catalogue = #expect(throws: TowerError.self) {
      let file = tower.folder.write("bad.mo", "no catalogue")
      try tower.take("iso-countries", "a.json", list, "--translations", file)
    }
    #expect(catalogue?.message.contains("bad.mo is not a gettext catalogue") == true)
    let code = #expect(throws: TowerError.self) {
      try tower.take(
        "iso-countries", "a.json",
        "{\"3166-1\": [{\"alpha_2\": \"GH\", \"name\": \"Ghana\", \"numeric\": \"288\"}]}")
    }
    #expect(code?.message.contains("entry 1: codes of two and three letters") == true)
    #expect(try tower.rows("SELECT * FROM country_name").isEmpty)
  }

  @Test("a command takes a country by its Korean name or its code of two letters")
  func otherNames() throws {
    try tower.take(
      "baci-countries", "codes.csv",
      "country_code,country_name,country_iso2,country_iso3\n288,Ghana,GH,GHA\n364,Iran,IR,IRN\n")
    try tower.take("iso-countries", "iso.json", list, "--translations", catalogue("ko.mo"))
    let names = try tower.read(Countries.names)
    #expect(names["GHA"] == LocalizedText("Ghana", korean: "가나"))
    #expect(names["XXX"] == LocalizedText("XXX"))
    let domain = try #require(
      ReferenceModule(settings: .defaults(of: [])).descriptor.domains.first { $0.name == "country" }
    )
    let entries = try tower.read(domain.entries)
    #expect(
      entries.map(\.names) == [
        ["Ghana", "GH", "Ghana", "가나"],
        ["Iran", "IR", "Iran", "이란 이슬람 공화국"],
      ])
  }

  private static let installedList = "/usr/share/iso-codes/json/iso_3166-1.json"
  private static let installedNames = "/usr/share/locale/ko/LC_MESSAGES/iso_3166-1.mo"

  @Test(
    "every country of iso-codes comes with a Korean name",
    .enabled(
      if: [installedList, installedNames].allSatisfy { FileManager.default.fileExists(atPath: $0) })
  )
  func isoCodes() throws {
    let result = try tower.run(
      "import", "iso-countries", ISOCountryImportTests.installedList, "--translations",
      ISOCountryImportTests.installedNames)
    #expect(try #require(result.rowsTaken) >= 249)
    #expect(result.notes.isEmpty)
    let names = try tower.read(Countries.names)
    #expect(names["KOR"] == LocalizedText("South Korea", korean: "대한민국"))
    #expect(names["CHN"].korean == "중국")
  }
}
