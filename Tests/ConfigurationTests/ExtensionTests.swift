import Configuration
import TestSupport
import Testing

@Suite("A file that extends another")
struct ExtensionTests {
  private let folder = ScratchFolder()
  private let schema = Schema(
    title: "Deployment", doc: "",
    fields: Fixtures.schema.fields + [Field("extends", .path, doc: "The base.")])

  private func faults(_ path: String) -> [Diagnostic] {
    do throws(ConfigurationError) {
      _ = try schema.decode(YAML.load(path: path, extending: "extends"))
      return []
    } catch {
      return error.diagnostics
    }
  }

  @Test("merges mappings, replaces the rest, and keeps each place")
  func merges() throws {
    _ = folder.write(
      "base.yaml", "agency: base\nextra: {a: one, b: two}\nnames: [x, y]\nworkers: 5\n")
    let path = folder.write(
      "own.yaml", "extends: base.yaml\nextra: {b: three}\nnames: [z]\nworkers:\n")
    let values = try schema.decode(YAML.load(path: path, extending: "extends"))
    #expect(values.text("agency") == "base")
    #expect(values.texts("names") == ["z"])
    #expect(values.dictionaryOfTexts("extra").map(\.1) == ["one", "three"])
    #expect(values.integer("workers") == 5)
    let base = folder.file("base.yaml")
    #expect(values.origin(of: "agency") == .file(Mark(file: base, line: 1, column: 9)))
    #expect(values.origin(of: "names") == .file(Mark(file: path, line: 3, column: 8)))
    #expect(values.origin(of: "enabled") == .default)
    #expect(values.origin(of: "since") == nil)
  }

  @Test("reports the faults of both, each in its own file")
  func bothFaults() {
    let base = folder.write("base.yaml", "agency: a\nworkers: 0\nagency: b\n")
    let path = folder.write("own.yaml", "extends: base.yaml\ncountry: kr\ncountry: KOR\n")
    #expect(
      faults(path).map(\.mark.description) == [
        "\(base):2:10", "\(base):3:1", "\(path):2:10", "\(path):3:1",
      ])
  }

  @Test(
    "in a circle is refused, also under another name of the same file",
    arguments: ["a.yaml", "./a.yaml", "../own/a.yaml"])
  func circle(name: String) throws {
    let text = "agency: a\nextends: \(name)\n"
    let path = folder.write("a.yaml", text)
    let own = folder.path.split(separator: "/").last.map(String.init) ?? ""
    _ = folder.write("a.yaml", text.replacing("../own/", with: "../\(own)/"))
    let found = faults(path)
    #expect(found.map(\.mark) == [Mark(file: path, line: 2, column: 10)])
    #expect(found.first?.message.hasPrefix("the files extend each other in a circle") == true)
  }

  @Test("through a second file in a circle is refused at the line that closes it")
  func longCircle() {
    let first = folder.write("a.yaml", "agency: a\nextends: b.yaml\n")
    let second = folder.write("b.yaml", "extends: a.yaml\n")
    #expect(faults(first).map(\.mark) == [Mark(file: second, line: 1, column: 10)])
  }

  @Test(
    "that cannot be a base is refused, at the line that says so or in the base",
    arguments: [
      ("none.yaml", "c.yaml:1:10", "cannot be read: No such file or directory"),
      (".", "c.yaml:1:10", "cannot be read: Is a directory"),
      ("list.yaml", "list.yaml:1:1", "a base file holds a mapping, found a list"),
      ("broken.yaml", "broken.yaml:1:1", "did not find expected node content"),
    ])
  func notABase(name: String, place: String, message: String) throws {
    _ = folder.write("list.yaml", "- a\n")
    _ = folder.write("broken.yaml", "]")
    let path = folder.write("c.yaml", "extends: \(name)\nagency: a\n")
    let found = try #require(faults(path).first)
    #expect(found.mark.description == folder.file(place))
    #expect(found.message.contains(message))
  }
}
