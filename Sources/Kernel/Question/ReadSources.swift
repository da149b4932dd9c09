internal import Store

/// The sources that an answer stands on, by the tables that were really read for it.
struct ReadSources {
  /// Tables whose rows name their sources.
  private var naming: Set<String> = []
  /// Data sets that stand behind tables whose rows name none.
  private var datasets: Set<String> = []

  /// The register itself, which every function may look into.
  private static let register: Set<String> = [
    "tower_source", "tower_source_part", "tower_migration",
  ]

  /// - Parameter names: what was read, by the question itself and by the functions in it.
  init(_ names: ReadNames, _ registry: Registry) {
    let behind = Dictionary(
      registry.entries.flatMap { $0.descriptor.datasets.map { ($0.key, $0.value) } }
    ) { $0 + $1 }
    let functions = Set(registry.functions.map(\.name))
    let read = names.byQuestion.union(names.byFunctions.subtracting(ReadSources.register))
    for name in read where !functions.contains(name) {
      if let known = behind[name] { datasets.formUnion(known) } else { naming.insert(name) }
    }
    // What is said of sources is as sensitive as they are.
    if !names.byQuestion.isDisjoint(with: ["tower_sources", "tower_source_parts"]) {
      naming.insert("tower_source")
    }
  }

  /// The identifiers, in order.
  func identifiers(_ connection: Connection) throws -> [String] {
    var found: Set<String> = []
    for table in naming {
      let columns = try connection.rows(
        "SELECT name FROM pragma_table_info(?)", [.text(table)]
      ).compactMap { $0[0].text }
      // A name of the statement itself, such as that of a common table expression.
      if columns.isEmpty { continue }
      // Of rows that name no source nothing is known: they may stand on any.
      guard columns.contains("source_id") else {
        return try connection.rows("SELECT id FROM tower_source ORDER BY id").compactMap {
          $0[0].text
        }
      }
      found.formUnion(
        try connection.rows("SELECT DISTINCT source_id FROM \"\(table)\"").compactMap { $0[0].text }
      )
    }
    for dataset in datasets {
      found.formUnion(
        try connection.rows(
          "SELECT source_id FROM tower_source_part WHERE dataset = ?", [.text(dataset)]
        ).compactMap { $0[0].text })
    }
    return found.sorted()
  }
}
