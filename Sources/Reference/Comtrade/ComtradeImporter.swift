internal import FlowColumns
internal import Kernel
internal import Store
internal import Tabular
internal import Vocabulary

/// Takes what countries report of their trade, as UN Comtrade publishes it.
///
/// What a file holds of a reporter's flow of a product in a period replaces what was held of it;
/// other products stay, because a file may be an extract.
enum ComtradeImporter {
  static let importer = Importer(
    "comtrade",
    doc: "Takes UN Comtrade: bulk and preview files, present and older layout, years and months.",
    defaultCard: SourceCard(
      publisher: "United Nations Statistics Division", title: "UN Comtrade", licence: "unknown")
  ) { session in
    let known = try CountryNumbers.forImport(session.connection)
    let countries = Dictionary(
      uniqueKeysWithValues: zip(known.numbers.map(Int.init), known.identifiers))
    var reader = ComtradeReader(countries: countries.keys)
    var rows: [ComtradeRow] = []
    try session.forEachRecord(
      ComtradeLayout.expected, delimiters: [UInt8(ascii: ","), UInt8(ascii: "\t")],
      allowsBlankEnd: true
    ) {
      try ComtradeLayout(header: $0, path: session.path)
    } body: { record, layout in
      if let row = try reader.row(record, layout) { rows.append(row) }
    }
    let totals = ComtradeTotals(rows)
    try refuse(totals.duplicates, session)
    for ambiguous in totals.ambiguous {
      for row in ambiguous.rows {
        session.reject(
          line: Int(row.line), reason: ambiguous.reason,
          content: "\(row.key.product6) of \(row.key.reporter) with \(row.key.partner)",
          isSound: true)
      }
    }
    try ReportedFlowWriter(session, countries).write(totals.flows)
    ComtradeNotes.add(reader, totals, session)
  }

  private static func refuse(_ duplicates: [ComtradeTotals.Duplicate], _ session: ImportSession)
    throws
  {
    guard !duplicates.isEmpty else { return }
    let most = 20
    let lines = duplicates.prefix(most).map { duplicate in
      "\(session.path):\(duplicate.line): this flow of \(duplicate.key.product6) stands on line "
        + "\(duplicate.firstLine) already"
    }
    let rest = duplicates.count > most ? ["and \(duplicates.count - most) more"] : []
    throw TowerError(
      .failed, lines[0], hints: lines.dropFirst() + rest + ["nothing was changed"])
  }
}

extension ComtradeRow.Key {
  /// The six digits of the product.
  var product6: String {
    let digits = String(product)
    return String(repeating: "0", count: 6 - digits.count) + digits
  }
}
