internal import Kernel
internal import Reference
internal import Store
internal import Tabular
internal import Vocabulary

/// Takes stock positions of agencies, held or aimed at; each row has a marking of its own.
///
/// What a file holds of an agency and a kind replaces all of that agency and kind. The source
/// carries the strictest marking of its rows.
enum StockPositionImporter {
  static let importer = Importer(
    "stock-positions", doc: "Takes stock positions of agencies, held or aimed at, each marked.",
    defaultCard: SourceCard(
      publisher: "the agency", title: "Stock positions", licence: "by the marking of each row")
  ) { session in
    let materials = try CommodityMaterials(session.connection)
    var replaced: Set<[String]> = []
    let marking = { (record: CSVRecord) in record.text(8).flatMap { try? Marking($0) } }
    try session.forEachRecord(header, marking: marking) { record in
      let row = try Row(record)
      try materials.check(row.material)
      if replaced.insert([row.agency, row.kind]).inserted {
        try session.connection.execute(
          "DELETE FROM resources_stock WHERE agency = ? AND kind = ?",
          [.text(row.agency), .text(row.kind)])
      }
      do {
        try session.connection.execute(
          "INSERT INTO resources_stock VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          row.values + [.text(session.sourceIdentifier)])
      } catch let error as StoreError where error.code & 0xFF == 19 {
        throw CSVRefusal("this agency, kind, material and day stand in the file already")
      }
      session.accept(part: "\(row.agency)/\(row.kind)")
    }
  }

  private static let header = [
    "agency", "material", "kind", "amount", "unit", "days", "consumption_per_year", "as_of",
    "marking", "note",
  ]

  /// One row of the file, read by type.
  private struct Row {
    let agency: String
    let material: String
    let kind: String
    let amount: Double?
    let unit: Unit?
    let days: Double?
    let consumption: Double?
    let asOf: Day
    let marking: Marking
    let note: String?

    var values: [Value] {
      [
        .text(agency), .text(kind), .text(material), Value(asOf), Value(amount),
        Value(unit?.rawValue), Value(days), Value(consumption), .text(marking.description),
        Value(note),
      ]
    }

    init(_ record: CSVRecord) throws {
      agency = try Row.text(record, 0, "an agency")
      material = try Row.text(record, 1, "a material")
      kind = try Row.text(record, 2, "a kind")
      guard ["held", "target"].contains(kind) else {
        throw CSVRefusal("'\(kind)' is not a kind; the kinds are held, target")
      }
      amount = try Row.number(record, 3, "an amount")
      days = try Row.number(record, 5, "a number of days")
      consumption = try Row.number(record, 6, "a consumption")
      note = record.isEmpty(9) ? nil : record.text(9)
      guard (amount == nil) != (days == nil) else {
        throw CSVRefusal("either an amount or days of use are expected, and one of them alone")
      }
      if let consumption, consumption <= 0 { throw CSVRefusal("the consumption is not above zero") }
      unit = record.isEmpty(4) ? nil : Unit(rawValue: record.text(4) ?? "")
      guard unit.map({ [.mass, .volume].contains($0.dimension) }) ?? record.isEmpty(4) else {
        throw CSVRefusal("'\(record.text(4) ?? "?")' is not a unit of mass or volume")
      }
      guard unit != nil || (amount == nil && consumption == nil) else {
        throw CSVRefusal("an amount and a consumption need a unit")
      }
      do {
        asOf = try Day(record.text(7) ?? "")
        marking = try Marking(record.text(8) ?? "")
      } catch {
        throw CSVRefusal(error.description)
      }
    }

    private static func text(_ record: CSVRecord, _ index: Int, _ what: String) throws -> String {
      guard let text = record.text(index), !text.isEmpty else {
        throw CSVRefusal("\(what) is expected in field \(index + 1)")
      }
      return text
    }

    private static func number(_ record: CSVRecord, _ index: Int, _ what: String) throws -> Double?
    {
      guard !record.isEmpty(index) else { return nil }
      guard let number = record.number(index), number >= 0 else {
        throw CSVRefusal("'\(record.text(index) ?? "?")' is not \(what)")
      }
      return number
    }
  }
}
