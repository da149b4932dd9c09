import FoundationEssentials
import Kernel
import Shell
import Store
import TestSupport
import Testing

@Suite("The program")
struct ProgramTests {
  private let folder = ScratchFolder()

  private func run(_ words: String...) -> Program.Outcome {
    // A file of its own, so that none of the working folder is found.
    let environment = [
      "TOWER_CLOCK": "2026-11-24T00:00:00Z", "TOWER_CONFIG": folder.write("tower.yaml", "{}\n"),
    ]
    return Program(modules: [KernelModule.self], environment: environment)
      .run(words + ["--store", folder.file("tower.db")])
  }

  @Test("without words lists the commands")
  func help() {
    let outcome = run()
    #expect(outcome.status == .ok)
    #expect(outcome.output.contains("ledger verify"))
  }

  @Test("explains itself and a command where --help or -h stands, and gives its version")
  func options() {
    #expect(run("--help").output == run().output)
    #expect(run("-h").output == run("help").output)
    #expect(run("ledger", "verify", "--help").output == run("help", "ledger", "verify").output)
    #expect(run("ledger", "list", "--nonsense", "-h").status == .ok)
    #expect(run("help", "ledger", "--format", "csv").output.hasPrefix("command,summary\n"))
    #expect(run("--version").output == "tower \(Program.version)\n")
    #expect(run("query", "--", "--help").messages.contains("syntax error") == false)
  }

  @Test("answers a misspelt command or option with the nearest, and exit code 2")
  func misspelt() {
    let command = run("ledgr", "verify")
    #expect(command.status == .usage)
    #expect(command.messages.contains("did you mean ledger verify?"))
    let option = run("config", "show", "--orign")
    #expect(option.status == .usage)
    #expect(option.messages.contains("did you mean --origin?"))
    #expect(run("config", "check").messages.contains("FILE... is missing"))
  }

  @Test("refuses to read a store that is not there, and makes it when told to")
  func store() {
    #expect(run("ledger", "verify").messages.contains("there is no store at"))
    #expect(run("store", "init").status == .ok)
    #expect(run("store", "check").status == .ok)
  }

  @Test(
    "says of a damaged store that it is damaged, with exit code 8",
    arguments: [["ledger", "verify"], ["store", "check"], ["sources"], ["query", "SELECT 1"]])
  func damaged(words: [String]) throws {
    #expect(run("store", "init").status == .ok)
    let copy = folder.file("copy.db")
    #expect(run("store", "backup", copy).status == .ok)
    var bytes = [UInt8](try Data(contentsOf: URL(filePath: copy)))
    // The first page begins the tree of the schema behind the 100 bytes of the file's header.
    bytes[100] ^= 0x55
    _ = folder.write("copy.db", bytes)
    let environment = ["TOWER_CONFIG": folder.write("tower.yaml", "{}\n")]
    let outcome = Program(modules: [KernelModule.self], environment: environment)
      .run(words + ["--store", copy])
    #expect(outcome.status == .integrity)
  }

  @Test(
    "the check of a store names what was dropped, changed or added behind its back",
    arguments: [
      ("DROP TRIGGER tower_ledger_no_delete", "trigger 'tower_ledger_no_delete' is missing"),
      ("DROP TABLE tower_ledger", "table 'tower_ledger' is missing"),
      (
        "CREATE TRIGGER t AFTER INSERT ON tower_ledger BEGIN DELETE FROM tower_finding; END",
        "trigger 't' is of no migration"
      ), ("ALTER TABLE tower_finding ADD COLUMN x TEXT", "table 'tower_finding' was changed"),
    ])
  func layout(sql: String, problem: String) throws {
    #expect(run("store", "init").status == .ok)
    try Store(path: folder.file("tower.db")).write { try $0.executeScript(sql) }
    let outcome = run("store", "check")
    #expect(outcome.status == .integrity)
    #expect(outcome.output.contains(problem))
  }

  @Test("names every fault of a configuration, and ends with exit code 6")
  func configuration() {
    let file = folder.write(
      "bad.yaml", "agncy: {}\nimports: {max_shrink: 2}\nmodules: {trad: {}}\n")
    let outcome = run("modules", "--config", file)
    #expect(outcome.status == .configuration)
    for place in [":1:1:", ":2:23:", ":3:11:"] { #expect(outcome.messages.contains(place)) }
    #expect(run("config", "check", file).status == .configuration)
  }

  @Test("takes the store of a configuration file, and refuses an unknown format with the nearest")
  func ownConfiguration() {
    let file = folder.write("own.yaml", "store: \(folder.file("own.db"))\n")
    #expect(run("modules", "--config", file).status == .ok)
    let format = run("modules", "--format", "tble")
    #expect(format.status == .usage)
    #expect(format.messages.contains("did you mean table?"))
  }

  @Test("backs up, restores only when told to, and the ledger knows of both")
  func backup() {
    _ = run("store", "init")
    let copy = folder.file("copy.db")
    #expect(run("store", "backup", copy).status == .ok)
    #expect(run("store", "backup", copy).status == .failed)
    #expect(run("store", "restore", copy).status == .usage)
    #expect(run("store", "restore", copy, "--replace").status == .ok)
    #expect(run("ledger", "verify").output.contains("intact"))
  }
}
