import Configuration
import Kernel
import Store
import Vocabulary

/// A newcomer's module, whole in one file: a table, an importer, a function, a domain and a command.
struct SampleModule: Module {
  static let identity = ModuleIdentity(
    identifier: "sample", title: LocalizedText("Sample", korean: "표본"),
    settings: [
      Field(
        "limit", .integer(1...10), default: .integer(3), doc: "How many words are listed at most.")
    ])

  private let limit: Int

  init(settings: SettingValues) {
    limit = settings.integer("limit")
  }

  var descriptor: ModuleDescriptor {
    var descriptor = ModuleDescriptor()
    descriptor.migrations = [
      Migration(
        number: 1, name: "word",
        sql: """
          CREATE TABLE sample_word (
            word TEXT PRIMARY KEY, source_id TEXT NOT NULL REFERENCES tower_source (id)
          ) STRICT, WITHOUT ROWID;
          """)
    ]
    descriptor.tables = [
      TableDescriptor(
        "sample_word", doc: "A word.", columns: [Column("word", .text, doc: "The word.")])
    ]
    descriptor.importers = [words]
    descriptor.functions = [letters]
    descriptor.domains = [
      ValueDomain("word", fillHint: "tower import words FILE") { connection in
        try connection.rows("SELECT word FROM sample_word ORDER BY word").compactMap {
          $0[0].text.map { ValueDomain.Entry($0) }
        }
      }
    ]
    let limit = limit
    descriptor.commands = [
      Command(
        "sample words", summary: "Lists words.",
        parameters: [Parameter("after", .entity(domain: "word"), doc: "Only those behind it.")],
        columns: [Column("word", .text, doc: "The word.")]
      ) { invocation in
        let rows = try invocation.tower.read {
          try $0.rows(
            "SELECT word FROM sample_word WHERE word > ? ORDER BY word LIMIT ?",
            [.text(invocation.arguments.optionalText("after") ?? ""), Value(limit)])
        }
        return CommandResult(
          columns: [Column("word", .text, doc: "The word.")], rows: rows)
      }
    ]
    return descriptor
  }

  private var letters: FunctionDescriptor {
    FunctionDescriptor(
      "sample_letters", doc: "A letter of a word.",
      arguments: [.required("word", .text, doc: "The word.")],
      columns: [
        Column("position", .integer, doc: "Its place, from 1."),
        Column("letter", .text, doc: "The letter."),
      ]
    ) { call in
      RowProducer(
        try call.text("word").enumerated().map { [Value($0 + 1), .text(String($1))] })
    }
  }

  private var words: Importer {
    Importer(
      "words", doc: "Takes a word a line.",
      defaultCard: SourceCard(publisher: "Nobody", title: "Words", licence: "CC0-1.0")
    ) { session in
      try session.connection.execute("DELETE FROM sample_word")
      let text = String(decoding: try session.content(), as: UTF8.self)
      for (index, line) in text.split(separator: "\n").enumerated() {
        guard line.allSatisfy(\.isLetter) else {
          session.reject(line: index + 1, reason: "not a word", content: String(line))
          continue
        }
        try session.connection.execute(
          "INSERT INTO sample_word VALUES (?, ?)",
          [.text(String(line)), .text(session.sourceIdentifier)])
        session.accept(part: "all")
      }
      if let greeting = session.card.parameters["greeting"] { session.note(greeting) }
    }
  }
}
