internal import Kernel
internal import Store
internal import Tabular
internal import Vocabulary

/// Takes the map from World Mining Data's materials to Harmonized System products, with the share
/// of end-of-life scrap in their input.
///
/// The file replaces the materials as a whole.
enum MaterialImporter {
  static let importer = Importer(
    "materials", doc: "Takes raw materials with their products and recycling input rates.",
    defaultCard: SourceCard(
      publisher: "geopolrisk-py (Koyamparambath, A. and Schraml, T.)",
      title: "Raw materials and their products", licence: "facts"),
    parameters: [ImportSession.editionParameter]
  ) { session in
    // The map is of 1992 codes, as the trade flows are that it was made for.
    let edition = try session.choice("edition", of: ProductCode.editions) ?? "hs92"
    var rows: [Row] = []
    var rateYear: Int?
    try session.forEachRecord(expected) { header in
      rateYear = yearOfRate(header)
      return rateYear.map { _ in true }
    } body: { record, _ in
      rows.append(try row(record, edition))
    }
    try replace(rows, rateYear: rateYear, session)
  }

  private static let expected =
    "'Sheet_name,Category - WMD,Reference ID,Supply Chain Stage,Symbol,Geology,Reference,"
    + "EoL-RIR (YEAR),HS Code - Complementary,HS Code,Description'"

  private struct Row {
    let line: Int
    let name: String
    let stage: String?
    let symbol: String?
    let rate: Double?
    let main: ProductCode?
    let complementary: [ProductCode]
    let content: String
  }

  /// The year that the header says its recycling rates are of; nil for another header.
  private static func yearOfRate(_ header: [String]) -> Int? {
    let fixed = [
      "Sheet_name", "Category - WMD", "Reference ID", "Supply Chain Stage", "Symbol", "Geology",
      "Reference", "HS Code - Complementary", "HS Code", "Description",
    ]
    guard header.count == 11, header.enumerated().filter({ $0.offset != 7 }).map(\.element) == fixed
    else { return nil }
    let rate = header[7]
    guard rate.hasPrefix("EoL-RIR ("), rate.hasSuffix(")") else { return nil }
    return Int(rate.dropFirst(9).dropLast())
  }

  private static func row(_ record: CSVRecord, _ edition: String) throws -> Row {
    guard let name = record.known(0) else { throw CSVRefusal("a material has a name") }
    var rate: Double?
    if record.known(7) != nil {
      guard let number = record.number(7), (0...1).contains(number) else {
        throw CSVRefusal("the recycling input rate is not a share from 0 to 1")
      }
      rate = number
    }
    let others = (record.known(8) ?? "").split(separator: ";").map { String($0).trimmed }
    return Row(
      line: record.line, name: name, stage: record.known(3), symbol: record.known(4), rate: rate,
      main: try record.known(9).map { try product($0, edition) },
      complementary: try others.map { try product($0, edition) }, content: record.content)
  }

  private static func product(_ digits: String, _ edition: String) throws -> ProductCode {
    // Spreadsheets drop the zeros that lead a code.
    let padded = String(repeating: "0", count: max(0, 6 - digits.utf8.count)) + digits
    guard padded.utf8.count == 6, let code = try? ProductCode(edition: edition, digits: padded)
    else { throw CSVRefusal("'\(digits)' is not a product of six digits") }
    return code
  }

  private static func replace(_ rows: [Row], rateYear: Int?, _ session: ImportSession) throws {
    let connection = session.connection
    try connection.execute("DELETE FROM material_product")
    try connection.execute("DELETE FROM material")
    let identifiers = Materials.identifiers(of: rows.map(\.name))
    var seen: Set<String> = []
    for row in rows {
      let identifier = identifiers[row.name] ?? ""
      guard !identifier.isEmpty, seen.insert(identifier).inserted else {
        session.reject(
          line: row.line, reason: "'\(row.name)' gives no identifier of its own",
          content: row.content)
        continue
      }
      try connection.execute(
        "INSERT INTO material VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
          .text(identifier), .text(row.name), Value(row.symbol), Value(row.stage),
          Value(row.rate), row.rate == nil ? .null : Value(rateYear),
          .text(session.sourceIdentifier),
        ])
      try insertProducts(of: row, identifier, session)
      session.accept(part: "all")
    }
  }

  private static func insertProducts(of row: Row, _ identifier: String, _ session: ImportSession)
    throws
  {
    let roles =
      (row.main.map { [($0, "main")] } ?? []) + row.complementary.map { ($0, "complementary") }
    for (product, role) in roles {
      try session.connection.execute(
        "INSERT OR IGNORE INTO material_product VALUES (?, ?, ?, ?)",
        [
          .text(identifier), .text(product.description), .text(role),
          .text(session.sourceIdentifier),
        ])
    }
  }
}
