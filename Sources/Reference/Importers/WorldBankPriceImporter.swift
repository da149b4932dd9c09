internal import Kernel
internal import Store
internal import Tabular
internal import Vocabulary

/// Takes the World Bank's monthly commodity prices, the "Pink Sheet".
///
/// The prices come as a table with a column for each series: with the codes as its header
/// (`month,CRUDE_PETRO,...`), or as the sheet "Monthly Prices" that the World Bank publishes, saved
/// as CSV, whose columns have names. A list of the series (`code,name,unit`) is a file of its own.
/// A series that a file holds replaces that series as a whole.
enum WorldBankPriceImporter {
  static let importer = Importer(
    "world-bank-prices",
    doc: "Takes the World Bank's monthly commodity prices, or the list of their series.",
    defaultCard: SourceCard(
      publisher: "World Bank", title: "Commodity Price Data (The Pink Sheet)", licence: "CC BY 4.0"
    )
  ) { session in
    var prices: PriceTable?
    let expected =
      "'month,CODE,...', 'code,name,unit', or the sheet of the World Bank, which begins with "
      + "'\(sheetTitle)'"
    try session.forEachRecord(expected, layout: layout) { record, layout in
      switch layout {
      case .list: try takeSeries(record, session)
      case .codes(let codes):
        if prices == nil { prices = try PriceTable(codes, session) }
        try prices?.take(record)
      case .sheet:
        if prices != nil { return try takeRow(record, &prices) }
        guard record.known(0) == nil, record.known(1) != nil else { return }
        prices = try PriceTable(codes(of: record, session), session)
      }
    }
  }

  private enum Layout {
    case list
    case codes([String])
    case sheet
  }

  private static let sheetTitle = "World Bank Commodity Price Data"

  private static func layout(_ header: [String]) -> Layout? {
    if header == ["code", "name", "unit"] { return .list }
    if header.first?.hasPrefix(sheetTitle) == true { return .sheet }
    let codes = Array(header.dropFirst())
    let areCodes = codes.allSatisfy { code in
      !code.isEmpty && code.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
    }
    guard header.first == "month", !codes.isEmpty, areCodes, Set(codes).count == codes.count else {
      return nil
    }
    return .codes(codes)
  }

  private static func takeSeries(_ record: CSVRecord, _ session: ImportSession) throws {
    guard let code = record.known(0), let name = record.known(1) else {
      throw CSVRefusal("a series has a code and a name")
    }
    // The list writes a unit in brackets.
    let unit = record.known(2).map { $0.hasPrefix("(") && $0.hasSuffix(")") ? $0.unbracketed : $0 }
    try session.connection.execute(
      """
      INSERT INTO commodity_series VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET name = excluded.name, unit = excluded.unit,
        commodity_group = excluded.commodity_group, source_id = excluded.source_id
      """,
      [
        .text(code), .text(name.withoutMarks), Value(unit),
        Value(WorldBankCommodityGroups.group(of: code)), .text(session.sourceIdentifier),
      ])
    session.accept(part: "list of series")
  }

  /// A row of the sheet below the names: the units stand in the first, and a blank one may follow.
  private static func takeRow(_ record: CSVRecord, _ prices: inout PriceTable?) throws {
    if record.known(0) == nil, record.text(1)?.hasPrefix("(") != false { return }
    try prices?.take(record)
  }

  /// The codes of the columns of the sheet, by the names that the list of the series gives.
  private static func codes(of names: CSVRecord, _ session: ImportSession) throws -> [String] {
    let known = Dictionary(
      try session.connection.rows("SELECT name, id FROM commodity_series WHERE name IS NOT NULL")
        .map { ($0[0].text ?? "", $0[1].text ?? "") }
    ) { first, _ in first }
    let columns = (1..<names.count).map { (names.text($0) ?? "").withoutMarks }
    let unknown = columns.filter { known[$0] == nil }
    guard unknown.isEmpty else {
      throw TowerError(
        .failed,
        "\(session.path):\(names.line): the store has no code for "
          + unknown.map { name in
            let near = nearest(to: name, in: known.keys.sorted(), limit: 1)
            return "'\(name)'" + near.map { " (nearest: '\($0)')" }.joined()
          }.joined(separator: ", "),
        hints: [
          "import the list of the series first: tower import world-bank-prices SERIES.csv",
          "nothing was changed",
        ])
    }
    return columns.compactMap { known[$0] }
  }
}

extension String {
  /// The text without the asterisks by which the World Bank points to its notes.
  fileprivate var withoutMarks: String { filter { $0 != "*" }.trimmed }

  fileprivate var unbracketed: String { String(dropFirst().dropLast()) }
}
