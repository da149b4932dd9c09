internal import Kernel
internal import Reference
internal import Resources
internal import Sampling
internal import Store
internal import TechnologySecurity

/// A generated store of links through the tables of three modules, from a seed.
struct LinkStore {
  let tower: Tower
  private let links: Int

  /// - Parameter links: how many links are made, about.
  init(store path: String, links: Int) throws {
    let modules: [any Module.Type] = [
      KernelModule.self, ReferenceModule.self, ResourcesModule.self, TechnologySecurityModule.self,
    ]
    tower = Tower(
      deployment: try .defaults(modules: modules.map { $0.identity }),
      registry: try Registry(modules), clock: .system(utcOffsetHours: 0), storePath: path)
    self.links = links
  }

  // Each link joins two subjects drawn evenly: no cluster makes a search easy.
  private var materials: Int { max(2, links / 50) }
  private var products: Int { max(2, links / 20) }
  private var technologies: Int { max(2, links / 50) }
  private var countries: Int { max(2, links / 500) }

  /// Fills the store and prints how many links it has.
  func generate(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    func some(_ name: String, of count: Int) -> Value {
      .text("\(name)\(Int.random(in: 0..<count, using: &random))")
    }
    try tower.write { connection in
      try connection.executeScript(LinkStore.source)
      try fill(connection, "material (id, name, source_id) VALUES (?, ?, 's')", materials) {
        [.text("m\($0)"), .text("Material \($0)")]
      }
      try fill(connection, LinkStore.technology, technologies) {
        [.text("t\($0)"), .text("Technology \($0)")]
      }
      try fill(connection, "technology_step VALUES (?, 'only', 0, 'Only', NULL, 's')", technologies)
      {
        [.text("t\($0)")]
      }
      try fill(connection, "material_product VALUES (?, ?, 'main', 's')", links / 5) { _ in
        [some("m", of: materials), some("hs92/p", of: products)]
      }
      try fill(connection, "technology_make VALUES (?, ?, 's')", links / 10) { _ in
        [some("t", of: technologies), some("hs92/p", of: products)]
      }
      let use = "technology_use VALUES (?, ?, 'only', ?, ?, '[]', '', 's')"
      try fill(connection, use, links * 3 / 10) { number in
        [some("t", of: technologies), Value(number), some("hs92/p", of: products), .null]
      }
      try fill(connection, use, links / 10) { number in
        [some("t", of: technologies), Value(links + number), .null, some("m", of: materials)]
      }
      try fill(
        connection, "resources_production VALUES (?, ?, 2024, 1, 't', NULL, 's')", links * 3 / 10
      ) {
        _ in [some("m", of: materials), some("C", of: countries)]
      }
    }
    let count = try tower.openForQuestions(GlobalOptions()).first("SELECT count(*) FROM links")
    print("links", count?[0].integer ?? 0)
  }

  private func fill(
    _ connection: Connection, _ values: String, _ rows: Int, _ row: (Int) -> [Value]
  ) throws {
    let insert = try connection.prepare("INSERT OR IGNORE INTO " + values)
    for number in 0..<rows { try insert.run(row(number)) }
  }

  /// Asks for the paths between materials and technologies; prints length and seconds of each.
  func paths(_ count: Int) throws {
    for number in 0..<count {
      let (material, technology) = ("material:m\(number)", "technology:t\(number)")
      let start = seconds()
      let answer = try Dispatcher(tower).run(["path", material, technology]).result
      let spent = seconds() - start
      let length = answer.tables[0].rows.compactMap { $0[1].integer }.max() ?? 0
      print("path", number, length, spent)
    }
  }

  private static let source = """
    INSERT INTO tower_source VALUES ('s', 'generated', 'Nobody', 'Links', 'CC0-1.0', '', NULL, NULL,
      '', 'TLP:CLEAR', '-', '-', '{}', 0, 0, '2026-01-01T00:00:00Z');
    """

  private static let technology = """
    technology VALUES (?, ?, NULL, 'semiconductors', 'core', 'unknown', NULL, '', '', NULL, 's')
    """
}
