import Kernel
import Reference
import Store
import SupplyChains
import TestSupport
import Vocabulary

/// The project's own folder.
let project = "/" + #filePath.split(separator: "/").dropLast(5).joined(separator: "/")

/// A store that holds the bundled reference data, made once for all tests, which only read it.
final class PackStore: Sendable {
  let tower: Tower
  // Kept, because the folder is removed with it.
  private nonisolated(unsafe) let folder = ScratchFolder()

  static let shared = Result { try PackStore() }

  private init() throws {
    tower = try PackStore.tower(folder.file("tower.db"))
    let translations = "/usr/share/locale/ko/LC_MESSAGES/iso_3166-1.mo"
    for words in [
      ["baci-countries", reference("baci_country_codes.csv")],
      ["country-groups", reference("country_groups.csv")],
      [
        "iso-countries", "/usr/share/iso-codes/json/iso_3166-1.json", "--translations",
        translations,
      ],
      ["hs", reference("hs92_products.csv.gz")],
      ["product-names", reference("product_names.csv")],
      ["wgi", reference("wgi_political_stability_estimate.csv.gz")],
      ["baci", reference("baci_hs92_raw_materials_2022_2024.csv.gz")],
    ] {
      _ = try Dispatcher(tower).run(["import"] + words + ["--quiet"])
    }
  }

  /// A tower of the module with what it requires.
  static func tower(_ path: String, settings: [String: String] = [:]) throws -> Tower {
    let modules: [any Module.Type] = [
      KernelModule.self, ReferenceModule.self, SupplyChainsModule.self,
    ]
    return Tower(
      deployment: try .defaults(modules: modules.map { $0.identity }),
      registry: try Registry(modules), clock: .fixed(try Instant("2026-11-24T00:00:00Z")),
      storePath: path)
  }

  private func reference(_ name: String) -> String { project + "/config/reference/" + name }

  /// The first table of a command's answer, with its notes.
  func run(_ words: String...) throws -> (rows: [[String: Value]], notes: [String]) {
    let result = try Dispatcher(tower).run(words).result
    guard let table = result.tables.first else { return ([], result.notes) }
    let names = table.columns.map(\.name)
    return (
      table.rows.map { Dictionary(uniqueKeysWithValues: zip(names, $0)) }, result.notes
    )
  }

  /// What the module's lenses find in an event, in the order in which they read each other.
  func findings(_ event: Event, asOf: String = "2026-11-24") throws -> [Finding] {
    let day = try Day(asOf)
    return try tower.read { connection in
      try tower.registry.lenses.reduce(into: [Finding]()) { findings, lens in
        findings += try lens.read(
          LensInput(
            event: event, findings: findings, connection: connection, tower: tower, asOf: day,
            knownAt: nil))
      }
    }
  }

  /// An event of the bundled ones.
  func event(_ name: String) throws -> Event {
    try Event.load(path: project + "/config/events/\(name).yaml")
  }
}
