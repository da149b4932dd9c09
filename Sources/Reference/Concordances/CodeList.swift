internal import Concordance
internal import Kernel
internal import Tabular
internal import Vocabulary

/// A file of codes to convert: a header `code` or `code,value`, and a code on each line.
struct CodeList {
  /// The entries of each edition, in the order of the file.
  let entries: [(edition: String, entries: [CodeConversion.Entry])]

  /// Reads a list.
  ///
  /// - Parameter edition: the edition of codes that do not say their own; nil when all must.
  /// - Throws: `TowerError` with every line at fault.
  init(path: String, edition: String?) throws {
    let stream = try ByteStream(path: path)
    var reader = CSVReader { try stream.next() }
    var record = CSVRecord()
    var faults: [String] = []
    var lines: [ProductCode: Int] = [:]
    var entries: [(edition: String, entries: [CodeConversion.Entry])] = []
    do {
      let width = try CodeList.width(&reader, &record, path)
      while try reader.next(into: &record) {
        do {
          guard record.count == width else { throw CSVRefusal("\(width) fields are expected") }
          let code = try CodeList.code(record.text(0) ?? "?", edition)
          if let line = lines.updateValue(record.line, forKey: code) {
            throw CSVRefusal("\(code) stands on line \(line) already")
          }
          let entry = CodeConversion.Entry(
            code.digits, value: width == 2 ? try CodeList.value(record) : nil)
          if let place = entries.firstIndex(where: { $0.edition == code.edition }) {
            entries[place].entries.append(entry)
          } else {
            entries.append((code.edition, [entry]))
          }
        } catch let refusal as CSVRefusal {
          faults.append("\(path):\(record.line): \(refusal.reason)")
        }
      }
    } catch let error as CSVError {
      faults.append("\(path):\(error.line): \(error.message)")
    }
    if let first = faults.first {
      throw TowerError(.failed, first, hints: Array(faults.dropFirst()))
    }
    guard !entries.isEmpty else { throw TowerError(.failed, "\(path) holds no code") }
    self.entries = entries
  }

  private static func width(
    _ reader: inout CSVReader, _ record: inout CSVRecord, _ path: String
  ) throws -> Int {
    guard try reader.next(into: &record) else { throw TowerError(.failed, "\(path) is empty") }
    let header = (0..<record.count).map { record.text($0) ?? "?" }
    guard header == ["code"] || header == ["code", "value"] else {
      throw TowerError(
        .failed, "\(path):1: the header is '\(header.joined(separator: ","))'",
        hints: ["expected 'code' or 'code,value'"])
    }
    return header.count
  }

  private static func code(_ text: String, _ edition: String?) throws -> ProductCode {
    let hasEdition = text.contains("/")
    guard hasEdition || edition != nil else {
      throw CSVRefusal("'\(text)' does not say its edition; write hs92/\(text), or add --from")
    }
    // Spreadsheets drop the zero that leads a code of the chapters 01 to 09.
    let digits = text.utf8.count == 5 && !hasEdition ? "0" + text : text
    do {
      let code =
        hasEdition
        ? try ProductCode(text) : try ProductCode(edition: edition ?? "", digits: digits)
      guard code.digits.utf8.count == 6 else {
        throw CSVRefusal("'\(text)' is not a code of six digits")
      }
      return code
    } catch let error as VocabularyError {
      throw CSVRefusal("\(error)")
    }
  }

  /// The value of a line; nil where it is left blank.
  private static func value(_ record: CSVRecord) throws -> Double? {
    guard !record.isEmpty(1) else { return nil }
    guard let value = record.number(1) else {
      throw CSVRefusal("'\(record.text(1) ?? "?")' is not a number")
    }
    return value
  }
}
