import Configuration
import Testing
import Vocabulary

@Suite("Decoding a configuration")
struct DecodingTests {
  @Test("gives typed values, defaults and empty lists")
  func values() throws {
    let values = try Fixtures.values(
      """
      agency: motir
      title: {en: Trade, ko: 통상}
      share: 12.5%
      since: 2025-04-04
      product: hs92/280530
      about: country:KOR
      marking: TLP:AMBER+STRICT
      level: 경계
      token: {env: TOWER_TOKEN}
      names: [a, "b c"]
      holders: [country:KOR]
      stocks:
        - {material: gallium, amount: 120 kg, counted: }
      extra: {edition: hs92, "2": two}
      """)
    #expect(values.text("agency") == "motir")
    #expect(values.localized("title") == LocalizedText("Trade", korean: "통상"))
    #expect(values.integer("workers") == 2)
    #expect(values.flag("enabled"))
    #expect(values.percentage("share").fraction == 0.125)
    #expect(values.optionalDay("since") == (try Day("2025-04-04")))
    #expect(values.product("product").digits == "280530")
    #expect(values.subject("about").kind == "country")
    #expect(values.level("level") == .alert)
    #expect(values.secret("token") == .environment("TOWER_TOKEN"))
    #expect(values.texts("names") == ["a", "b c"])
    #expect(values.subjects("holders").map(\.identifier) == ["KOR"])
    let first = try #require(values.mappings("stocks").first)
    #expect(first.quantity("amount").amount(in: .tonne) == 0.12)
    #expect(first.optionalDay("counted") == nil)
    #expect(values.dictionaryOfTexts("extra").map(\.0) == ["edition", "2"])
    #expect(values.optionalNumber("ratio") == nil)
  }

  @Test("a mapping that was left out holds the defaults inside it")
  func nestedDefaults() throws {
    let values = try Fixtures.values("agency: a")
    #expect(values.mapping("limits").flag("strict"))
    #expect(values.mapping("limits").mark == nil)
    #expect(values.mapping("limits").optionalInteger("rows") == nil)
  }

  @Test("reports ten faults of one file at once, each at its place")
  func tenFaults() {
    let found = Fixtures.faults(
      """
      agncy: motir
      workers: 99
      ratio: abc
      share: 40
      enabled: yes
      since: 2025-02-30
      product: hs92/28
      mode: fasst
      names: [a, [b]]
      stocks:
        - {material: gallium, amount: 120, counted: 2025-01-01, colour: red}
      workers: 3
      """)
    let places = found.map { [$0.mark.line, $0.mark.column] }
    #expect(
      places == [
        [1, 1], [1, 1], [2, 10], [3, 8], [4, 8], [5, 10], [6, 8], [8, 7], [9, 12], [11, 33],
        [11, 59], [12, 1],
      ])
    #expect(found.contains { $0.message == "unknown key 'agncy'" && $0.suggestions == ["agency"] })
    #expect(found.contains { $0.message.contains("'agency' is missing") })
    #expect(found.contains { $0.suggestions == ["fast"] && $0.allowed == ["fast", "exact"] })
    #expect(found.contains { $0.message == "'workers' stands already in line 2" })
  }

  @Test("every missing key is named, at the mapping that lacks it")
  func missingKeys() {
    let found = Fixtures.faults("agency: a\nstocks:\n  - counted: 2025-01-01\n")
    #expect(
      found.map(\.mark) == Array(repeating: Mark(file: "t.yaml", line: 3, column: 5), count: 2))
    #expect(
      found.map(\.message) == [
        "the key 'amount' is missing: How much.", "the key 'material' is missing: What is kept.",
      ])
  }

  @Test("the faults of several files are gathered in one list")
  func collecting() throws {
    var found: [Diagnostic] = []
    for file in ["a.yaml", "b.yaml"] {
      let node = try YAML.parse(text: "agency: a\nworkers: 0\ncountry: kr", file: file)
      #expect(Fixtures.schema.decode(node, collecting: &found) == nil)
    }
    #expect(found.map(\.mark.file) == ["a.yaml", "a.yaml", "b.yaml", "b.yaml"])
  }

  @Test("a fault that only the caller can see is reported at the item of a list")
  func laterFaults() throws {
    let values = try Fixtures.values("agency: a\nnames: [motir, moef]\n")
    let fault = values.fault("names", item: 1, "'moef' is not one of the agencies")
    #expect(fault.mark == Mark(file: "t.yaml", line: 2, column: 16))
    #expect(values.error("names", "empty").diagnostics.first?.mark.column == 8)
    #expect(values.fault("since", "must be given").mark.line == 1)
    #expect(values.mapping("limits").fault("rows", "unknown").mark.file == "built-in defaults")
  }
}
