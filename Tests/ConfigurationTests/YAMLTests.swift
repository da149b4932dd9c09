import Configuration
import TestSupport
import Testing

@Suite("Reading YAML")
struct YAMLTests {
  @Test("names the place of a duplicate key and the line of the first, beside every other fault")
  func duplicates() {
    let found = Fixtures.faults("agency: a\nworkers: 0\nagency: b\nextra: {a: 1, a: 2}\n")
    #expect(found.map(\.mark.line) == [2, 3, 4])
    #expect(found[1].message == "'agency' stands already in line 1")
    #expect(found[2].mark.column == 15)
  }

  @Test(
    "refuses what is not one plain document, at its place",
    arguments: [
      ("agency: [", 2, "did not find expected node content"),
      ("agency: a\n---\nagency: b", 2, "a second document begins here"),
      ("agency: a\nnames: &x [b]", 2, "anchors and tags are not used here"),
      ("agency: a\ntitle: !!str x", 2, "anchors and tags are not used here"),
      ("agency: a\ntitle: *x", 2, "aliases are not used here"),
      ("agency: a\n? [b]\n: c", 2, "a key must be a word, found a list"),
      ("agency: a\n\"\": c", 2, "a key must be a word"),
      ("agency: \"a", 1, "found unexpected end of stream"),
      ("agency: a\n\tworkers: 2", 2, "found a tab character"),
      ("agency: a\n  workers: 2", 2, "mapping values are not allowed in this context"),
      ("agency: a\nname: \u{1}", 2, "control characters are not allowed"),
      ("- a", 1, "expected a mapping (deployment), found a list"),
      ("just words", 1, "expected a mapping (deployment), found 'just words'"),
    ])
  func notOneDocument(text: String, line: Int, message: String) {
    let found = Fixtures.faults(text)
    #expect(
      found.contains { $0.mark.line == line && $0.message.hasPrefix(message) }, "\(found)")
  }

  @Test("an alias is one fault where it stands, however much it would expand to")
  func aliases() {
    var text = "agency: a\nextra:\n  l0: &l0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1..<30 {
      let aliases = Array(repeating: "*l\(level - 1)", count: 9).joined(separator: ", ")
      text += "  l\(level): &l\(level) [\(aliases)]\n"
    }
    let found = Fixtures.faults(text)
    #expect(found.filter { $0.message.hasPrefix("aliases") }.count == 29 * 9)
    #expect(found.allSatisfy { $0.mark.line > 2 })
  }

  @Test("nesting ends at a depth, without a crash", arguments: ["[", "{a: ", "- "])
  func depth(opening: String) {
    let found = Fixtures.faults(String(repeating: opening, count: 100_000))
    #expect(found.map(\.message) == ["is nested more than 64 deep"])
  }

  @Test(
    "an empty file, or one of comments only, is an empty mapping",
    arguments: ["", "# x\n", "---\n"])
  func empty(text: String) {
    #expect(Fixtures.faults(text).map(\.message) == ["the key 'agency' is missing: The agency."])
  }

  @Test(
    "counts lines and columns in files of other systems alike",
    arguments: [
      "agency: a\r\ncountry: kr\r\n", "\u{FEFF}agency: a\ncountry: kr", "agency: a\rcountry: kr\r",
    ])
  func lineEnds(text: String) throws {
    let found = try #require(Fixtures.faults(text).first)
    #expect(found.mark == Mark(file: "t.yaml", line: 2, column: 10))
    #expect(found.sourceLine == "country: kr")
  }

  @Test("a byte that is not UTF-8 is refused at its line and column")
  func notUTF8() {
    let folder = ScratchFolder()
    let path = folder.write("a.yaml", Array("agency: a\ntitle: 통상 ".utf8) + [0xFF, 0x0A])
    let error = #expect(throws: ConfigurationError.self) { try YAML.load(path: path) }
    #expect(error?.diagnostics.map(\.mark) == [Mark(file: path, line: 2, column: 11)])
  }

  @Test("a file that is not there, and a folder, are refused with the reason")
  func unreadable() {
    let folder = ScratchFolder()
    let missing = #expect(throws: ConfigurationError.self) {
      try YAML.load(path: folder.file("none.yaml"))
    }
    #expect(missing?.diagnostics.first?.message == "cannot be read: No such file or directory")
    let directory = #expect(throws: ConfigurationError.self) { try YAML.load(path: folder.path) }
    #expect(directory?.diagnostics.first?.message == "cannot be read: Is a directory")
  }
}
