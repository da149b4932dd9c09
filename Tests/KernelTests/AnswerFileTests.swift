import Glibc
import Store
import TestSupport
import Testing
import Vocabulary

@testable import Kernel

@Suite("An answer in a file")
struct AnswerFileTests {
  private let folder = ScratchFolder()

  private func run(_ words: String...) throws {
    let modules: [any Module.Type] = [KernelModule.self, SampleModule.self]
    let tower = Tower(
      deployment: try Deployment.defaults(modules: modules.map { $0.identity }),
      registry: try Registry(modules), clock: .fixed(try Instant("2026-11-24T00:00:00Z")),
      storePath: folder.file("tower.db"))
    try tower.prepareStore()
    _ = try Dispatcher(tower).run(words) { bytes in
      Issue.record("\(bytes.count) bytes for the standard output")
    }
  }

  @Test("has the format that the end of its name tells, unless one is given")
  func formats() throws {
    try run("query", "SELECT 1 AS a", "--out", folder.file("a.csv"))
    #expect(folder.text("a.csv") == "a\n1\n")
    try run("--out", folder.file("b.csv"), "--format=ndjson", "query", "SELECT 1 AS a")
    #expect(folder.text("b.csv") == "{\"a\":1}\n")
  }

  @Test("that breaks off leaves the file that was there, and nothing beside it")
  func broken() throws {
    let file = folder.write("a.csv", "before\n")
    for format in ["csv", "xlsx"] {
      #expect(throws: TowerError.self) {
        try run(
          "query", "SELECT abs(-9223372036854775808) AS a", "--out", file, "--format", format)
      }
    }
    #expect(folder.text("a.csv") == "before\n")
    #expect(folder.names.sorted().filter { $0.hasPrefix("a.csv") } == ["a.csv"])
  }

  @Test("behind a link is that file, and the link stays; a device is written to and stays")
  func links() throws {
    let file = folder.write("a.csv", "before\n")
    try #require(symlink(file, folder.file("link")) == 0)
    try run("query", "SELECT 1 AS a", "--format", "csv", "--out", folder.file("link"))
    #expect(folder.text("a.csv") == "a\n1\n")
    var status = stat()
    #expect(lstat(folder.file("link"), &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
    try run("query", "SELECT 1 AS a", "--out", "/dev/null")
    let fault = #expect(throws: TowerError.self) {
      try run("query", "SELECT 1 AS a", "--out", "/dev/full")
    }
    #expect(fault?.message == "/dev/full could not be written: No space left on device")
    #expect(stat("/dev/null", &status) == 0 && status.st_mode & S_IFMT == S_IFCHR)
  }

  @Test("in a folder that is not there is an error that names it")
  func missingFolder() {
    #expect(throws: TowerError.self) {
      try run("query", "SELECT 1", "--out", folder.file("none/a.csv"))
    }
  }

  @Test("as a workbook has a sheet for each table, with numbers as numbers, and one on the answer")
  func workbook() throws {
    let file = folder.file("a.xlsx")
    try run(
      "query",
      """
      SELECT 1.5 AS n, 'x<y' AS t, 9007199254740993 AS large, char(97, 0, 98) AS nul, NULL AS none;
      SELECT 2 AS m
      """, "--out", file)
    let first = try part("xl/worksheets/sheet1.xml", of: file)
    #expect(first.contains("<v>1.5</v>") && first.contains("x&lt;y"))
    #expect(first.contains("9007199254740993</t>") && first.contains("a\u{FFFD}b"))
    #expect(try part("xl/worksheets/sheet2.xml", of: file).contains("<v>2</v>"))
    #expect(try part("xl/worksheets/sheet3.xml", of: file).contains("marking: TLP:CLEAR"))
  }

  @Test("as a workbook is the same bytes each time, and needs a file")
  func sameWorkbook() throws {
    for name in ["a.xlsx", "b.xlsx"] {
      try run("query", "SELECT 1 AS a", "--out", folder.file(name))
    }
    #expect(folder.bytes(folder.file("a.xlsx")) == folder.bytes(folder.file("b.xlsx")))
    let fault = #expect(throws: TowerError.self) { try run("query", "SELECT 1", "--format=xlsx") }
    #expect(fault?.message == "--format xlsx writes a file: --out FILE.xlsx is missing")
  }

  @Test("as a workbook refuses a text that Excel would cut")
  func longText() {
    let fault = #expect(throws: TowerError.self) {
      try run(
        "query", "SELECT printf('%.*c', 32768, 'x')", "--out", folder.file("a.xlsx"))
    }
    #expect(fault?.message.contains("a cell of Excel holds 32767 characters") == true)
  }

  private func part(_ name: String, of file: String) throws -> String {
    let reader = ZipReader(path: file)
    var content: [UInt8] = []
    var isWanted = false
    for event in try reader.take(Array(folder.bytes(file))) {
      switch event {
      case .begins(let member): isWanted = member == name
      case .content(let bytes): if isWanted { content += bytes }
      case .ends: isWanted = false
      }
    }
    return String(decoding: content, as: UTF8.self)
  }
}
