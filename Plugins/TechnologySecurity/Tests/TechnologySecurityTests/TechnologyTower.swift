import Kernel
import Reference
import Store
import TechnologySecurity
import TestSupport
import Vocabulary

/// The project's own folder.
let project = "/" + #filePath.split(separator: "/").dropLast(5).joined(separator: "/")

/// A tower of the reference data and technology security alone, on a scratch store.
struct TechnologyTower {
  static let technologyFiles = [
    "bio-optics-and-chemicals", "display-and-batteries", "semiconductors", "vehicles-and-ships",
  ].map { project + "/config/technologies/\($0).yaml" }
  static let holderFile = project + "/config/technologies/holders.yaml"

  let folder = ScratchFolder()
  let tower: Tower

  init(settings: String = "") throws {
    let modules: [any Module.Type] = [
      KernelModule.self, ReferenceModule.self, TechnologySecurityModule.self,
    ]
    let file = folder.write(
      "tower.yaml", "modules:\n  technology: {enabled: true\(settings)}\n")
    let deployment = try Deployment.load(path: file, modules: modules.map { $0.identity })
    tower = Tower(
      deployment: deployment,
      registry: try Registry(modules, settings: deployment.moduleSettings),
      clock: .fixed(try Instant("2026-11-24T00:00:00Z")), storePath: folder.file("tower.db"))
    try tower.prepareStore()
  }

  /// A tower with the bundled technologies, holders and names.
  static func whole(settings: String = "") throws -> TechnologyTower {
    let whole = try TechnologyTower(settings: settings)
    let reference = project + "/config/reference/"
    try whole.run(["import", "baci-countries", reference + "baci_country_codes.csv"])
    try whole.run(["import", "materials", reference + "materials_hs92.csv.gz"])
    try whole.run(["import", "material-names", reference + "material_names.csv"])
    try whole.run(["import", "product-names", reference + "product_names.csv"])
    try whole.run(["import", "technologies"] + technologyFiles)
    try whole.run(["import", "technology-holders", holderFile])
    return whole
  }

  /// Runs a command.
  @discardableResult
  func run(_ words: [String]) throws -> CommandResult {
    try Dispatcher(tower).run(words + ["--quiet"]).result
  }

  /// The rows of a command's first table, by the names of its columns.
  func rows(_ words: [String]) throws -> [[String: Value]] {
    guard let table = try run(words).tables.first else { return [] }
    return table.rows.map { row in
      Dictionary(zip(table.columns.map(\.name), row)) { first, _ in first }
    }
  }

  /// What the lens finds in an event.
  func read(_ event: Event, asOf: String = "2026-11-24") throws -> [Finding] {
    try tower.read { connection in
      try tower.registry.lenses.filter { $0.identifier == "technology-exposure" }.flatMap { lens in
        try lens.read(
          LensInput(
            event: event, findings: [], connection: connection, tower: tower,
            asOf: try Day(asOf), knownAt: nil))
      }
    }
  }

  /// What the lens finds in a bundled event.
  func read(_ name: String, asOf: String = "2026-11-24") throws -> [Finding] {
    try read(Event.load(path: project + "/config/events/\(name).yaml"), asOf: asOf)
  }

  /// An event of the fields given.
  func event(_ fields: String) throws -> Event {
    try Event.load(
      path: folder.write(
        "event.yaml",
        "event: {id: e, title: T, reality: hypothetical, starts: 2026-12-01, home: KOR, \(fields)}")
    )
  }
}
