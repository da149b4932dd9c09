internal import Kernel
internal import Reference
internal import Store
internal import Vocabulary

/// Which material a commodity of World Mining Data is.
///
/// The identifier is the name without what stands in brackets, in lower-case words joined by
/// hyphens; where two commodities differ by the bracket alone, it stays: `diamonds-gem`.
struct CommodityMaterials {
  private let identifiers: Set<String>

  init(_ connection: Connection) throws {
    identifiers = Set(try Materials.all(connection).map(\.identifier))
    guard !identifiers.isEmpty else {
      throw TowerError(
        .failed, "the store knows no materials yet", hints: ["tower import materials FILE"])
    }
  }

  /// The identifier of a commodity.
  ///
  /// - Throws: `CSVRefusal` with the nearest name when the store has no such material.
  func identifier(of commodity: String) throws -> String {
    let whole = CommodityMaterials.slug(commodity)
    let short = CommodityMaterials.slug(commodity.prefix { $0 != "(" })
    if let found = [whole, short].first(where: identifiers.contains) { return found }
    throw CSVRefusal(unknown(short, written: commodity))
  }

  /// Checks a material that a file names by its identifier.
  func check(_ material: String) throws {
    guard identifiers.contains(material) else {
      throw CSVRefusal(unknown(material, written: material))
    }
  }

  private func unknown(_ identifier: String, written: String) -> String {
    let near = nearest(to: identifier, in: identifiers.sorted(), limit: 1)
    let hint = near.first.map { "; did you mean \($0)?" } ?? ""
    return "'\(written)' is not a material of the store\(hint)"
  }

  static func slug(_ name: some StringProtocol) -> String {
    name.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
  }
}
