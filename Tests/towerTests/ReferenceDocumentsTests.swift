import FoundationEssentials
import Kernel
import Shell
import Store
import TestSupport
import Testing
import Vocabulary

@testable import tower

/// The project's own folder.
private let project = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

@Suite("The reference")
struct ReferenceDocumentsTests {
  private let folder = ScratchFolder()

  @Test("in docs/reference is the one that the program writes: 'tower docs --out docs/reference'")
  func current() throws {
    let program = Program(
      modules: installedModules, environment: ["TOWER_CONFIG": folder.write("tower.yaml", "{}\n")])
    let outcome = program.run(["docs", "--out", folder.file("reference")])
    #expect(outcome.status == .ok, "\(outcome.messages)")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.file("reference"))
    let kept = try FileManager.default.contentsOfDirectory(atPath: project + "/docs/reference")
    #expect(names.sorted() == kept.sorted())
    for name in names {
      let text = try? Data(contentsOf: URL(filePath: project + "/docs/reference/" + name))
      #expect(
        text == (try Data(contentsOf: URL(filePath: folder.file("reference/" + name)))),
        "\(name) is out of date: run 'tower docs --out docs/reference'")
    }
  }

  @Test("every function of values and of groups gives what its example says")
  func examples() throws {
    let registry = try Registry(installedModules)
    let tower = Tower(
      deployment: try .defaults(modules: installedModules.map { $0.identity }), registry: registry,
      clock: .fixed(try Instant("2026-11-24T00:00:00Z")), storePath: folder.file("tower.db"))
    let list = folder.write(
      "iso.json",
      """
      {"3166-1": [
        {"alpha_2": "KR", "alpha_3": "KOR", "name": "Korea, Republic of", "numeric": "410"}
      ]}
      """)
    _ = try Dispatcher(tower).run(["import", "iso-countries", list])
    _ = try Dispatcher(tower).run([
      "import", "baci-countries", project + "/config/reference/baci_country_codes.csv",
    ])
    let scalars = registry.scalars.map { ("SELECT \($0.example.call)", $0.example.value) }
    let aggregates = registry.aggregates.map {
      (
        "SELECT \($0.example.call) FROM (SELECT 1 AS value UNION ALL SELECT 1 UNION ALL SELECT 2)",
        $0.example.value
      )
    }
    #expect(scalars.count >= 6 && !aggregates.isEmpty)
    for (sql, expected) in scalars + aggregates {
      let options = GlobalOptions()
      let rows = try Question.ask(sql, of: tower, options: options).tables[0].rows
      let wanted = try Question.ask("SELECT \(expected)", of: tower, options: options)
      #expect(rows == wanted.tables[0].rows, "\(sql)")
    }
  }

  @Test("every table that is open to questions declares all of its columns")
  func columns() throws {
    let registry = try Registry(installedModules)
    let tower = Tower(
      deployment: try .defaults(modules: installedModules.map { $0.identity }), registry: registry,
      clock: .fixed(try Instant("2026-11-24T00:00:00Z")), storePath: folder.file("tower.db"))
    try tower.prepareStore()
    for table in registry.entries.flatMap(\.descriptor.tables) {
      let stored = try tower.read { try $0.columns(of: "SELECT * FROM \(table.name)") }
      let declared = table.columns.map(\.name)
      #expect(Set(stored).subtracting(declared) == [], "\(table.name)")
    }
  }
}
