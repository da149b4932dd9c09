internal import Kernel
internal import Store
internal import Tabular
internal import Vocabulary

/// Takes the products of one edition of the Harmonized System.
///
/// Three layouts are known: UN Comtrade's list with parents, lists of code and description, and
/// BACI's product codes. A file replaces its edition as a whole.
enum ProductImporter {
  static let importer = Importer(
    "hs", doc: "Takes products of the Harmonized System: codes and what they are.",
    defaultCard: SourceCard(
      publisher: "World Customs Organization", title: "Harmonized System", licence: "unknown"),
    parameters: [ImportSession.editionParameter]
  ) { session in
    let edition = try session.edition()
    var products: [(digits: String, title: String)] = []
    var seen: Set<String> = []
    try session.forEachRecord(expected, layout: columns) { record, columns in
      let digits = try digits(record.text(columns.code) ?? "")
      guard let title = record.known(columns.title) else {
        throw CSVRefusal("\(digits) has no description")
      }
      guard seen.insert(digits).inserted else {
        throw CSVRefusal("\(digits) stands in the file already")
      }
      products.append((digits, title))
    }
    try replace(products, seen, edition: edition, session)
  }

  private static let expected =
    "'section,hscode,description,parent,level', 'code,desc' or 'code,description'"

  private static func columns(_ header: [String]) -> (code: Int, title: Int)? {
    switch header {
    case ["section", "hscode", "description", "parent", "level"]: (1, 2)
    case ["code", "desc"], ["code", "description"]: (0, 1)
    default: nil
    }
  }

  /// What the publishers' lists have beside products: the sum, and what is not specified by kind.
  private static let other: Set<String> = ["TOTAL", "9999AA"]

  private static func digits(_ text: String) throws -> String {
    guard (1...6).contains(text.utf8.count),
      text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else {
      throw CSVRefusal(
        "'\(text)' is not a code of two, four or six digits", isSound: other.contains(text))
    }
    // Every code has an even number of digits: a spreadsheet dropped the zero that led this one.
    return text.utf8.count.isMultiple(of: 2) ? text : "0" + text
  }

  private static func replace(
    _ products: [(digits: String, title: String)], _ held: Set<String>, edition: String,
    _ session: ImportSession
  ) throws {
    try session.connection.execute("DELETE FROM product WHERE edition = ?", [.text(edition)])
    let insert = try session.connection.prepare("INSERT INTO product VALUES (?, ?, ?, ?, ?, ?)")
    var orphans = 0
    for (digits, title) in products {
      let above = String(digits.dropLast(2))
      let parent = held.contains(above) ? above : nil
      if parent == nil, !above.isEmpty { orphans += 1 }
      try insert.run([
        .text(edition), .text(digits), Value(digits.utf8.count), Value(parent), .text(title),
        .text(session.sourceIdentifier),
      ])
      session.accept(part: edition)
    }
    if orphans > 0 {
      session.note(
        "\(orphans) of \(products.count) codes are kept without a parent, which the file lacks")
    }
  }
}
