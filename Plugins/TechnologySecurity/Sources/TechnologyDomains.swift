internal import Kernel
internal import Reference
internal import Store
internal import Vocabulary

/// The names that the parameters of the module's commands accept.
enum TechnologyDomains {
  /// The domain of materials and elements that technologies may use.
  static let materials = "technology_material"
  static let fillHint = "import the technologies: tower import technologies FILE..."
  private static let holderHint = "import the holders: tower import technology-holders FILE"

  /// The error of a question to a register without technologies.
  static let emptyRegister = TowerError(
    .failed, "cannot tell: the register has no technology yet", hints: [fillHint])

  static let all = [technology, holder, material]

  private static let technology = ValueDomain("technology", fillHint: fillHint) { connection in
    try entries("SELECT id, title_en, title_ko FROM technology ORDER BY id", connection)
  }

  private static let holder = ValueDomain("technology_holder", fillHint: holderHint) {
    try entries("SELECT id, name_en, name_ko FROM technology_holder ORDER BY id", $0)
  }

  // The materials of the reference data, those that only a use names, and the single elements.
  private static let material = ValueDomain(materials, fillHint: fillHint) { connection in
    let known = try Materials.all(connection).map { material in
      let names = [material.name.english, material.name.korean].compactMap { $0 }
      // A name that only differs by capitals would be suggested beside its identifier.
      return ValueDomain.Entry(
        material.identifier, names: names.filter { $0.lowercased() != material.identifier })
    }
    let used = try entries(
      "SELECT DISTINCT material FROM technology_use WHERE material IS NOT NULL ORDER BY 1",
      connection
    ).filter { use in !known.contains { $0.identifier == use.identifier } }
    let elements = RareEarthElement.allCases.map {
      ValueDomain.Entry($0.rawValue, names: [$0.title.korean].compactMap { $0 })
    }
    return known + used + elements
  }

  private static func entries(_ sql: String, _ connection: Connection) throws
    -> [ValueDomain.Entry]
  {
    try connection.rows(sql).compactMap { row in
      row[0].text.map { ValueDomain.Entry($0, names: row.dropFirst().compactMap(\.text)) }
    }
  }
}
