import Configuration
import TestSupport
import Testing
import Vocabulary

private let stock = Schema(
  title: "Stock", doc: "A stock position.",
  fields: [
    Field("material", .text, isRequired: true, doc: "What is kept."),
    Field("amount", .quantity(.mass), isRequired: true, doc: "How much."),
    Field("counted", .day, doc: "When."),
  ])

private let schema = Schema(
  title: "Deployment", doc: "A deployment.",
  fields: [
    Field("agency", .text, isRequired: true, doc: "The agency."),
    Field("title", .localizedText, doc: "The title."),
    Field("workers", .integer(1...8), default: .integer(2), doc: "How many."),
    Field("ratio", .number(0...1), doc: "A ratio."),
    Field("share", .percentage, doc: "A share."),
    Field("enabled", .flag, default: .flag(true), doc: "Whether it is on."),
    Field("since", .day, doc: "The first day."),
    Field("product", .product, doc: "A product."),
    Field("about", .subject, doc: "A subject."),
    Field("marking", .marking, doc: "A marking."),
    Field("level", .level, doc: "A level."),
    Field("country", .country, doc: "A country."),
    Field("mode", .choice(["fast", "exact"]), doc: "A mode."),
    Field("token", .secret, doc: "A secret."),
    Field("names", .list(.text), doc: "Names."),
    Field("stocks", .list(.mapping(stock)), doc: "Stocks."),
    Field("extra", .dictionary(.scalar), doc: "Anything."),
  ])

private func faults(_ text: String) -> [Diagnostic] {
  do {
    _ = try schema.decode(YAML.parse(text: text, file: "t.yaml"))
    return []
  } catch {
    return error.diagnostics
  }
}

@Suite("Decoding a configuration")
struct DecodingTests {
  @Test("gives typed values, defaults and empty lists")
  func values() throws {
    let node = try YAML.parse(
      text: """
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
        stocks:
          - {material: gallium, amount: 120 kg, counted: }
        extra: {edition: hs92, "2": two}
        """, file: "t.yaml")
    let values = try schema.decode(node)
    #expect(values.text("agency") == "motir")
    #expect(values.localized("title") == LocalizedText("Trade", korean: "통상"))
    #expect(values.integer("workers") == 2)
    #expect(values.flag("enabled"))
    #expect(values.percentage("share").fraction == 0.125)
    #expect(values.optionalDay("since") == (try Day("2025-04-04")))
    #expect(values.level("level") == .alert)
    #expect(values.texts("names") == ["a", "b c"])
    let first = try #require(values.mappings("stocks").first)
    #expect(first.text("material") == "gallium")
    #expect(first.optionalDay("counted") == nil)
    #expect(values.dictionaryOfTexts("extra").map(\.0) == ["edition", "2"])
    #expect(values.optionalNumber("ratio") == nil)
  }

