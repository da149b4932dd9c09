import Configuration
import TestSupport
import Testing

@Suite("A secret")
struct SecretTests {
  @Test("is read from the environment, or from a file without its last line break")
  func resolving() throws {
    let folder = ScratchFolder()
    let path = folder.write("token", "hunter2\n")
    let environment = ["TOKEN": "hunter2"]
    #expect(try SecretReference.environment("TOKEN").resolve(environment: environment) == "hunter2")
    #expect(try SecretReference.file(path).resolve(environment: [:]) == "hunter2")
  }

  @Test("that is not there, or empty, is refused by its place")
  func missing() {
    let missing = #expect(throws: SecretError.self) {
      try SecretReference.environment("TOKEN").resolve(environment: [:])
    }
    #expect(missing?.description == "the secret env:TOKEN cannot be read: it is not set")
    let empty = #expect(throws: SecretError.self) {
      try SecretReference.environment("TOKEN").resolve(environment: ["TOKEN": ""])
    }
    #expect(empty?.description == "the secret env:TOKEN cannot be read: it is empty")
  }

  @Test("is shown as the place where it is kept")
  func outline() throws {
    let values = try Fixtures.values("agency: a\ntoken: {file: run/token}")
    let entry = try #require(values.outline().first { $0.path == "token" })
    #expect(entry.value == "file:run/token")
    #expect(entry.origin == "t.yaml:2:8")
    #expect(entry.doc == "A secret.")
  }

  @Test(
    "written into the file is refused, and no message repeats it",
    arguments: [
      "hunter2", "{value: hunter2}", "{env: A, file: hunter2}", "[hunter2]", "{hunter2: }", "{}",
    ])
  func neverRepeated(written: String) throws {
    let found = Fixtures.faults("agency: a\ntoken: \(written)")
    #expect(found.map(\.mark) == [Mark(file: "t.yaml", line: 2, column: 8)])
    let text = try #require(found.first?.description)
    #expect(text.contains("a secret is never written here") && !text.contains("hunter2"))
  }
}
