internal import Store

/// The shares of countries in the supply of the stages of materials, as imported.
struct StageShares {
  /// The supply of one stage of one material.
  struct Stage {
    let name: String
    let year: Int
    /// By country, in order; of the world.
    let world: [(country: String, share: Double)]
    /// The same, of the importer; empty where it is not on record.
    let importer: [(country: String, share: Double)]
    let sources: [String]
  }

  private let byMaterial: [String: [Stage]]

  /// Reads the latest shares up to a year.
  init(importer: String, year: Int, _ connection: Connection) throws {
    let rows = try connection.rows(
      """
      SELECT material, stage, supplied, year, country, share, source_id
      FROM resources_stage_share s
      WHERE supplied IN ('world', ?1) AND year = (
        SELECT max(year) FROM resources_stage_share m
        WHERE m.material = s.material AND m.stage = s.stage AND m.supplied = s.supplied
          AND m.year <= ?2)
      ORDER BY material, stage, country
      """, [.text(importer), Value(year)])
    let stages = Dictionary(grouping: rows) { ($0[0].text ?? "") + "/" + ($0[1].text ?? "") }
    byMaterial = Dictionary(
      grouping: stages.values.map { rows in
        func shares(_ isWorld: Bool) -> [(country: String, share: Double)] {
          rows.filter { ($0[2].text == "world") == isWorld }
            .map { ($0[4].text ?? "", $0[5].real ?? 0) }
        }
        return (
          material: rows[0][0].text ?? "",
          stage: Stage(
            name: rows[0][1].text ?? "",
            year: rows.compactMap { $0[3].integer }.map(Int.init).min() ?? year,
            world: shares(true), importer: shares(false),
            sources: Set(rows.compactMap { $0[6].text }).sorted())
        )
      }, by: \.material
    ).mapValues { $0.map(\.stage).sorted { $0.name < $1.name } }
  }

  /// The stages of a material, in alphabetical order.
  subscript(_ material: String) -> [Stage] { byMaterial[material] ?? [] }

  /// The stage that the production and the product codes of each material stand for, in lower case.
  static func ofProduction(_ connection: Connection) throws -> [String: String] {
    let rows = try connection.rows("SELECT id, lower(stage) FROM material WHERE stage IS NOT NULL")
    return Dictionary(rows.map { ($0[0].text ?? "", $0[1].text ?? "") }) { first, _ in first }
  }
}
