internal import Kernel
internal import Store
internal import Vocabulary

/// What an agency holds of a material, or aims to hold.
struct StockPosition {
  let agency: String
  let material: String
  let isTarget: Bool
  let asOf: Day
  /// Nil when the position is stated in days of use.
  let amount: Double?
  let unit: Unit?
  /// Days of use, as stated; nil when the position is an amount.
  let days: Double?
  /// What is used in a year, in `unit`; nil when it is not stated.
  let yearlyConsumption: Double?
  let marking: Marking
  let note: String?
  let source: String

  /// How many days of use it is, by the statement or by its own consumption; nil when not known.
  var daysOfUse: Double? {
    if let days { return days }
    guard let amount, let yearlyConsumption else { return nil }
    return amount / yearlyConsumption * Unit.year.size
  }
}

/// The positions that a deployment may see, and how many it may not.
struct VisiblePositions {
  /// By material, agency and kind, the latest first.
  let positions: [StockPosition]
  /// How many are kept back because of their marking.
  let heldBack: Int

  /// Reads the positions as of a day.
  init(_ deployment: Deployment, asOf: Day, _ connection: Connection) throws {
    let rows = try connection.rows(
      """
      SELECT agency, material, kind, as_of, amount, unit, days, consumption, marking, note, source_id
      FROM resources_stock WHERE as_of <= ? ORDER BY material, agency, kind, as_of DESC
      """, [Value(asOf)])
    let all = rows.compactMap(StockPosition.init(row:))
    positions = all.filter { deployment.mayHold($0.marking) }
    heldBack = rows.count - positions.count
  }

  /// The note on what is kept back; empty when nothing is.
  var notes: [String] {
    guard heldBack > 0 else { return [] }
    let rows = heldBack == 1 ? "1 position is" : "\(heldBack) positions are"
    return ["\(rows) kept back: this deployment may not hold the marking"]
  }

  /// The latest position of each agency of a material and kind, in alphabetical order of agencies.
  func latest(_ material: String, isTarget: Bool) -> [StockPosition] {
    var seen: Set<String> = []
    return positions.filter {
      $0.material == material && $0.isTarget == isTarget && seen.insert($0.agency).inserted
    }
  }
}

extension StockPosition {
  // A row whose marking or day does not read is kept back.
  fileprivate init?(row: [Value]) {
    guard let agency = row[0].text, let material = row[1].text,
      let asOf = try? Day(row[3].text ?? ""), let marking = try? Marking(row[8].text ?? "")
    else { return nil }
    self.init(
      agency: agency, material: material, isTarget: row[2].text == "target", asOf: asOf,
      amount: row[4].real, unit: row[5].text.flatMap { Unit(rawValue: $0) }, days: row[6].real,
      yearlyConsumption: row[7].real, marking: marking, note: row[9].text,
      source: row[10].text ?? "")
  }
}
