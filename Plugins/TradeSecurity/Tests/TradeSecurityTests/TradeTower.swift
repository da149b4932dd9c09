import FoundationEssentials
import Kernel
import Reference
import Store
import TestSupport
import TradeSecurity
import Vocabulary

/// The project's own folder.
let project = "/" + #filePath.split(separator: "/").dropLast(5).joined(separator: "/")

/// A tower of the reference data and trade security alone, on a scratch store.
struct TradeTower {
  let folder = ScratchFolder()
  let tower: Tower

  init(today: String = "2026-11-24") throws {
    let modules: [any Module.Type] = [
      KernelModule.self, ReferenceModule.self, TradeSecurityModule.self,
    ]
    tower = Tower(
      deployment: try .defaults(modules: modules.map { $0.identity }),
      registry: try Registry(modules), clock: .fixed(try Instant(today + "T00:00:00Z")),
      storePath: folder.file("tower.db"))
    _ = try tower.prepareStore()
    _ = try run(["import", "baci-countries", project + "/config/reference/baci_country_codes.csv"])
  }

  /// Runs a command.
  @discardableResult
  func run(_ words: [String]) throws -> CommandResult {
    try Dispatcher(tower).run(words + ["--quiet"]).result
  }

  /// Imports every file of measures.
  func importMeasures() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: project + "/config/measures")
      .filter { $0.hasSuffix(".yaml") }.sorted().map { project + "/config/measures/" + $0 }
    try run(["import", "measures"] + files)
  }

  /// Takes the names of ISO 3166-1 from the package that the set-up installs.
  func importISONames() throws {
    try run(["import", "iso-countries", "/usr/share/iso-codes/json/iso_3166-1.json"])
  }
  /// The rows of a command's first table, by the names of its columns.
  func rows(_ words: [String]) throws -> [[String: Value]] {
    guard let table = try run(words).tables.first else { return [] }
    return table.rows.map { row in
      Dictionary(zip(table.columns.map(\.name), row)) { first, _ in first }
    }
  }

  /// What a lens finds in an event.
  func read(
    _ lens: String, _ event: Event, asOf: String = "2026-11-24", knownAt: String? = nil,
    after findings: [Finding] = []
  ) throws -> [Finding] {
    let lenses = tower.registry.lenses.filter { $0.identifier == lens }
    return try tower.read { connection in
      try lenses.flatMap { lens in
        try lens.read(
          LensInput(
            event: event, findings: findings, connection: connection, tower: tower,
            asOf: try Day(asOf), knownAt: try knownAt.map { try Day($0) }))
      }
    }
  }

  /// A bundled event.
  static func event(_ name: String) throws -> Event {
    try Event.load(path: project + "/config/events/\(name).yaml")
  }
}

/// The published lists among the shared data.
enum PublishedList {
  static let sdn = "data/lists/ofac_sdn_2024-05-07.xml.gz"
  static let nonSDN = "data/lists/ofac_cons_nonsdn_2024-05-06.xml.gz"
  static let un2024 = "data/lists/un_consolidated_2024-05-15.xml.gz"
  static let un2026 = "data/lists/un_consolidated_2026-02-27.xml.gz"
}
