import FoundationEssentials
import Glibc
import TestSupport
import Testing

private let project = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

/// The real program on a pseudo-terminal, which `script` (util-linux) provides.
@Suite("A session at a terminal", .enabled(if: access("/usr/bin/script", X_OK) == 0))
struct TerminalTests {
  private let folder = ScratchFolder()

  /// Types keys, each once the terminal shows the text before it, and gives all that it showed with
  /// the exit code.
  private func type(_ steps: [(shown: String, keys: String)]) throws -> (
    screen: String, status: Int32
  ) {
    let typing = steps.map { step in
      """
      n=0; until grep -qF -- '\(step.shown)' screen || [ $n -ge 300 ]; do sleep 0.1; n=$((n+1)); done
      sleep 0.3; printf '\(step.keys)'
      """
    }
    let program = project + "/.build/debug/tower"
    let configuration = "{agency: {id: test, name: {en: Test}, country: KOR}, store: tower.db}\n"
    // Without `exec` a shell between the two would get ctrl-C as well, and end with it.
    let process = StartedProcess(
      [
        "/bin/sh", "-c",
        "(\(typing.joined(separator: "\n"))) | script -qec 'exec \(program)' /dev/null",
      ], in: folder.path, output: folder.file("screen"), messages: folder.file("messages"),
      environment: [
        "XDG_STATE_HOME=\(folder.path)/state", "TERM=xterm", "PATH=/usr/bin:/bin",
        "TOWER_CONFIG=\(folder.write("tower.yaml", configuration))",
      ])
    let status = process.wait()
    return (try read("screen"), status)
  }

  private func read(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: folder.file(name))), as: UTF8.self)
  }

  @Test("edits Hangul, completes, stops a query at ctrl-C, drops a line, and keeps a history")
  func session() throws {
    let endless =
      "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT sum(n) FROM c;"
    let (screen, status) = try type([
      ("test> ", "store i\\t\\n"), ("tower/1", "SELECT 1 AS 한글\\177\\177국;\\n"),
      ("(1 row)", "SELECT nonsen"), ("nonsen", "\\003"), ("^C", "\(endless)\\n"),
      ("UNION ALL", "\\003"), ("interrupted", "SELECT 6 * 7 AS answer\\n"), ("...> ", ";\\n"),
      ("42", " SELECT 0;\\n"), ("SELECT 0", "quit\\n"),
    ])
    #expect(status == 0)
    #expect(screen.contains("tower/1"))
    #expect(screen.contains("국\r\n-"))
    #expect(screen.contains("interrupted"))
    #expect(screen.contains("42"))
    #expect(screen.contains("test> "))
    #expect(!screen.contains("no such column"))
    // No question to the terminal: neither its attributes nor the place of its cursor.
    for query in ["\u{1B}[c", "\u{1B}[6n", "\u{1B}[>c"] { #expect(!screen.contains(query)) }
    let history = folder.file("state/tower/test.history")
    #expect(
      try read("state/tower/test.history") == """
        store init
        SELECT 1 AS 국;
        \(endless)
        SELECT 6 * 7 AS answer\\n;
        quit

        """)
    var facts = stat()
    #expect(stat(history, &facts) == 0 && facts.st_mode & 0o777 == 0o600)
  }
}
