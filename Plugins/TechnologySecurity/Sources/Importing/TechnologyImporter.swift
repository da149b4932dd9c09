internal import Configuration
internal import Kernel
internal import Store
internal import Vocabulary

/// Takes a file of technologies; it replaces those that a file of the same name brought before.
enum TechnologyImporter {
  static let importer = Importer(
    "technologies", doc: "Takes a YAML file of core technologies into the register.",
    defaultCard: SourceCard(
      publisher: "deployment", title: "Register of core technologies",
      licence: "facts with citations")
  ) { session in
    let values = try RegisterFile.decode(session, TechnologyFile.schema)
    let technologies = values.mappings("technologies")
    try RegisterFile.deleteEarlier("technology", of: "technologies", session)
    let faults =
      RegisterFile.identifierFaults(
        technologies, taken: try identifiers(session.connection), in: "the register")
      + technologies.flatMap(TechnologyFaults.faults)
      + (try heldFaults(values, technologies, session.connection))
    guard faults.isEmpty else { throw ConfigurationError(diagnostics: faults) }
    for technology in technologies {
      try insert(technology, session)
      session.accept(part: RegisterFile.name(session))
    }
  }

  private static func identifiers(_ connection: Connection) throws -> Set<String> {
    Set(try connection.rows("SELECT id FROM technology").compactMap { $0[0].text })
  }

  /// A technology that a holder holds must not vanish with a new version of its file.
  private static func heldFaults(
    _ values: SettingValues, _ technologies: [SettingValues], _ connection: Connection
  ) throws -> [Diagnostic] {
    let names = Set(technologies.map { $0.text("id") })
    return try connection.rows(
      """
      SELECT technology, min(holder) FROM technology_holding
      WHERE technology NOT IN (SELECT id FROM technology) GROUP BY technology ORDER BY technology
      """
    ).compactMap { row in
      guard let technology = row[0].text, !names.contains(technology) else { return nil }
      return values.fault(
        "technologies",
        "'\(technology)' is missing, but holder '\(row[1].text ?? "")' holds it; "
          + "take it out of the holdings first",
        suggestions: nearest(to: technology, in: names))
    }
  }

  private static func insert(_ technology: SettingValues, _ session: ImportSession) throws {
    let identifier = Value.text(technology.text("id"))
    let title = technology.localized("title")
    try RegisterFile.insert(
      "technology",
      [
        identifier, .text(title.english), Value(title.korean), .text(technology.text("field")),
        .text(technology.text("criticality")), .text(technology.text("national_core")),
        Value(technology.optionalDay("core_from")), .text(technology.text("law_reference")),
        .text(technology.text("source")), Value(technology.optionalText("note")),
      ], session)
    for step in technology.mappings("steps") {
      let title = step.localized("title")
      try RegisterFile.insert(
        "technology_step",
        [
          identifier, .text(step.text("id")), Value(step.integer("order")), .text(title.english),
          Value(title.korean),
        ], session)
    }
    for (position, use) in technology.mappings("uses").enumerated() {
      try RegisterFile.insert(
        "technology_use",
        [
          identifier, Value(position), .text(use.text("step")),
          Value(use.optionalProduct("product")?.description), Value(use.optionalText("material")),
          .text(JSONValue.texts(use.texts("elements")).compact), .text(use.text("role")),
        ], session)
    }
    for make in technology.mappings("makes") {
      try RegisterFile.insert(
        "technology_make", [identifier, .text(make.product("product").description)], session)
    }
    for code in technology.mappings("control_codes") {
      try RegisterFile.insert(
        "technology_control_code",
        [identifier, .text(code.text("regime")), .text(code.text("code"))], session)
    }
  }
}
