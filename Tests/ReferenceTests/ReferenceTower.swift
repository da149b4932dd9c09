import Kernel
import Reference
import Store
import TestSupport
import Testing
import Vocabulary

/// The project's own folder.
let project = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

/// A tower of the kernel and the reference data alone, with a store of its own.
struct ReferenceTower {
  let folder = ScratchFolder()
  private let tower: Tower

  init() throws {
    let modules: [any Module.Type] = [KernelModule.self, ReferenceModule.self]
    tower = Tower(
      deployment: try .defaults(modules: modules.map { $0.identity }),
      registry: try Registry(modules), clock: .fixed(try Instant("2026-11-24T00:00:00Z")),
      storePath: folder.file("tower.db"))
  }

  @discardableResult
  func run(_ words: String...) throws -> CommandResult { try run(words) }

  @discardableResult
  func run(_ words: [String]) throws -> CommandResult {
    try Dispatcher(tower).run(words + ["--quiet"]).result
  }

  /// Imports a file that the test writes.
  @discardableResult
  func take(_ dataset: String, _ name: String, _ text: String, _ options: String...) throws
    -> CommandResult
  {
    let file = folder.write(name, text)
    return try Dispatcher(tower).run(["import", dataset, file] + options + ["--quiet"]).result
  }

  /// Imports a file of the bundled pack.
  @discardableResult
  func takePack(_ dataset: String, _ name: String) throws -> CommandResult {
    try run("import", dataset, project + "/config/reference/" + name)
  }

  func read<T>(_ body: (Connection) throws -> T) throws -> T { try tower.read(body) }

  func write(_ body: (Connection) throws -> Void) throws { try tower.write(body) }

  func rows(_ sql: String) throws -> [[Value]] { try tower.read { try $0.rows(sql) } }

  func texts(_ sql: String) throws -> [String] { try rows(sql).compactMap { $0[0].text } }

  /// Line and reason of what the import of a result refused.
  func rejects(of result: CommandResult) throws -> [(line: Int64, reason: String)] {
    let source = try #require(result.tables[0].rows[0][2].text)
    return try run("sources", "rejects", source).tables[0].rows.map {
      ($0[0].integer ?? 0, $0[1].text ?? "")
    }
  }
}

extension CommandResult {
  /// How many rows the import took.
  var rowsTaken: Int64? { tables[0].rows[0][3].integer }
}
