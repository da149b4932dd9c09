internal import Configuration
internal import Kernel
internal import Store
internal import Vocabulary

/// Takes a file of holders; it replaces those that a file of the same name brought before.
enum HolderImporter {
  static let importer = Importer(
    "technology-holders", doc: "Takes a YAML file of the institutions that hold technologies.",
    defaultCard: SourceCard(
      publisher: "deployment", title: "Holders of core technologies", licence: "own record")
  ) { session in
    let values = try RegisterFile.decode(session, HolderFile.schema)
    let holders = values.mappings("holders")
    try RegisterFile.deleteEarlier("technology_holder", of: "technology-holders", session)
    let connection = session.connection
    let technologies = try connection.rows("SELECT id FROM technology ORDER BY id")
      .compactMap { $0[0].text }
    let taken = try connection.rows("SELECT id FROM technology_holder").compactMap { $0[0].text }
    let faults =
      RegisterFile.identifierFaults(holders, taken: Set(taken), in: "the register of holders")
      + holders.flatMap { holdingFaults($0, technologies) }
    guard faults.isEmpty else { throw ConfigurationError(diagnostics: faults) }
    for holder in holders {
      try insert(holder, session)
      session.accept(part: RegisterFile.name(session))
    }
  }

  private static func holdingFaults(_ holder: SettingValues, _ technologies: [String])
    -> [Diagnostic]
  {
    var seen: Set<String> = []
    return holder.mappings("holdings").flatMap { holding -> [Diagnostic] in
      let technology = holding.text("technology")
      var faults: [Diagnostic] = []
      if technologies.isEmpty {
        faults.append(
          holding.fault(
            "technology", "the register has no technology yet; import the technologies first"))
      } else if !technologies.contains(technology) {
        faults.append(
          holding.fault(
            "technology", "'\(technology)' is not in the register of technologies",
            suggestions: nearest(to: technology, in: technologies)))
      }
      if !seen.insert(technology).inserted {
        faults.append(
          holding.fault("technology", "'\(technology)' stands twice for '\(holder.text("id"))'"))
      }
      return faults
    }
  }

  private static func insert(_ holder: SettingValues, _ session: ImportSession) throws {
    let identifier = Value.text(holder.text("id"))
    let name = holder.localized("name")
    try RegisterFile.insert(
      "technology_holder",
      [identifier, .text(name.english), Value(name.korean), Value(holder.flag("synthetic"))],
      session)
    for holding in holder.mappings("holdings") {
      try RegisterFile.insert(
        "technology_holding",
        [identifier, .text(holding.text("technology")), .text(holding.text("state_funded"))],
        session)
    }
  }
}
