public import Kernel
public import Tabular

extension ImportSession {
  /// Reads a CSV file with a header and gives each record to a closure, which takes or refuses it.
  ///
  /// - Parameters:
  ///   - expected: the names of the header, in their order; anything else is another layout.
  ///   - body: takes a record, or throws a `CSVRefusal` that is kept with its line.
  /// - Throws: `TowerError` for another layout or a file that is not CSV.
  public func forEachRecord(_ expected: [String], _ body: (CSVRecord) throws -> Void) throws {
    var reader = CSVReader { try self.next() }
    var record = CSVRecord()
    do {
      guard try reader.next(into: &record) else {
        throw TowerError(.failed, "\(path) is empty")
      }
      let found = (0..<record.count).map { record.text($0) ?? "?" }
      guard found == expected else {
        throw TowerError(
          .failed, "\(path):1: the header is '\(found.joined(separator: ","))'",
          hints: ["expected '\(expected.joined(separator: ","))'; nothing was changed"])
      }
      while try reader.next(into: &record) {
        do {
          guard record.count == expected.count else {
            throw CSVRefusal("\(expected.count) fields expected, \(record.count) found")
          }
          try body(record)
        } catch let refusal as CSVRefusal {
          reject(line: record.line, reason: refusal.reason, content: record.content)
        }
      }
    } catch let error as CSVError {
      throw TowerError(
        .failed, "\(path):\(error.line): \(error.message)", hints: ["nothing was changed"])
    }
  }
}

/// Why a record is not taken.
public struct CSVRefusal: Error {
  /// The reason, as the account of refused rows keeps it.
  public let reason: String

  /// Refuses a record.
  public init(_ reason: String) { self.reason = reason }
}
