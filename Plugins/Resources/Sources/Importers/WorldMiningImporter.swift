internal import Kernel
internal import Reference
internal import Store
internal import Tabular
internal import Vocabulary

/// Takes World Mining Data in its long form: a row for a commodity, a country and a year.
///
/// A year that a file holds replaces that year as a whole. Blank production is not known, never
/// zero. The row `Total` is no producer: it is compared with the sum of the countries, and kept as
/// refused, with both numbers, where it differs.
enum WorldMiningImporter {
  static let importer = Importer(
    "world-mining",
    doc: "Takes World Mining Data (commodity, country, unit, year, production), long form.",
    defaultCard: SourceCard(
      publisher: "Austrian Federal Ministry of Finance", title: "World Mining Data",
      licence: "free with attribution",
      citation: "Reichl, C. and Schatz, M., World Mining Data, Vienna")
  ) { session in
    let materials = try CommodityMaterials(session.connection)
    let countries = try ProducerCountries(session.connection)
    var totals = WorldTotals()
    var years: Set<Int> = []
    let insert = try session.connection.prepare(
      "INSERT INTO resources_production VALUES (?, ?, ?, ?, ?, ?, ?)")
    try session.forEachRecord(header) { record in
      let row = try Row(record)
      let material = try materials.identifier(of: row.commodity)
      if row.isTotal {
        totals.note(row, material: material, record)
        return
      }
      let country = try countries.code(name: row.country, number: row.number, alpha3: row.alpha3)
      if years.insert(row.year).inserted {
        try session.connection.execute(
          "DELETE FROM resources_production WHERE year = ?", [Value(row.year)])
      }
      do {
        try insert.run([
          .text(material), .text(country), Value(row.year), Value(row.amount),
          .text(row.unit.rawValue), Value(row.flag), .text(session.sourceIdentifier),
        ])
      } catch let error as StoreError where error.code & 0xFF == 19 {
        throw CSVRefusal("\(row.commodity), \(country), \(row.year) stands in the file already")
      }
      totals.add(row, material: material)
      session.accept(part: String(row.year))
    }
    for difference in totals.differences {
      session.reject(
        line: difference.line, reason: difference.reason, content: difference.content,
        isSound: true)
    }
  }

  private static let header = [
    "commodity", "Country", "Country_Code", "Country_ISO", "unit", "data_source", "year",
    "production",
  ]

  /// One row of the file, read by type.
  struct Row {
    let commodity: String
    let country: String
    let number: Int?
    let alpha3: String
    let unit: Unit
    let flag: String?
    let year: Int
    let amount: Double?

    var isTotal: Bool { country == "Total" }

    init(_ record: CSVRecord) throws {
      guard let commodity = record.text(0), !commodity.isEmpty, let country = record.text(1),
        !country.isEmpty, let alpha3 = record.text(3)
      else { throw CSVRefusal("a commodity, a country and its code are expected") }
      guard let unit = Row.units[record.text(4) ?? ""] else {
        throw CSVRefusal(
          "'\(record.text(4) ?? "?")' is not a unit; the units are "
            + Row.units.keys.sorted().joined(separator: ", "))
      }
      guard let year = record.integer(6), (1900...2100).contains(year) else {
        throw CSVRefusal("'\(record.text(6) ?? "?")' is not a year")
      }
      self.commodity = commodity
      self.country = country
      self.alpha3 = alpha3
      self.unit = unit
      self.year = year
      number = record.integer(2)
      flag = ["r", "e", "p"].first { $0 == record.text(5) }
      guard !record.isEmpty(7), record.text(7) != "nan" else {
        amount = nil
        return
      }
      guard let amount = record.number(7), amount >= 0 else {
        throw CSVRefusal("'\(record.text(7) ?? "?")' is not an amount")
      }
      self.amount = amount
    }

    private static let units: [String: Unit] = [
      "metr. t": .tonne, "kg": .kilogram, "ct": .carat, "Mio m3": .millionCubicMetres,
    ]
  }
}
