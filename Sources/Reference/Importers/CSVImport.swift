public import Kernel
public import Tabular
public import Vocabulary

extension ImportSession {
  /// Reads a CSV file with one known header and gives each record to a closure, which takes or
  /// refuses it.
  ///
  /// - Parameters:
  ///   - expected: the names of the header, in their order; anything else is another layout.
  ///   - marking: the marking that a record says it has, nil where it does not read; for files whose
  ///     rows are marked. The source then has the strictest of all, refused ones among them.
  ///   - body: takes a record, or throws a `CSVRefusal` that is kept with its line.
  /// - Throws: `TowerError` for another layout or a file that is not CSV.
  public func forEachRecord(
    _ expected: [String], marking: ((CSVRecord) -> Marking?)? = nil,
    _ body: (CSVRecord) throws -> Void
  ) throws {
    try forEachRecord("'\(expected.joined(separator: ","))'", marking: marking) {
      $0 == expected ? true : nil
    } body: { record, _ in
      try body(record)
    }
  }

  /// Reads a CSV file of several layouts and gives each record to a closure with the layout that
  /// its header says.
  ///
  /// - Parameters:
  ///   - expected: the headers that are known, for the error.
  ///   - delimiters: the bytes that may stand between fields; the first line says which does.
  ///   - allowsBlankEnd: whether a record may end in one blank field more than the header has.
  ///   - marking: as above.
  ///   - layout: reads the names of the header; nil when it does not know them.
  ///   - body: takes a record, or throws a `CSVRefusal` that is kept with its line.
  /// - Throws: `TowerError` for another layout or a file that is not CSV.
  func forEachRecord<Layout>(
    _ expected: String, delimiters: [UInt8] = [UInt8(ascii: ",")], allowsBlankEnd: Bool = false,
    marking: ((CSVRecord) -> Marking?)? = nil, layout: ([String]) throws -> Layout?,
    body: (CSVRecord, Layout) throws -> Void
  ) throws {
    var first = try next()
    var reader = CSVReader(delimiter: delimiter(delimiters, first ?? [])) {
      defer { first = nil }
      return try first ?? self.next()
    }
    var record = CSVRecord()
    var isOpen = false
    do {
      guard try reader.next(into: &record) else {
        throw TowerError(.failed, "\(path) is empty")
      }
      let header = (0..<record.count).map { record.text($0) ?? "?" }
      guard let layout = try layout(header) else {
        throw TowerError(
          .failed, "\(path):1: the header is '\(header.joined(separator: ","))'",
          hints: ["expected \(expected); nothing was changed"])
      }
      while try reader.next(into: &record) {
        if let marking {
          // A refused row is kept too. In one with other fields the marking may stand anywhere.
          let own = record.count == header.count ? marking(record) : nil
          card.marking = card.marking.combined(with: own ?? Marking(.red))
        }
        do {
          let hasBlankEnd =
            allowsBlankEnd && record.count == header.count + 1 && record.isEmpty(header.count)
          guard record.count == header.count || hasBlankEnd else {
            let reason = "\(header.count) fields expected, \(record.count) found"
            if record.count < header.count { try refuseCut(at: record, reason) }
            throw CSVRefusal(reason)
          }
          try body(record, layout)
        } catch let refusal as CSVRefusal {
          reject(
            line: record.line, reason: refusal.reason, content: record.content,
            isSound: refusal.isSound)
        }
        isOpen = record.isOpen
      }
      if isOpen { noteOpenEnd() }
    } catch let error as CSVError {
      throw TowerError(
        .failed, "\(path):\(error.line): \(error.message)", hints: ["nothing was changed"])
    }
  }

  /// Refuses a file whose last line has no end and too few fields: it was cut off there.
  public func refuseCut(at record: CSVRecord, _ reason: String) throws {
    guard record.isOpen else { return }
    throw TowerError(
      .failed, "\(path):\(record.line): the file is cut off here: \(reason)",
      hints: ["nothing was changed"])
  }

  /// The delimiter that the first line has most of; the first of them when it has none.
  private func delimiter(_ delimiters: [UInt8], _ bytes: [UInt8]) -> UInt8 {
    let line = bytes.prefix { $0 != UInt8(ascii: "\n") }
    let counts = delimiters.map { delimiter in line.count { $0 == delimiter } }
    return delimiters[counts.indices.max { (counts[$0], -$0) < (counts[$1], -$1) } ?? 0]
  }
}

/// Why a record is not taken.
public struct CSVRefusal: Error {
  /// The reason, as the account of refused rows keeps it.
  public let reason: String
  /// Whether the record reads as it should and is left out for what it says.
  public let isSound: Bool

  /// Refuses a record.
  public init(_ reason: String, isSound: Bool = false) {
    self.reason = reason
    self.isSound = isSound
  }
}

extension CSVRecord {
  /// A field without the spaces around it; nil when nothing stands there or it says that it is not
  /// known.
  func known(_ index: Int) -> String? {
    let text = (text(index) ?? "").trimmed
    return text.isEmpty || CSVRecord.unknownMarks.contains(text) ? nil : text
  }

  /// The words by which the publishers of the reference data say that a value is not known.
  private static let unknownMarks: Set<String> = [
    "nan", "NaN", "None", "NA", "N/A", "#N/A", "..", "\u{2026}", "Not Available",
  ]
}

extension String {
  /// The text without the spaces around it.
  var trimmed: String {
    let start = drop { $0.isWhitespace }
    guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...end])
  }
}
