internal import Kernel
internal import Tabular
internal import Vocabulary

/// A file of monthly series, `month,series,value`: prices, unit values or volumes.
///
/// A blank value, and a month without a row, are gaps. A value of zero has no rate of change: it is
/// a gap as well, and that is said.
struct SeriesFile {
  /// The known values of each series by month.
  private(set) var values: [String: [Month: Double]] = [:]
  /// What the reader must know of the file.
  private(set) var notes: [String] = []

  /// Reads a file, `.gz` accepted.
  ///
  /// - Throws: `TowerError` with the first twenty faults, each with its line, and their number.
  init(path: String) throws {
    let stream = try ByteStream(path: path)
    var reader = CSVReader { try stream.next() }
    var record = CSVRecord()
    var faults: [String] = []
    do {
      try SeriesFile.expectHeader(&reader, &record, path)
      var lines: [String: [Month: Int]] = [:]
      var zeros = 0
      while try reader.next(into: &record) {
        do {
          let (month, series, value) = try SeriesFile.row(record)
          if let before = lines[series, default: [:]].updateValue(record.line, forKey: month) {
            throw VocabularyError("\(series) has \(month) in line \(before) already")
          }
          if value == 0 { zeros += 1 }
          guard let value, value > 0 else { continue }
          values[series, default: [:]][month] = value
        } catch let error as VocabularyError {
          faults.append("\(path):\(record.line): \(error)")
        }
      }
      if zeros > 0 {
        notes.append("values of zero: \(zeros); they are gaps, since zero has no rate of change")
      }
    } catch let error as CSVError {
      faults.append("\(path):\(error.line): \(error.message)")
    }
    guard faults.isEmpty else {
      let rest = faults.count > 20 ? ["and \(faults.count - 20) more"] : []
      throw TowerError(.failed, (faults.prefix(20) + rest).joined(separator: "\n"))
    }
  }

  private static func expectHeader(
    _ reader: inout CSVReader, _ record: inout CSVRecord, _ path: String
  ) throws {
    let isThere = try reader.next(into: &record)
    let header = isThere ? (0..<record.count).map { record.text($0) ?? "?" } : []
    guard header == ["month", "series", "value"] else {
      throw TowerError(
        .failed, "\(path):1: the header is '\(header.joined(separator: ","))'",
        hints: ["expected 'month,series,value'"])
    }
  }

  private static func row(_ record: CSVRecord) throws(VocabularyError)
    -> (month: Month, series: String, value: Double?)
  {
    guard record.count == 3 else {
      throw VocabularyError("3 fields expected, \(record.count) found")
    }
    let month = try Month(record.text(0) ?? "?")
    // So far apart, two months would be a table of gaps that fills the memory.
    guard (1800...2199).contains(month.year) else {
      throw VocabularyError("\(month) is not a month from 1800 to 2199")
    }
    guard let series = record.text(1), !series.isEmpty else {
      throw VocabularyError("a series has a name")
    }
    if record.isEmpty(2) { return (month, series, nil) }
    guard let value = record.number(2), value >= 0 else {
      throw VocabularyError(
        "'\(record.text(2) ?? "?")' is not a value of zero or above; leave a gap blank")
    }
    return (month, series, value)
  }
}
