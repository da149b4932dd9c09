import Configuration
import Kernel
import Store
import Vocabulary

/// A module with something to hide in every way that a module can: a table that is not declared, columns
/// that are people's data, marked or not declared, a view, and a full-text search with its own tables.
struct AdversaryModule: Module {
  static let identity = ModuleIdentity(
    identifier: "adversary", title: LocalizedText("Adversary", korean: "공격자"))

  init(settings: SettingValues) {}

  var descriptor: ModuleDescriptor {
    var descriptor = ModuleDescriptor()
    descriptor.migrations = [
      Migration(
        number: 1, name: "secrets",
        sql: """
          CREATE TABLE adversary_open (
            id INTEGER NOT NULL, word TEXT, note TEXT, plan TEXT, inside TEXT
          ) STRICT;
          CREATE TABLE adversary_hidden (secret TEXT, word TEXT) STRICT;
          CREATE INDEX adversary_open_note ON adversary_open (note);
          CREATE VIEW adversary_view AS SELECT secret FROM adversary_hidden;
          CREATE VIRTUAL TABLE adversary_search USING fts5(body);
          CREATE TRIGGER adversary_trigger BEFORE DELETE ON adversary_open BEGIN SELECT 1; END;
          INSERT INTO adversary_open VALUES (1, 'seen', 'SECRET', 'SECRET', 'SECRET');
          INSERT INTO adversary_hidden VALUES ('SECRET', 'seen'), ('SECRET too', 'unseen');
          INSERT INTO adversary_search VALUES ('SECRET');
          """)
    ]
    descriptor.tables = [
      TableDescriptor(
        "adversary_open", doc: "A row.",
        columns: [
          Column("id", .integer, doc: "Its number."), Column("word", .text, doc: "A word."),
          Column("note", .text, isPersonal: true, doc: "What somebody wrote."),
          Column("plan", .text, marking: Marking(.red), doc: "What is planned."),
        ])
    ]
    descriptor.functions = [
      FunctionDescriptor(
        "adversary_series", doc: "A number.",
        arguments: [
          .required("first", .integer, doc: "The first."),
          .required("last", .integer, doc: "The last."),
        ],
        columns: [
          Column("value", .integer, doc: "The number."),
          Column("hint", .text, isPersonal: true, doc: "Something about a person."),
        ]
      ) { call in
        let (first, last) = (try call.integer("first"), try call.integer("last"))
        return RowProducer((first...max(first, last)).lazy.map { [Value($0), "SECRET"] })
      }
    ]
    descriptor.scalars = [
      ScalarDescriptor(
        "adversary_size", doc: "The length.", arguments: [.required("text", .text, doc: "A text.")],
        result: .integer, example: ("adversary_size('ab')", "2")
      ) {
        { call in .integer(Int64(try call.text("text").count)) }
      },
      // What the program itself reads for its answer, whatever the question may.
      ScalarDescriptor(
        "adversary_count", doc: "How many secrets there are.", arguments: [], result: .integer,
        example: ("adversary_count()", "2")
      ) {
        { call in
          try call.reader.first("SELECT count(*) FROM adversary_hidden")?[0] ?? .null
        }
      },
    ]
    descriptor.aggregates = [
      AggregateDescriptor(
        "adversary_total", doc: "How many.", arguments: [.required("text", .text, doc: "A text.")],
        result: .integer, example: ("adversary_total(value)", "3")
      ) {
        var count: Int64 = 0
        return AggregateFunction.Group(add: { _ in count += 1 }, result: { .integer(count) })
      }
    ]
    return descriptor
  }
}
