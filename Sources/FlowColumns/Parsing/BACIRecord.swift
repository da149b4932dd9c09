internal import Tabular

/// The rules by which a record of BACI (t, i, j, k, v, q; Gaulier & Zignago 2010) is a flow.
///
/// BACI is trade between two countries and holds no row of a country with itself. Such a row comes from
/// elsewhere, as Comtrade's re-imports do, and is refused: it would be counted as an import and become
/// a supplier of its own.
enum BACIRecord {
  static let header = ["t", "i", "j", "k", "v", "q"]
  static let years = 1962...2100

  /// Why a record is no flow.
  struct Refusal: Error {
    let reason: String
  }

  /// Reads a record whose fields were told apart already.
  ///
  /// - Parameter isKnown: for each country's number whether it is one.
  static func flow(_ record: CSVRecord, line: UInt32, isKnown: UnsafePointer<Bool>)
    throws(Refusal) -> Flow
  {
    guard record.count == header.count else {
      throw Refusal(reason: "\(header.count) fields expected, \(record.count) found")
    }
    guard let year = record.integer(0), years.contains(year) else {
      throw Refusal(reason: "t is not a year")
    }
    guard let exporter = country(record, 1, isKnown) else {
      throw Refusal(reason: "i is not a country code of BACI")
    }
    guard let importer = country(record, 2, isKnown) else {
      throw Refusal(reason: "j is not a country code of BACI")
    }
    guard importer != exporter else {
      throw Refusal(reason: "i and j are the same country")
    }
    guard let product = record.integer(3), (1...Int(Flow.highestProduct)).contains(product) else {
      throw Refusal(reason: "k is not a product of six digits")
    }
    guard let value = number(trimmed(record, 4)), Flow.isValue(value) else {
      throw Refusal(reason: "v is not a value in thousand dollars")
    }
    // Adding zero takes the sign from a negative zero.
    return Flow(
      periodCode: Period(year: year).code, product: UInt32(product), importer: importer,
      exporter: exporter, value: value + 0, storedQuantity: try quantity(record), line: line)
  }

  private static func country(_ record: CSVRecord, _ field: Int, _ isKnown: UnsafePointer<Bool>)
    -> UInt16?
  {
    guard let number = record.integer(field), let code = UInt16(exactly: number), isKnown[number]
    else { return nil }
    return code
  }

  /// The quantity in tonnes; unknown where BACI leaves it blank or writes NA.
  private static func quantity(_ record: CSVRecord) throws(Refusal) -> Double {
    let text = trimmed(record, 5)
    if text.isEmpty || text == "NA" { return Flow.unknown }
    guard let number = number(text), number >= 0 else {
      throw Refusal(reason: "q is not a quantity in tonnes")
    }
    return number + 0
  }

  /// A field without the spaces around it, with which some editions align numbers.
  private static func trimmed(_ record: CSVRecord, _ field: Int) -> Substring {
    let text = (record.text(field) ?? "?").drop { $0 == " " }
    return text.last == " " ? text[...(text.lastIndex { $0 != " " } ?? text.startIndex)] : text
  }

  private static func number(_ text: Substring) -> Double? {
    // The standard library takes hexadecimal numbers and names of infinity as well.
    guard text.utf8.allSatisfy({ "0123456789.eE+-".utf8.contains($0) }), let number = Double(text),
      number.isFinite
    else { return nil }
    return number
  }
}
