internal import Kernel
internal import Store

/// The countries by BACI's numbers, which flows are kept by.
struct CountryNumbers: Sendable {
  /// The numbers, ascending.
  let numbers: [UInt16]
  /// The country (ISO 3166-1 alpha-3) of each of them.
  let identifiers: [String]
  /// For each number its place among them; -1 for one that is not known.
  private let places: [Int32]
  private let byIdentifier: [String: UInt16]

  /// Reads the countries of the store.
  init(_ connection: Connection) throws {
    let rows = try connection.rows("SELECT baci_code, id FROM country ORDER BY baci_code")
    let known = rows.compactMap { row -> (number: UInt16, identifier: String)? in
      guard let number = row[0].integer.flatMap(UInt16.init(exactly:)), let identifier = row[1].text
      else { return nil }
      return (number, identifier)
    }
    numbers = known.map(\.number)
    identifiers = known.map(\.identifier)
    var places = [Int32](repeating: -1, count: 1 << 16)
    for (place, number) in numbers.enumerated() { places[Int(number)] = Int32(place) }
    self.places = places
    byIdentifier = Dictionary(known.map { ($0.identifier, $0.number) }) { first, _ in first }
  }

  /// The countries for an import, which cannot do without.
  ///
  /// - Throws: `TowerError` when the store knows none.
  static func forImport(_ connection: Connection) throws -> CountryNumbers {
    let countries = try CountryNumbers(connection)
    guard !countries.numbers.isEmpty else {
      throw TowerError(
        .failed, "the store knows no countries yet", hints: [Countries.fillHint])
    }
    return countries
  }

  /// The place of a number among the countries.
  ///
  /// - Throws: `TowerError` for one that the store does not know.
  func place(_ number: UInt16) throws -> Int32 {
    let place = places[Int(number)]
    guard place >= 0 else {
      throw TowerError(
        .failed, "the flows name the country number \(number), which the store does not know",
        hints: [Countries.fillHint])
    }
    return place
  }

  /// The country of a number.
  ///
  /// - Throws: as `place`.
  func identifier(_ number: UInt16) throws -> String { identifiers[Int(try place(number))] }

  /// The number of a country; nil when the store does not know it.
  func number(_ identifier: String) -> UInt16? { byIdentifier[identifier] }
}
