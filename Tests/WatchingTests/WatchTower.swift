import Configuration
import FoundationEssentials
import Kernel
import Store
import TestSupport
import Vocabulary
import Watching

/// A tower whose watch asks for the findings that are kept, which a test sets as it likes.
struct WatchTower {
  let folder = ScratchFolder()

  init() throws {
    for name in ["queries", "watches"] {
      try FileManager.default.createDirectory(
        atPath: folder.file(name), withIntermediateDirectories: true)
    }
    writeQuery("SELECT subject, value FROM tower_finding WHERE value >= :low")
    writeWatch("{low: 1}")
  }

  func writeQuery(_ sql: String) {
    _ = folder.write(
      "queries/held.yaml",
      """
      id: held
      title: What is held
      doc: The findings that are kept.
      parameters:
        - {name: low, type: integer, default: 0, doc: "The least value."}
      sql: \(sql)
      """)
  }

  func writeWatch(_ parameters: String) {
    _ = folder.write(
      "watches/held.yaml",
      """
      id: held
      title: What is held
      query: held
      parameters: \(parameters)
      key: [subject]
      schedule: nightly
      level: caution
      """)
  }

  func tower(_ day: String = "2026-11-24") throws -> Tower {
    let modules: [any Module.Type] = [KernelModule.self, WatchingModule.self]
    let file = folder.write(
      "tower.yaml",
      "query_folders: [\(folder.file("queries"))]\n"
        + "modules: {watch: {folders: [\(folder.file("watches"))]}}\n")
    let deployment = try Deployment.load(path: file, modules: modules.map { $0.identity })
    return Tower(
      deployment: deployment,
      registry: try Registry(modules, settings: deployment.moduleSettings),
      clock: .fixed(try Instant("\(day)T00:00:00Z")), storePath: folder.file("tower.db"))
  }

  func run(_ words: String..., on day: String = "2026-11-24") throws -> CommandResult {
    try Dispatcher(tower(day)).run(words).result
  }

  /// Sets the findings that the watch reads.
  func set(_ values: [(String, Double)]) throws {
    try tower().write { connection in
      try connection.execute("DELETE FROM tower_finding")
      for (index, (subject, value)) in values.enumerated() {
        try connection.execute(
          """
          INSERT INTO tower_finding (run, position, indicator, subject, value, as_of, status,
            missing, statement_en, evidence, sources, marking)
          VALUES ('test', ?, 'test', ?, ?, '2026-11-24', 'known', '[]', '', '[]', '[]', 'TLP:CLEAR')
          """, [Value(index), .text(subject), Value(value)])
      }
    }
  }

  /// The rows of the alerts, each as fingerprint, change, state, count and first and last day seen.
  func alerts(on day: String) throws -> [[String]] {
    let table = try run("alerts", "--state", "all", on: day).tables[0]
    return table.rows.map { row in
      [row[3].text ?? "", row[5].text ?? "", row[6].description]
        + [row[7], row[8]].map { String(($0.text ?? "").prefix(10)) }
    }
  }
}
