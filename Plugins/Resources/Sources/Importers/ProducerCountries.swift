internal import Kernel
internal import Reference
internal import Store
internal import Vocabulary

/// Which country a producer of World Mining Data is.
///
/// Its numbers are BACI's (India 699, the United States 842), and three of its codes are not the
/// country's own: they are read by the name.
struct ProducerCountries {
  private let byNumber: [Int: String]

  init(_ connection: Connection) throws {
    let rows = try connection.rows("SELECT baci_code, id FROM country")
    guard !rows.isEmpty else {
      throw TowerError(
        .failed, "the store knows no countries yet", hints: ["tower import baci-countries FILE"])
    }
    byNumber = Dictionary(rows.map { (Int($0[0].integer ?? 0), $0[1].text ?? "") }) { first, _ in
      first
    }
  }

  /// The code of a producer (ISO 3166-1 alpha-3; XKX for Kosovo, which has none there).
  ///
  /// - Throws: `CSVRefusal` when the name, the number and the code do not fit together.
  func code(name: String, number: Int?, alpha3: String) throws -> String {
    if let code = ProducerCountries.oddities[name] { return code }
    guard let number, let code = byNumber[number] else {
      throw CSVRefusal("\(name): \(number.map(String.init) ?? "?") is not a country code of BACI")
    }
    guard code == alpha3 else {
      throw CSVRefusal("\(name): \(number) is \(code), and the row says \(alpha3)")
    }
    return code
  }

  // Taiwan stands under BACI's "other Asia" (490, S19), Kosovo under BACI's "Europe EFTA" (697,
  // R20), and French Guiana under the code of Guyana (328, GUY).
  private static let oddities = ["Taiwan": "TWN", "Kosovo": "XKX", "French Guiana": "GUF"]
}