  @Test("reports ten faults of one file at once, each at its place")
  func tenFaults() {
    let found = faults(
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
      """)
    let places = found.map { [$0.mark.line, $0.mark.column] }
    #expect(
      places == [
        [1, 1], [1, 1], [2, 10], [3, 8], [4, 8], [5, 10], [6, 8], [8, 7], [9, 12], [11, 33],
        [11, 59],
      ])
    #expect(found.contains { $0.message == "unknown key 'agncy'" && $0.suggestions == ["agency"] })
    #expect(found.contains { $0.message.contains("'agency' is missing") })
    #expect(found.contains { $0.suggestions == ["fast"] && $0.allowed == ["fast", "exact"] })
    #expect(found.contains { $0.message == "expected true or false, found 'yes'; write true" })
  }

  @Test(
    "refuses a wrong value of every type and says what was expected",
    arguments: [
      ("workers: 0", "from 1 to 8"), ("workers: '3'", "drop the quotes"),
      ("workers: 1_0", "1 to 8"),
      ("workers: 0x3", "1 to 8"), ("ratio: .inf", "0 to 1"), ("ratio: 0x1p-1", "0 to 1"),
      ("ratio: nan", "0 to 1"), ("share: 101%", "outside 0% to 100%"),
      ("enabled: on", "true or false"),
      ("since: yesterday", "YYYY-MM-DD"), ("product: '280530'", "edition/digits"),
      ("about: KOR", "kind:id"), ("marking: AMBER", "not a marking"), ("level: high", "not allowed"),
      ("country: KR", "three capital letters"), ("mode: slow", "not allowed"),
      ("token: hunter2", "expected a mapping"), ("token: {}", "env or file"),
      ("names: a", "expected a list"), ("stocks: {a: b}", "expected a list"),
      ("stocks: [a]", "expected a mapping"), ("title: {ko: 통상}", "'en' is missing"),
      ("extra: [a]", "expected a mapping"),
    ])
  func refusals(line: String, expectation: String) {
    let found = faults("agency: a\n" + line)
    #expect(found.count == 1)
    #expect(found.first?.mark.line == 2)
    #expect(found.first?.message.contains(expectation) == true, "\(found)")
  }

  @Test("the caret stands under the fault, also behind Hangul, which is twice as wide")
  func caret() throws {
    let found = try #require(faults("agency: a\ntitle: {en: x, ko: 통상, xx: y}").first)
    #expect(
      found.description == """
        t.yaml:2:24: unknown key 'xx' (allowed: en, ko)
          title: {en: x, ko: 통상, xx: y}
                                   ^
        """)
  }

  @Test("a secret is shown as the place where it is kept")
  func secrets() throws {
    let node = try YAML.parse(text: "agency: a\ntoken: {env: PATH}", file: "t.yaml")
    let entry = try #require(schema.decode(node).outline().first { $0.path == "token" })
    #expect(entry.value == "env:PATH")
    #expect(entry.origin == "t.yaml:2:8")
  }
}

@Suite("Reading YAML")
struct YAMLTests {
  @Test("names the place of a duplicate key and the line of the first")
  func duplicates() {
    let found = faults("agency: a\nworkers: 2\nagency: b\nworkers: 3\n")
    #expect(found.map(\.mark.line) == [3, 4])
    #expect(found.first?.message == "'agency' stands already in line 1")
  }

  @Test(
    "refuses what is not one plain document",
    arguments: [
      "agency: [", "agency: a\n---\nagency: b", "a: &x 1\nb: *x", "? [a]\n: b", "agency: \"a",
      "\tagency: a", String(repeating: "[", count: 100) + String(repeating: "]", count: 100),
    ])
  func notOneDocument(text: String) {
    #expect(!faults(text).isEmpty)
  }

  @Test("a file that is not there, or is not UTF-8, is refused by name")
  func unreadable() {
    let folder = ScratchFolder()
    #expect(throws: ConfigurationError.self) { try YAML.load(path: folder.file("none.yaml")) }
  }

  @Test("never crashes and never accepts an unknown key, whatever is changed in a valid file")
  func fuzz() throws {
    let valid = Array(
      """
      agency: motir
      title: {en: Trade, ko: 통상}
      share: 12.5%
      stocks:
        - {material: gallium, amount: 120 kg}
      extra: {edition: hs92}
      """.utf8)
    var random = SeededGenerator(seed: 7)
    let known = schema.fields.map(\.name)
    var accepted = 0
    for _ in 0..<5000 {
      var bytes = valid
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: place)
        default: bytes.insert(UInt8.random(in: 9...126, using: &random), at: place)
        }
      }
      let text = String(decoding: bytes, as: UTF8.self)
      guard let node = try? YAML.parse(text: text, file: "fuzz"),
        (try? schema.decode(node)) != nil
      else { continue }
      accepted += 1
      guard case .mapping(let pairs) = node.content else { continue }
      #expect(pairs.allSatisfy { known.contains($0.key) })
    }
    #expect(accepted > 100)
  }
}

@Suite("A file that extends another")
struct ExtensionTests {
  private let folder = ScratchFolder()

  @Test("merges mappings, replaces the rest, and keeps each place")
  func merges() throws {
    _ = folder.write("base.yaml", "agency: base\nextra: {a: one, b: two}\nnames: [x, y]\n")
    let path = folder.write("own.yaml", "extends: base.yaml\nextra: {b: three}\nnames: [z]\n")
    let all = Schema(
      title: "t", doc: "",
      fields: schema.fields + [Field("extends", .path, doc: "The base.")])
    let values = try all.decode(YAML.load(path: path, extending: "extends"))
    #expect(values.text("agency") == "base")
    #expect(values.texts("names") == ["z"])
    #expect(values.dictionaryOfTexts("extra").map(\.1) == ["one", "three"])
    let origin = values.outline().first { $0.path == "agency" }?.origin
    #expect(origin == folder.file("base.yaml") + ":1:9")
  }

  @Test("in a circle, or from a file that is not there, is refused at the line that says so")
  func circle() {
    let first = folder.write("a.yaml", "agency: a\nextends: b.yaml\n")
    _ = folder.write("b.yaml", "extends: a.yaml\n")
    let lonely = folder.write("c.yaml", "extends: none.yaml\n")
    let circle = #expect(throws: ConfigurationError.self) {
      try YAML.load(path: first, extending: "extends")
    }
    #expect(circle?.diagnostics.first?.message.contains("in a circle") == true)
    let missing = #expect(throws: ConfigurationError.self) {
      try YAML.load(path: lonely, extending: "extends")
    }
    #expect(missing?.diagnostics.first?.mark == Mark(file: lonely, line: 1, column: 10))
  }
}
