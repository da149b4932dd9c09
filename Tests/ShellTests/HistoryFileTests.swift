import FoundationEssentials
import Glibc
import TestSupport
import Testing

@testable import Shell

@Suite("The file of the history")
struct HistoryFileTests {
  private let folder = ScratchFolder()

  private func file(_ agency: String = "motir") throws -> HistoryFile {
    try #require(HistoryFile(agency: agency, environment: ["XDG_STATE_HOME": folder.path]))
  }

  @Test("stands in the person's folder of states, one for each deployment")
  func place() throws {
    #expect(try file().path == folder.file("tower/motir.history"))
    #expect(try file("a/../b").path == folder.file("tower/a_.._b.history"))
    let home = HistoryFile(agency: "a", environment: ["HOME": "/home/x", "XDG_STATE_HOME": "rel"])
    #expect(home?.path == "/home/x/.local/state/tower/a.history")
    #expect(HistoryFile(agency: "a", environment: [:]) == nil)
  }

  @Test("gives back what was kept, lines of one entry and backslashes included")
  func entries() throws {
    let kept = ["modules", "SELECT 'a\\n',\n  '\\\\';", "select 한글;"]
    #expect(try file().entries(limit: 10) == [])
    for entry in kept { try file().append(entry) }
    #expect(try file().entries(limit: 10) == kept)
    #expect(try file().entries(limit: 2) == Array(kept.suffix(2)))
  }

  @Test("is closed to everyone else, also when it was open before")
  func mode() throws {
    try file().append("a")
    chmod(try file().path, 0o644)
    try file().append("b")
    var facts = stat()
    #expect(stat(try file().path, &facts) == 0)
    #expect(facts.st_mode & 0o777 == 0o600)
    #expect(stat(folder.file("tower"), &facts) == 0)
    #expect(facts.st_mode & 0o777 == 0o700)
  }

  @Test("is cut to its limit once it has grown to twice as much")
  func cut() throws {
    for number in 1...7 { try file().append("entry \(number)") }
    #expect(try file().entries(limit: 3) == ["entry 5", "entry 6", "entry 7"])
    let content = String(
      decoding: try Data(contentsOf: URL(filePath: try file().path)), as: UTF8.self)
    #expect(content == "entry 5\nentry 6\nentry 7\n")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.file("tower")) == ["motir.history"]
    )
  }
}

@Suite("A list of candidates")
struct CandidateListTests {
  @Test("stands in columns by display width, as many as fit")
  func columns() {
    #expect(CandidateList(["가나", "ab", "c"], width: 20).text == "가나  ab    c\n")
    #expect(CandidateList(["가나다라마", "ab", "c"], width: 24).text == "가나다라마  ab\nc\n")
    #expect(CandidateList(["a very long name that is wider"], width: 20).text.hasSuffix("wider\n"))
  }

  @Test("says how many it leaves out")
  func cut() {
    let list = CandidateList((1...130).map { "n\($0)" }, width: 80)
    #expect(list.text.hasSuffix("... and 10 more; type on to see them\n"))
  }
}
