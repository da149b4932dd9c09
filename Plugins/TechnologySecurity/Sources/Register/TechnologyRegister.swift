internal import Kernel
internal import Store
internal import Vocabulary

/// The technologies of the store, read whole: a register has hundreds of rows, not millions.
struct TechnologyRegister {
  /// Every technology, by identifier.
  let technologies: [Technology]

  /// Reads the register.
  init(_ connection: Connection) throws {
    let steps = try Self.steps(connection)
    let uses = try Self.uses(steps, connection)
    let makes = try Self.rows(
      "SELECT technology, product FROM technology_make ORDER BY technology, product", connection)
    let codes = try Self.rows(
      """
      SELECT technology, regime, code FROM technology_control_code
      ORDER BY technology, regime, code
      """, connection)
    technologies = try connection.rows(
      """
      SELECT id, title_en, title_ko, field, criticality, national_core, core_from, law_reference,
        citation, note, source_id
      FROM technology ORDER BY id
      """
    ).compactMap { row in
      guard let identifier = row[0].text,
        let field = IndustryField(rawValue: row[3].text ?? ""),
        let criticality = Criticality(rawValue: row[4].text ?? "")
      else { return nil }
      return Technology(
        identifier: identifier, title: LocalizedText(row[1].text ?? "", korean: row[2].text),
        field: field, criticality: criticality,
        nationalCore: Standing(rawValue: row[5].text ?? "") ?? .unknown,
        coreFrom: row[6].text.flatMap { try? Day($0) }, lawReference: row[7].text ?? "",
        citation: row[8].text ?? "", note: row[9].text, steps: steps[identifier] ?? [],
        uses: uses[identifier] ?? [],
        makes: (makes[identifier] ?? []).compactMap { try? ProductCode($0[1].text ?? "") },
        controlCodes: (codes[identifier] ?? []).map {
          Technology.ControlCode(regime: $0[1].text ?? "", code: $0[2].text ?? "")
        }, source: row[10].text ?? "")
    }
  }

  /// The technology of an identifier.
  func technology(_ identifier: String) -> Technology? {
    technologies.first { $0.identifier == identifier }
  }

  /// The sources that the register was read from, in order.
  var sources: [String] { Set(technologies.map(\.source)).sorted() }

  private static func rows(_ sql: String, _ connection: Connection) throws -> [String: [[Value]]] {
    Dictionary(grouping: try connection.rows(sql)) { $0[0].text ?? "" }
  }

  private static func steps(_ connection: Connection) throws -> [String: [Technology.Step]] {
    try rows(
      """
      SELECT technology, step, title_en, title_ko FROM technology_step
      ORDER BY technology, position
      """, connection
    ).mapValues { rows in
      rows.map {
        Technology.Step(
          identifier: $0[1].text ?? "",
          title: LocalizedText($0[2].text ?? "", korean: $0[3].text))
      }
    }
  }

  private static func uses(_ steps: [String: [Technology.Step]], _ connection: Connection) throws
    -> [String: [Technology.Use]]
  {
    try rows(
      """
      SELECT technology, step, product, material,
        (SELECT group_concat(value, char(10)) FROM json_each(elements)), role
      FROM technology_use ORDER BY technology, position
      """, connection
    ).mapValues { rows in
      rows.compactMap { row in
        guard let step = steps[row[0].text ?? ""]?.first(where: { $0.identifier == row[1].text })
        else { return nil }
        return Technology.Use(
          step: step, product: row[2].text.flatMap { try? ProductCode($0) },
          material: row[3].text,
          elements: (row[4].text ?? "").split(separator: "\n").map(String.init),
          role: row[5].text ?? "")
      }
    }
  }
}
