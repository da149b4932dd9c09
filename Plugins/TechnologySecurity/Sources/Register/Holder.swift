internal import Store
internal import Vocabulary

/// Who holds technologies: an institution, never a person.
struct Holder {
  /// A technology that it holds.
  struct Holding {
    let technology: String
    let stateFunded: Standing
  }

  let identifier: String
  let name: LocalizedText
  /// Whether it is invented for demonstration.
  let isSynthetic: Bool
  let holdings: [Holding]
  /// The source of the row.
  let source: String

  var subject: Subject { Subject(kind: "party", identifier: identifier) }

  func holding(of technology: String) -> Holding? {
    holdings.first { $0.technology == technology }
  }

  /// Every holder of the store, by identifier.
  static func all(_ connection: Connection) throws -> [Holder] {
    let holdings = Dictionary(
      grouping: try connection.rows(
        """
        SELECT holder, technology, state_funded FROM technology_holding
        ORDER BY holder, technology
        """)
    ) { $0[0].text ?? "" }
    return try connection.rows(
      "SELECT id, name_en, name_ko, is_synthetic, source_id FROM technology_holder ORDER BY id"
    ).map { row in
      let identifier = row[0].text ?? ""
      return Holder(
        identifier: identifier, name: LocalizedText(row[1].text ?? identifier, korean: row[2].text),
        isSynthetic: row[3].integer == 1,
        holdings: (holdings[identifier] ?? []).map {
          Holding(
            technology: $0[1].text ?? "",
            stateFunded: Standing(rawValue: $0[2].text ?? "") ?? .unknown)
        }, source: row[4].text ?? "")
    }
  }
}
