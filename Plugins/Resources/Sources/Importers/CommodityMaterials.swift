internal import Kernel
internal import Reference
internal import Store
internal import Vocabulary

/// Which material a commodity of World Mining Data is.
struct CommodityMaterials {
  /// The identifiers by the names of World Mining Data.
  private let byName: [String: String]
  private let identifiers: Set<String>

  init(_ connection: Connection) throws {
    let rows = try connection.rows("SELECT name, id FROM material")
    byName = Dictionary(rows.map { ($0[0].text ?? "", $0[1].text ?? "") }) { first, _ in first }
    identifiers = Set(byName.values)
    guard !identifiers.isEmpty else {
      throw TowerError(
        .failed, "the store knows no materials yet", hints: ["tower import materials FILE"])
    }
  }

  /// The identifier of a commodity, by its name or by the identifier that its name gives.
  ///
  /// - Throws: `CSVRefusal` with the nearest name when the store has no such material.
  func identifier(of commodity: String) throws -> String {
    if let known = byName[commodity] { return known }
    let given = Materials.identifiers(of: [commodity])[commodity] ?? commodity
    guard identifiers.contains(given) else {
      throw CSVRefusal(unknown(commodity, among: byName.keys.sorted()))
    }
    return given
  }

  /// Checks a material that a file names by its identifier.
  func check(_ material: String) throws {
    guard !identifiers.contains(material) else { return }
    throw CSVRefusal(unknown(material, among: identifiers.sorted()))
  }

  private func unknown(_ name: String, among known: [String]) -> String {
    let near = nearest(to: name, in: known, limit: 1)
    let hint = near.first.map { "; did you mean \($0)?" } ?? ""
    return "'\(name)' is not a material of the store\(hint)"
  }
}
