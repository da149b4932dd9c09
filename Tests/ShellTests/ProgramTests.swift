import Kernel
import Shell
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
