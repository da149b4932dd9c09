import FoundationEssentials
import Kernel
import Reference
import Resources
import Store
import TestSupport
import Vocabulary

let projectFolder = "/" + #filePath.split(separator: "/").dropLast(5).joined(separator: "/")

/// A deployment of the reference data and the module of resources on a scratch store.
struct ResourcesTower {
  let folder = ScratchFolder()
  let tower: Tower

  /// Configuration that takes files of which most rows are refused.
  static let lenient = """
    agency: {id: motir, name: {en: Industry}, country: KOR}
    imports: {max_rejected: 100%}
    """

  init(configuration: String? = nil) throws {
    let modules: [any Module.Type] = [
      KernelModule.self, ReferenceModule.self, ResourcesModule.self,
    ]
    let identities = modules.map { $0.identity }
    var deployment = try Deployment.defaults(modules: identities)
    if let configuration {
      deployment = try Deployment.load(
        path: folder.write("deployment.yaml", configuration), modules: identities)
    }
    tower = Tower(
      deployment: deployment, registry: try Registry(modules, settings: deployment.moduleSettings),
      clock: .fixed(try Instant("2026-11-24T00:00:00Z")), storePath: folder.file("tower.db"))
  }

  @discardableResult
  func run(_ words: String...) throws -> CommandResult {
    try Dispatcher(tower).run(words + ["--quiet"]).result
  }

  /// The rows of the first table as cells by column.
  func answer(_ words: String...) throws -> [[String: Value]] {
    let table = try Dispatcher(tower).run(words + ["--quiet"]).result.tables[0]
    return table.rows.map { row in
      Dictionary(zip(table.columns.map(\.name), row)) { first, _ in first }
    }
  }

  /// Imports a text as a file of its own, without the rows that are not as expected.
  @discardableResult
  func importText(_ dataset: String, _ text: String, file: String? = nil) throws -> [Value] {
    try run(
      "import", dataset, folder.write(file ?? dataset + ".csv", text), "--allow-rejects", "1000"
    ).tables[0].rows[0]
  }

  /// Imports a file that is bundled with the project.
  func importBundled(_ dataset: String, _ name: String) throws {
    try run("import", dataset, projectFolder + "/config/reference/" + name)
  }

  /// The country codes and the materials, which everything else stands on.
  func importNames() throws {
    try importBundled("baci-countries", "baci_country_codes.csv")
    try importBundled("country-groups", "country_groups.csv")
    try importBundled("materials", "materials_hs92.csv.gz")
  }

  /// The reasons of the rows that the latest import of a data set refused, by line.
  func rejects(_ dataset: String) throws -> [String] {
    try tower.read {
      try $0.rows(
        """
        SELECT line || ': ' || reason FROM tower_source_reject WHERE source_id LIKE ?
        ORDER BY source_id, line
        """, [.text(dataset + "/%")]
      ).compactMap { $0[0].text }
    }
  }
}
