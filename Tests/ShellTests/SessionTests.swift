import Kernel
import TestSupport
import Testing

@testable import Shell

@Suite("A session")
struct SessionTests {
  private let folder = ScratchFolder()
  private let kept = KeptConsole()

  private var program: Program {
    // A file of its own, so that none of the working folder is found.
    let environment = [
      "TOWER_CLOCK": "2026-11-24T00:00:00Z", "TOWER_CONFIG": folder.write("tower.yaml", "{}\n"),
    ]
    return Program(modules: [KernelModule.self], environment: environment)
  }

  @discardableResult
  private func run(_ lines: ListedLines, _ words: [String] = []) -> Kernel.ExitStatus {
    _ = program.run(["store", "init", "--store", folder.file("tower.db")])
    return program.run(
      words + ["--store", folder.file("tower.db")], console: kept.console
    ) { _ in lines }
  }

  private func pipe(_ text: String, _ words: [String] = []) -> Kernel.ExitStatus {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return run(ListedLines(lines, isInteractive: false), words)
  }

  private func type(_ lines: String...) -> ListedLines {
    let source = ListedLines(lines, isInteractive: true)
    #expect(run(source) == .ok)
    return source
  }

  @Test("takes commands as the command line does, with or without the program's name")
  func commands() {
    #expect(pipe("modules --format csv\n\ntower ledger head --format csv\nmodules;") == .ok)
    #expect(kept.output.contains("module,title,enabled"))
    #expect(kept.output.contains("(1 row)"))
  }

  @Test("takes SQL over several lines up to ';', and comments between statements")
  func statements() {
    let script = """
      -- what follows is a question; it ends below
      SELECT 'a;b'
        AS x, 1 + 1 -- with ; in a comment
        /* and ; here */ AS y;
      select 3; select 4;
      """
    #expect(pipe(script, ["--format", "csv"]) == .ok)
    #expect(kept.output == "x,y\na;b,2\n3\n3\n4\n4\n")
    #expect(kept.messages.isEmpty)
  }

  @Test("of a pipe stops at the first line that fails, with its number and exit code")
  func failingLine() {
    #expect(pipe("modules\n\nledgr verify\nmodules") == .usage)
    #expect(kept.messages.contains("line 3: there is no command 'ledgr verify'"))
    #expect(kept.output.split(separator: "\n").count { $0.contains("Kernel") } == 1)
  }

