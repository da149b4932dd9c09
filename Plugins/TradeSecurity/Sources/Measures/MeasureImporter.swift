internal import Configuration
internal import Kernel
internal import Store
internal import Vocabulary

/// Takes a file of measures; it replaces the measures that the same file brought before.
enum MeasureImporter {
  static let importer = Importer(
    "measures", doc: "Takes a YAML file of policy measures into the register.",
    defaultCard: SourceCard(
      publisher: "deployment", title: "Register of measures", licence: "facts with citations")
  ) { session in
    let text = String(decoding: try session.content(), as: UTF8.self)
    let values = try MeasureFile.schema.decode(YAML.parse(text: text, file: session.path))
    let part = session.path.split(separator: "/").last.map(String.init) ?? session.path
    let connection = session.connection
    try connection.execute(
      """
      DELETE FROM trade_measure WHERE source_id IN
        (SELECT id FROM tower_source WHERE dataset = 'measures' AND file = ?)
      """, [.text(part)])
    for measure in values.mappings("measures") {
      let identifier = measure.text("id")
      let known = try connection.first(
        "SELECT 1 FROM trade_measure WHERE id = ?", [.text(identifier)])
      guard known == nil else {
        throw measure.error("id", "the measure '\(identifier)' is in the register already")
      }
      try insert(measure, session)
      session.accept(part: part)
    }
  }

  private static func insert(_ measure: SettingValues, _ session: ImportSession) throws {
    let valid = measure.mapping("valid")
    let scope = measure.optionalMapping("scope")
    let products = scope?.mappings("products") ?? []
    let codes = scope?.texts("control_codes") ?? []
    let technologies = scope?.texts("technologies") ?? []
    let parties = ["parties", "party_classes"].flatMap { scope?.texts($0) ?? [] }
    // A tariff without products reaches all goods; a control without products names none.
    let isGeneral =
      measure.text("kind") == "tariff" && products.isEmpty && codes.isEmpty
      && technologies.isEmpty && parties.isEmpty
    let rate = measure.optionalMapping("rate")
    let requires = measure.optionalLocalized("requires")
    let title = measure.localized("title")
    let row: [Value] = [
      .text(measure.text("id")), .text(measure.text("announcement")), .text(measure.text("limb")),
      .text(title.english), Value(title.korean), .text(measure.text("kind")),
      .text(measure.text("author")), .text(measure.text("authority")),
      Value(measure.day("announced")), Value(measure.day("learned")),
      Value(valid.optionalDay("from")), Value(valid.optionalDay("until")),
      Value(valid.flag("includes_end")), Value(isGeneral), Value(requires?.english),
      Value(requires?.korean), Value(rate?.text("type")), Value(rate?.number("percent")),
      Value(rate?.optionalText("heading")), .text(measure.text("citation")),
      Value(measure.optionalText("source")), Value(measure.optionalDay("checked_on")),
      Value(measure.optionalText("note")), .text(session.sourceIdentifier),
    ]
    let marks = row.map { _ in "?" }.joined(separator: ", ")
    try session.connection.execute("INSERT INTO trade_measure VALUES (\(marks))", row)
    try insertActs(measure, session.connection)
    try insertScope(measure.text("id"), scope, session.connection)
  }

  private static func insertActs(_ measure: SettingValues, _ connection: Connection) throws {
    for (position, act) in measure.mappings("acts").enumerated() {
      var kind = act.text("act")
      if kind == "confirmed" {
        guard let what = act.optionalText("what") else {
          throw act.error("act", "a confirmation says what: in_force or expired")
        }
        kind += "_" + what
      }
      try connection.execute(
        "INSERT INTO trade_measure_act VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
          .text(measure.text("id")), Value(position), .text(kind), Value(act.day("from")),
          Value(act.optionalDay("until")), Value(act.flag("includes_end")),
          Value(act.day("learned")), .text(act.text("citation")),
        ])
    }
  }

  private static func insertScope(
    _ measure: String, _ scope: SettingValues?, _ connection: Connection
  ) throws {
    guard let scope else { return }
    for (position, product) in scope.mappings("products").enumerated() {
      try connection.execute(
        "INSERT INTO trade_measure_product VALUES (?, ?, ?, ?, ?, ?)",
        [
          .text(measure), Value(position), .text(product.product("product").description),
          .text(product.text("coverage")),
          .text(JSONValue.texts(product.texts("materials")).compact),
          .text(JSONValue.texts(product.texts("control_codes")).compact),
        ])
    }
    let roles = [
      ("origin", "origins"), ("destination", "destinations"),
      ("excluded_destination", "excluded_destinations"), ("party", "parties"),
      ("party_class", "party_classes"),
      ("technology", "technologies"), ("control_code", "control_codes"),
    ]
    for (role, key) in roles {
      for name in Set(scope.texts(key)).sorted() {
        try connection.execute(
          "INSERT INTO trade_measure_scope VALUES (?, ?, ?)",
          [.text(measure), .text(role), .text(name)])
      }
    }
  }
}
