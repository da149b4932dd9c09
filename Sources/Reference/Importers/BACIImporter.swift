internal import Kernel
internal import Store
internal import Tabular
internal import Vocabulary

/// Takes CEPII's BACI as it is published: t, i, j, k, v, q (Gaulier & Zignago 2010).
///
/// A year that a file holds replaces that year of its edition as a whole.
enum BACIImporter {
  static let importer = Importer(
    "baci", doc: "Takes CEPII BACI bilateral trade (t,i,j,k,v,q), one year or many in a file.",
    defaultCard: SourceCard(
      publisher: "CEPII", title: "BACI bilateral trade", licence: "Etalab Open Licence 2.0"),
    parameters: [ImportSession.editionParameter]
  ) { session in
    let edition = try session.edition()
    let countries = try Countries.byNumber(session.connection)
    let insert = try session.connection.prepare("INSERT INTO flow VALUES (?, ?, ?, ?, ?, ?, ?)")
    var years: Set<Int> = []
    try session.forEachRecord(["t", "i", "j", "k", "v", "q"]) { record in
      let (year, values) = try row(record, edition, countries)
      if years.insert(year).inserted {
        try session.connection.execute(
          "DELETE FROM flow WHERE edition = ? AND year = ?", [.text(edition), Value(year)])
      }
      do {
        try insert.run(values)
      } catch let error as StoreError where error.code & 0xFF == 19 {
        throw TowerError(
          .failed, "\(session.path):\(record.line): this flow stands in the file already",
          hints: ["row: \(record.content)", "nothing was changed"])
      }
      session.accept(part: "\(edition)/\(year)")
    }
  }

  private static func row(_ record: CSVRecord, _ edition: String, _ countries: [Int: String]) throws
    -> (year: Int, values: [Value])
  {
    guard let year = record.integer(0), (1962...2100).contains(year) else {
      throw CSVRefusal("t is not a year")
    }
    guard let exporter = record.integer(1).flatMap({ countries[$0] }) else {
      throw CSVRefusal("i is not a country code of BACI")
    }
    guard let importer = record.integer(2).flatMap({ countries[$0] }) else {
      throw CSVRefusal("j is not a country code of BACI")
    }
    guard let code = record.integer(3), (1...999_999).contains(code) else {
      throw CSVRefusal("k is not a product of six digits")
    }
    guard let value = record.number(4), value >= 0 else {
      throw CSVRefusal("v is not a value in thousand dollars")
    }
    let quantity = try quantity(record)
    // Spreadsheets drop the zeros that lead a code.
    let digits = String(code)
    let product = String(repeating: "0", count: 6 - digits.count) + digits
    return (
      year,
      [
        .text(edition), Value(year), .text(product), .text(importer), .text(exporter),
        .real(value), Value(quantity),
      ]
    )
  }

  /// The quantity in tonnes; nil where BACI leaves it blank or writes NA.
  private static func quantity(_ record: CSVRecord) throws -> Double? {
    let text = (record.text(5) ?? "?").filter { $0 != " " }
    if text.isEmpty || text == "NA" { return nil }
    guard let number = Double(text), number.isFinite, number >= 0 else {
      throw CSVRefusal("q is not a quantity in tonnes")
    }
    return number
  }
}
