internal import Kernel
public import Store
public import Vocabulary

/// A raw material as every domain knows it.
public struct Material: Sendable, Hashable {
  /// The identifier, such as `rare-earths`.
  public let identifier: String
  /// The name.
  public let name: LocalizedText
  /// The products in which it is traded, the main one first.
  public let products: [ProductCode]
  /// The share of its input that comes from end-of-life scrap; nil when not known.
  public let recyclingRate: Percentage?
  /// The year of that share; nil when not known.
  public let recyclingYear: Int?
  /// The source.
  public let source: String

  /// The material as the subject of a statement.
  public var subject: Subject { Subject(kind: "material", identifier: identifier) }
}

/// The materials that the store knows.
public enum Materials {
  static let fillHint = "import the materials: tower import materials FILE"

  /// The names that mean a material.
  static let domain = ValueDomain("material", fillHint: fillHint) { connection in
    try connection.rows(
      """
      SELECT id, name, name_en, name_ko, symbol FROM material
      LEFT JOIN material_name ON material = id ORDER BY id
      """
    ).compactMap { row in
      row[0].text.map { ValueDomain.Entry($0, names: row.dropFirst().compactMap(\.text)) }
    }
  }

  /// Every material, in the order of identifiers.
  public static func all(_ connection: Connection) throws -> [Material] {
    var products: [String: [ProductCode]] = [:]
    for row in try connection.rows(
      "SELECT material, product FROM material_product ORDER BY material, role DESC, product")
    {
      guard let code = try? ProductCode(row[1].text ?? "") else { continue }
      products[row[0].text ?? "", default: []].append(code)
    }
    return try connection.rows(
      """
      SELECT id, ifnull(name_en, name), name_ko, recycling_rate, recycling_year,
        material.source_id
      FROM material LEFT JOIN material_name ON material = id ORDER BY id
      """
    ).map { row in
      let identifier = row[0].text ?? ""
      return Material(
        identifier: identifier,
        name: LocalizedText(row[1].text ?? identifier, korean: row[2].text),
        products: products[identifier] ?? [],
        recyclingRate: row[3].real.flatMap { Percentage(fraction: $0) },
        recyclingYear: row[4].integer.map(Int.init), source: row[5].text ?? "")
    }
  }

  /// One material by its identifier; nil when the store has none of that name.
  public static func material(_ identifier: String, _ connection: Connection) throws -> Material? {
    try all(connection).first { $0.identifier == identifier }
  }

  /// The materials that are traded in a product, a heading included.
  public static func traded(in product: ProductCode, _ connection: Connection) throws -> [Material]
  {
    try all(connection).filter { $0.products.contains { product.contains($0) } }
  }
}