  @Test("names the line where a failing statement begins, and shows the place in it")
  func failingStatement() {
    #expect(pipe("modules --quiet\nSELECT titel\nFROM tower_sources;\nmodules") == .failed)
    #expect(
      kept.messages == """
        line 2: no such column: titel
          1 | SELECT titel
            |        ^
          did you mean title?

        """)
  }

  @Test("of a pipe that ends before ';' is refused, and says so too inside a quote")
  func unfinished() {
    #expect(pipe("SELECT 1") == .usage)
    #expect(kept.messages.contains("line 1: the statement is not finished: ';' is missing"))
    #expect(pipe("SELECT 'a;\n\n") == .usage)
    #expect(kept.messages.contains("inside a quoted text or a comment"))
  }

  @Test("of a pipe without lines, or with comments alone, does nothing and ends well")
  func empty() {
    #expect(pipe("") == .ok)
    #expect(pipe("-- a\n/* b\n c; */\n   \n;") == .ok)
    #expect(kept.output.isEmpty)
    #expect(kept.messages.isEmpty)
  }

  @Test("refuses to write, and says what was refused, with exit code 7")
  func denied() {
    #expect(pipe("DELETE FROM tower_source;") == .denied)
    #expect(kept.messages.contains("DELETE is refused"))
    #expect(pipe("PRAGMA table_info(tower_source);") == .denied)
  }

  @Test("at a terminal shows a fault and goes on")
  func goesOn() {
    _ = type("ledgr verify", "SELECT titel FROM tower_sources;", "modules 'x", "modules")
    #expect(kept.messages.contains("did you mean ledger verify?"))
    #expect(kept.messages.contains("no such column: titel"))
    #expect(kept.messages.contains("is not closed"))
    #expect(kept.output.contains("Kernel"))
  }

  @Test("names the agency and the day in its prompt, and marks the lines that go on")
  func prompts() {
    let lines = type("SELECT 1", ", 2;", "as-of 2025-04-04", "as-of default")
    #expect(
      lines.prompts == ["local> ", "  ...> ", "local> ", "local@2025-04-04> ", "local> "])
    #expect(kept.messages.contains("Local deployment, 로컬 배치"))
  }

  @Test("keeps an option until it is changed, and a line's own option goes before it")
  func options() {
    #expect(
      pipe(
        """
        SELECT 1 AS a;
        format json
        ledger head --format csv
        format default
        SELECT 2 AS b;
        """, ["--format=csv", "--quiet"]) == .ok)
    let parts = kept.output
    #expect(parts.hasPrefix("a\n1\n"))
    #expect(parts.contains("entries,") || parts.contains(","))
    #expect(!parts.contains("{"))
    #expect(parts.hasSuffix("b\n-\n2\n(1 row)\n"))
  }

  @Test("refuses a value that an option does not take, with the nearest, and keeps what held")
  func wrongOption() {
    _ = type("format csvv", "as-of yesterday", "format", "as-of")
    #expect(kept.messages.contains("did you mean csv?"))
    #expect(kept.messages.contains("format is table"))
    #expect(kept.messages.contains("as-of is not set"))
  }

  @Test("refuses an option that only its start can give")
  func startOption() {
    #expect(pipe("modules --store other.db") == .usage)
    #expect(kept.messages.contains("--store holds for a whole session"))
  }

  @Test("leaves at quit or exit, and nothing behind is run")
  func leaving() {
    #expect(pipe("quit\nledgr") == .ok)
    #expect(pipe("exit;\nledgr") == .ok)
    #expect(pipe("quti\n") == .usage)
    #expect(kept.messages.contains("did you mean quit?"))
  }

  @Test("keeps a statement as one entry of the history, and no line that begins with a space")
  func history() {
    let lines = type("SELECT 1,", "  2;", " modules", "modules", "ledgr", " SELECT", "3;")
    #expect(lines.remembered == ["SELECT 1,\n  2;", "modules", "ledgr"])
  }

  @Test("drops at ctrl-C what was typed, the earlier lines of the statement included")
  func dropping() {
    let lines = ListedLines(
      [.line("SELECT"), .line("'a"), .dropped, .line("SELECT 5 AS e;")], isInteractive: true)
    run(lines, ["--format", "csv"])
    #expect(kept.output == "e\n5\n")
  }

  @Test("explains itself, its own words and the commands")
  func help() {
    _ = type("help", "help format", "help ledger verify", "ledger verify --help")
    #expect(kept.output.contains("ledger verify"))
    #expect(kept.messages.contains("SQL that end in ';'"))
    #expect(kept.messages.contains("format [table|csv|json|ndjson|markdown|default]"))
    #expect(kept.output.split(separator: "tower ledger verify\n").count == 3)
  }

  @Test("opens with 'shell' too, and the configuration's faults end it with exit code 6")
  func opening() {
    #expect(run(ListedLines(["modules"], isInteractive: false), ["shell"]) == .ok)
    #expect(kept.output.contains("Kernel"))
    let file = folder.write("bad.yaml", "agncy: {}\n")
    #expect(
      run(ListedLines([String](), isInteractive: true), ["--config", file]) == .configuration)
  }

  @Test(
    "an import that failed ends a pipe with the import's exit code; a store without the file too")
  func commandStatus() {
    #expect(
      pipe("config check \(folder.write("bad.yaml", "agncy: {}\n"))\nmodules") == .configuration)
    #expect(kept.messages.contains("line 1: exit code 6"))
    #expect(!kept.output.contains("Kernel"))
  }
}
