internal import Kernel
internal import Reference
internal import Store
internal import Vocabulary

/// The materials that a question about a trade may name.
///
/// A name that nobody knows must never be read as a material that no measure covers.
enum TradeMaterials {
  /// The materials of the reference data, those that a measure names, and the rare earths one by one.
  static let domain = ValueDomain(
    "trade_material",
    fillHint: "import the materials: tower import materials FILE", entries: entries)

  /// The identifier that a text means, in any case and either language; nil when it is not known.
  static func identifier(_ text: String, _ connection: Connection) throws -> String? {
    let asked = text.lowercased()
    return try entries(connection).first { entry in
      entry.identifier == asked || entry.names.contains { $0.lowercased() == asked }
    }?.identifier
  }

  /// What a material may consist of, as measures name it: the rare earths stand for their elements.
  static func members(of identifier: String) -> [String] {
    identifier == RareEarthElement.material
      ? RareEarthElement.allCases.map(\.rawValue) : [identifier]
  }

  @Sendable private static func entries(_ connection: Connection) throws -> [ValueDomain.Entry] {
    let elements = RareEarthElement.allCases.map {
      ValueDomain.Entry($0.rawValue, names: [$0.title.text(in: .korean)])
    }
    let reference = try connection.rows(
      """
      SELECT id, name, name_en, name_ko, symbol FROM material
      LEFT JOIN material_name ON material = id ORDER BY id
      """
    ).compactMap { row in
      row[0].text.map { ValueDomain.Entry($0, names: row.dropFirst().compactMap(\.text)) }
    }
    let known = Set((elements + reference).map(\.identifier))
    let named = try connection.rows(
      """
      SELECT DISTINCT value FROM trade_measure_product, json_each(materials) ORDER BY value
      """
    ).compactMap { $0[0].text }.filter { !known.contains($0) }
    return reference + elements + named.map { ValueDomain.Entry($0) }
  }
}
