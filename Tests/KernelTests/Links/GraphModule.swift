import Configuration
import Kernel
import Store
import TestSupport
import Vocabulary

/// A module whose tables are links: open ones, marked ones, and one that is closed to questions.
struct GraphModule: Module {
  static let identity = ModuleIdentity(identifier: "graph", title: LocalizedText("Graph"))

  init(settings: SettingValues) {}

  var descriptor: ModuleDescriptor {
    var descriptor = ModuleDescriptor()
    descriptor.migrations = [
      Migration(
        number: 1, name: "links",
        sql: """
          CREATE TABLE graph_link (
            source TEXT NOT NULL, target TEXT NOT NULL, valid_from TEXT, valid_to TEXT,
            weight REAL, PRIMARY KEY (source, target)
          ) STRICT, WITHOUT ROWID;
          CREATE INDEX graph_link_target ON graph_link (target);
          CREATE TABLE graph_marked (
            source TEXT NOT NULL, target TEXT NOT NULL, marking TEXT NOT NULL,
            PRIMARY KEY (source, target)
          ) STRICT, WITHOUT ROWID;
          CREATE TABLE graph_closed (
            source TEXT NOT NULL, target TEXT NOT NULL, PRIMARY KEY (source, target)
          ) STRICT, WITHOUT ROWID;
          CREATE TABLE graph_thing (id TEXT PRIMARY KEY, name TEXT, note TEXT) STRICT, WITHOUT ROWID;
          """)
    ]
    descriptor.tables = [
      TableDescriptor("graph_link", doc: "A link.", columns: []),
      TableDescriptor(
        "graph_thing", doc: "A thing.",
        columns: [
          Column("id", .text, doc: "The identifier."), Column("name", .text, doc: "Its name."),
          Column("note", .text, doc: "What it is."),
        ]),
    ]
    let (source, target) = (LinkEnd("thing", "source"), LinkEnd("thing", "target"))
    descriptor.links = [
      LinkDescriptor(
        "leads_to", table: "graph_link", source: source, target: target,
        validFrom: "t.valid_from", validTo: "t.valid_to", weight: "t.weight", unit: "'t'",
        sourceID: "NULL", doc: "A thing leads to another."),
      LinkDescriptor(
        "keeps", table: "graph_marked", source: source, target: target, sourceID: "NULL",
        marking: "t.marking", doc: "A thing keeps another."),
      LinkDescriptor(
        "hides", table: "graph_closed", source: source, target: target, sourceID: "NULL",
        doc: "A thing hides another."),
    ]
    descriptor.subjectKinds = [
      SubjectKind("thing", table: "graph_thing") { identifier, connection in
        try connection.first("SELECT name FROM graph_thing WHERE id = ?", [.text(identifier)])?[0]
          .text.map { LocalizedText($0) }
      },
      SubjectKind("place") { _, _ in nil },
    ]
    descriptor.domains = [
      ValueDomain("thing", fillHint: "") { connection in
        try connection.rows("SELECT id, name FROM graph_thing ORDER BY id").map {
          ValueDomain.Entry($0[0].text ?? "", names: [$0[1].text].compactMap(\.self))
        }
      },
      ValueDomain("place", fillHint: "") { _ in [ValueDomain.Entry("9", names: ["Naju", "나주"])] },
    ]
    return descriptor
  }
}

/// A store of links, and questions to it.
struct GraphStore {
  let tower: Tower
  private let folder = ScratchFolder()

  init() throws {
    let modules: [any Module.Type] = [KernelModule.self, GraphModule.self]
    tower = Tower(
      deployment: try Deployment.defaults(modules: modules.map { $0.identity }),
      registry: try Registry(modules), clock: .fixed(try Instant("2026-11-24T00:00:00Z")),
      storePath: folder.file("tower.db"))
    try tower.prepareStore()
  }

  func link(_ links: [(String, String)], from: String? = nil, to: String? = nil) throws {
    try tower.write { connection in
      let insert = try connection.prepare(
        "INSERT OR REPLACE INTO graph_link VALUES (?, ?, ?, ?, 1)")
      for link in links {
        try insert.run([.text(link.0), .text(link.1), Value(from), Value(to)])
      }
    }
  }

  func write(_ sql: String) throws { try tower.write { try $0.executeScript(sql) } }

  func run(_ words: String...) throws -> CommandResult { try Dispatcher(tower).run(words).result }

  func ask(_ sql: String, asOf: String? = nil) throws -> [[Value]] {
    var options = GlobalOptions()
    options.asOf = try asOf.map { try Day($0) }
    return try Question.ask(sql, of: tower, options: options).tables[0].rows
  }

  /// The column `subject` of an answer.
  func subjects(_ words: String...) throws -> [Value] {
    let table = try Dispatcher(tower).run(words).result.tables[0]
    let place = table.columns.firstIndex { $0.name == "subject" } ?? 0
    return table.rows.map { $0[place] }
  }
}
