import Configuration
import Kernel
import Runner
import Store
import TestSupport
import Vocabulary

/// Commands that do what steps can do: write, fail half way, answer findings, say something.
struct StepModule: Module {
  static let identity = ModuleIdentity(
    identifier: "word", title: LocalizedText("Words", korean: "낱말"), requires: ["tower"])

  init(settings: SettingValues) {}

  var descriptor: ModuleDescriptor {
    var descriptor = ModuleDescriptor()
    descriptor.migrations = [
      Migration(
        number: 1, name: "word",
        sql: "CREATE TABLE word (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;")
    ]
    descriptor.tables = [
      TableDescriptor(
        "word", doc: "A word.", columns: [Column("word", .text, doc: "The word.")])
    ]
    descriptor.commands = [keep, breakHalfWay, day, find, say, list, count, dawdle, linger]
    return descriptor
  }

  private var wordParameter: Parameter { .positional("word", .text, doc: "The word.") }

  private var keep: Command {
    Command("word keep", summary: "Keeps a word.", parameters: [wordParameter], effect: .writes) {
      invocation in
      let word = invocation.arguments.text("word")
      let changed = try invocation.tower.write {
        try $0.execute("INSERT OR IGNORE INTO word VALUES (?)", [.text(word)])
      }
      return CommandResult(
        columns: [
          Column("word", .text, doc: "The word."), Column("kept", .integer, doc: "How many."),
        ], rows: [[.text(word), Value(changed)]])
    }
  }

  private var breakHalfWay: Command {
    Command("word break", summary: "Fails half way.", parameters: [wordParameter], effect: .writes)
    { invocation in
      try invocation.tower.write {
        try $0.execute("INSERT INTO word VALUES (?)", [.text(invocation.arguments.text("word"))])
        throw TowerError(.integrity, "it broke", hints: ["mend it"])
      }
    }
  }

  private var day: Command {
    Command("word day", summary: "Answers the days it was asked for.", effect: .none) {
      invocation in
      CommandResult(
        columns: [
          Column("as_of", .day, doc: "The day."), Column("known_at", .day, doc: "The other day."),
        ], rows: [[Value(invocation.asOf), Value(invocation.knownAt)]])
    }
  }

  private var find: Command {
    Command("word find", summary: "Answers findings at the level asked for.", effect: .none) { _ in
      CommandResult(status: .findingsAtLevel)
    }
  }

  private var list: Command {
    Command("word list", summary: "Answers the words.") { invocation in
      let rows = try invocation.tower.read { try $0.rows("SELECT word FROM word ORDER BY word") }
      return CommandResult(columns: [Column("word", .text, doc: "The word.")], rows: rows)
    }
  }

  private var count: Command {
    Command("word count", summary: "Answers how many words there are.") { invocation in
      let rows = try invocation.tower.read { try $0.rows("SELECT count(word) FROM word") }
      return CommandResult(columns: [Column("count", .integer, doc: "How many.")], rows: rows)
    }
  }

  /// Keeps a word and then works on the store until it is stopped.
  private var dawdle: Command {
    Command(
      "word dawdle", summary: "Takes for ever.", parameters: [wordParameter], effect: .writes
    ) { invocation in
      try invocation.tower.write {
        try $0.execute("INSERT INTO word VALUES (?)", [.text(invocation.arguments.text("word"))])
        let endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
        _ = try $0.rows(endless + "SELECT count(*) FROM n")
      }
      return CommandResult()
    }
  }

  /// Reads the store until it is stopped.
  private var linger: Command {
    Command("word linger", summary: "Reads for ever.") { invocation in
      let endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
      _ = try invocation.tower.read { try $0.rows(endless + "SELECT count(*) FROM n") }
      return CommandResult()
    }
  }

  private var say: Command {
    Command(
      "word say", summary: "Says something.",
      parameters: [
        wordParameter, Parameter("level", .integer(1...9), .defaulted("1"), doc: "How loud."),
        Parameter("file", .existingFile, doc: "A file."),
        Parameter("out", .path, doc: "Where it is written."),
      ], effect: .none
    ) { invocation in
      let word = invocation.arguments.text("word")
      return CommandResult(text: "\(word)!\nsecond line\n", notes: ["a note on \(word)"])
    }
  }
}

/// A tower with a fixed clock over a store in a folder.
func makeTower(
  _ folder: ScratchFolder, at instant: String = "2026-11-24T00:00:00Z",
  disabledModules: Set<String> = []
) throws -> Tower {
  let modules: [any Module.Type] = [KernelModule.self, RunnerModule.self, StepModule.self]
  return Tower(
    deployment: try .defaults(modules: modules.map { $0.identity }),
    registry: try Registry(modules, disabledModules: disabledModules),
    clock: .fixed(try Instant(instant)),
    storePath: folder.file("tower.db"))
}

extension Tower {
  /// The words that the steps have kept.
  func words() throws -> [String] {
    try read { try $0.rows("SELECT word FROM word ORDER BY word") }.compactMap { $0[0].text }
  }
}
