internal import Criticality
internal import Reference
internal import Store
internal import Vocabulary

/// The end uses of materials and the value added of sectors for one importer, as of one year.
struct EconomicYear {
  /// The uses of one material.
  struct Uses {
    /// Whose uses they are: the importer's, or * for the world.
    let scope: String
    let year: Int
    /// In order of the sectors.
    let shares: [(sector: String, share: Double)]
    let sources: [String]
  }

  /// The value added of an economy.
  struct ValueAdded {
    let year: Int
    let bySector: [String: Double]
    let currency: String
    let sources: [String]

    /// The sector with the largest value added; the first of equal ones.
    var largest: (sector: String, amount: Double)? {
      bySector.min { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
    }
  }

  let importer: String
  let year: Int
  let uses: [String: Uses]
  /// Nil where none is on record, or not of every member of a group.
  let valueAdded: ValueAdded?

  /// Reads the latest on record up to the year.
  init(importer: String, year: Int, _ connection: Connection) throws {
    self.importer = importer
    self.year = year
    uses = try EconomicYear.uses(importer, year, connection)
    let own = try EconomicYear.valueAdded(of: [importer], year, connection)
    let members = try Countries.members(of: importer, on: Day("\(year)-12-31"), connection)
    valueAdded =
      try own ?? (members.isEmpty ? nil : EconomicYear.valueAdded(of: members, year, connection))
  }

  private static func uses(_ importer: String, _ year: Int, _ connection: Connection) throws
    -> [String: Uses]
  {
    let rows = try connection.rows(
      """
      SELECT material, importer, year, sector, share, source_id FROM resources_end_use u
      WHERE importer IN ('*', ?1) AND year = (
        SELECT max(year) FROM resources_end_use m
        WHERE m.importer = u.importer AND m.material = u.material AND m.year <= ?2)
      ORDER BY material, sector
      """, [.text(importer), Value(year)])
    return Dictionary(grouping: rows) { $0[0].text ?? "" }.mapValues { rows in
      let own = rows.filter { $0[1].text == importer }
      let chosen = own.isEmpty ? rows : own
      return Uses(
        scope: chosen[0][1].text ?? "", year: chosen[0][2].integer.map(Int.init) ?? year,
        shares: chosen.map { ($0[3].text ?? "", $0[4].real ?? 0) },
        sources: Set(chosen.compactMap { $0[5].text }).sorted())
    }
  }

  /// The sum over economies of the latest year up to the one asked for that all of them hold, over
  /// the sectors that all of them have, in one currency; nil where there is none.
  private static func valueAdded(of economies: [String], _ year: Int, _ connection: Connection)
    throws -> ValueAdded?
  {
    let marks = economies.indices.map { "?\($0 + 2)" }.joined(separator: ", ")
    let rows = try connection.rows(
      """
      SELECT importer, year, sector, amount, currency, source_id FROM resources_value_added
      WHERE year <= ?1 AND importer IN (\(marks)) ORDER BY year DESC, importer, sector
      """, [Value(year)] + economies.map { .text($0) })
    for (year, held) in Dictionary(grouping: rows, by: { $0[1].integer ?? 0 })
      .sorted(by: { $0.key > $1.key })
    where Set(held.map { $0[0].text }).count == economies.count {
      let currencies = Set(held.compactMap { $0[4].text })
      guard currencies.count == 1, let currency = currencies.first else { continue }
      let sectors = Dictionary(grouping: held) { $0[2].text ?? "" }
        .filter { $0.value.count == economies.count }
      guard !sectors.isEmpty else { continue }
      return ValueAdded(
        year: Int(year),
        bySector: sectors.mapValues { $0.reduce(0) { $0 + ($1[3].real ?? 0) } },
        currency: currency, sources: Set(held.compactMap { $0[5].text }).sorted())
    }
    return nil
  }

  /// The importers whose value added is on record up to a year, in order.
  static func importers(until year: Int, _ connection: Connection) throws -> [String] {
    try connection.rows(
      "SELECT DISTINCT importer FROM resources_value_added WHERE year <= ? ORDER BY importer",
      [Value(year)]
    ).compactMap { $0[0].text }
  }

  /// SI_EI by material, with its source.
  static func substitution(_ connection: Connection) throws
    -> [String: (index: Double, source: String)]
  {
    let rows = try connection.rows(
      "SELECT material, si_ei, source_id FROM resources_economic_substitution")
    return Dictionary(
      rows.map { ($0[0].text ?? "", ($0[1].real ?? 0, $0[2].text ?? "")) }
    ) { first, _ in first }
  }
}
