/// A streaming reader of comma-separated values (RFC 4180) over chunks of bytes.
///
/// It takes quoted fields with line breaks, CR LF, a byte-order mark and one 0x1A byte at the end.
/// Blank lines are passed over. After an error the rest of the input is not to be read.
public struct CSVReader {
  private let source: () throws -> [UInt8]?
  private let delimiter: UInt8
  private var chunk: [UInt8] = []
  private var position = 0
  private var hasBegun = false
  private var isAtEnd = false
  private var line = 1
  private static let longestRecord = 1 << 22

  /// Makes a reader.
  ///
  /// - Parameters:
  ///   - delimiter: the byte between fields.
  ///   - source: gives the next bytes, or nil at the end.
  public init(delimiter: UInt8 = UInt8(ascii: ","), source: @escaping () throws -> [UInt8]?) {
    self.delimiter = delimiter
    self.source = source
  }

  /// Reads the next record.
  ///
  /// - Returns: false at the end.
  /// - Throws: `CSVError` for a quote that is never closed or stands inside a field, for a record of
  ///   more than 4 MB, and for a zero byte; what the source throws.
  public mutating func next(into record: inout CSVRecord) throws -> Bool {
    if !hasBegun { try skipByteOrderMark() }
    repeat {
      guard try peek() != nil else { return false }
      record.clear(line: line)
      if !readPlainRecord(into: &record) { try readRecord(into: &record) }
    } while record.isBlank
    guard record.isEndMark else { return true }
    while let byte = try peek(), byte == lineFeed || byte == carriageReturn { position += 1 }
    guard try peek() == nil else {
      throw CSVError(line: record.line, message: "an end-of-file byte stands before the end")
    }
    return false
  }

  private mutating func skipByteOrderMark() throws {
    hasBegun = true
    while chunk.count < 3, let more = try more() { chunk += more }
    if chunk.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  /// Takes a record without quotes that lies in this chunk as a whole; nearly all do.
  ///
  /// - Returns: false, with nothing consumed, for any other record.
  private mutating func readPlainRecord(into record: inout CSVRecord) -> Bool {
    let start = position
    let delimiter = delimiter
    let end = chunk.withUnsafeBufferPointer { bytes -> Int? in
      for index in start..<bytes.count {
        let byte = bytes[index]
        if byte == delimiter {
          record.ends.append(index - start)
        } else if byte == lineFeed {
          return index
        } else if byte == quote || byte == 0 {
          return nil
        }
      }
      return nil
    }
    guard let end, end - start < CSVReader.longestRecord else {
      record.ends.removeAll(keepingCapacity: true)
      return false
    }
    let hasReturn = end > start && chunk[end - 1] == carriageReturn
    record.bytes.append(contentsOf: chunk[start..<(hasReturn ? end - 1 : end)])
    record.ends.append(record.bytes.count)
    position = end + 1
    line += 1
    return true
  }

  private mutating func readRecord(into record: inout CSVRecord) throws {
    while try readField(into: &record) {
      record.ends.append(record.bytes.count)
      record.bytes.append(delimiter)
    }
    record.ends.append(record.bytes.count)
  }

  /// Reads one field; true when another follows in the record.
  private mutating func readField(into record: inout CSVRecord) throws -> Bool {
    if try peek() == quote {
      try readQuoted(into: &record)
      return try endQuoted(&record)
    }
    let start = record.bytes.count
    record.isOpen = true
    while let byte = try take() {
      if byte == delimiter { return true }
      if byte == lineFeed {
        record.isOpen = false
        line += 1
        break
      }
      guard byte != quote else { throw strayQuote }
      guard byte != 0 else { throw zeroByte }
      record.bytes.append(byte)
      try checkLength(record)
    }
    // A CR before the end of the line is part of that end.
    if record.bytes.count > start, record.bytes.last == carriageReturn { record.bytes.removeLast() }
    return false
  }

  private mutating func readQuoted(into record: inout CSVRecord) throws {
    record.isQuoted = true
    let opened = line
    position += 1
    while let byte = try take() {
      if byte == quote {
        guard try peek() == quote else { return }
        position += 1
      }
      guard byte != 0 else { throw zeroByte }
      if byte == lineFeed { line += 1 }
      record.bytes.append(byte)
      try checkLength(record)
    }
    throw CSVError(line: opened, message: "a quoted field begins here and is never closed")
  }

  /// Takes what may stand behind a closing quote; true when another field follows.
  private mutating func endQuoted(_ record: inout CSVRecord) throws -> Bool {
    let hasReturn = try peek() == carriageReturn
    if hasReturn { position += 1 }
    guard let byte = try take() else {
      record.isOpen = true
      return false
    }
    record.isOpen = false
    if byte == lineFeed {
      line += 1
      return false
    }
    guard byte == delimiter, !hasReturn else { throw strayQuote }
    return true
  }

  private var strayQuote: CSVError {
    CSVError(
      line: line, message: "a quote stands inside or behind a field without being doubled")
  }

  // UTF-16, and a block that the disk never got, hold zero bytes; no text in UTF-8 does.
  private var zeroByte: CSVError {
    CSVError(
      line: line, message: "a zero byte stands here; the file is damaged or not in UTF-8")
  }

  private func checkLength(_ record: CSVRecord) throws {
    guard record.bytes.count <= CSVReader.longestRecord else {
      throw CSVError(
        line: record.line, message: "the record that begins here is longer than 4 MB")
    }
  }

  private mutating func peek() throws -> UInt8? {
    while position == chunk.count {
      guard let next = try more() else { return nil }
      chunk = next
      position = 0
    }
    return chunk[position]
  }

  /// The next bytes; the source is not asked again once it has ended.
  private mutating func more() throws -> [UInt8]? {
    guard !isAtEnd, let next = try source() else {
      isAtEnd = true
      return nil
    }
    return next
  }

  private mutating func take() throws -> UInt8? {
    let byte = try peek()
    if byte != nil { position += 1 }
    return byte
  }
}

private let lineFeed: UInt8 = 0x0A
private let carriageReturn: UInt8 = 0x0D
private let quote = UInt8(ascii: "\"")
