/// A streaming reader of comma-separated values (RFC 4180) over chunks of bytes.
///
/// It takes quoted fields with line breaks, CR LF, a byte-order mark and one 0x1A byte at the end.
public struct CSVReader {
  private let source: () throws -> [UInt8]?
  private let delimiter: UInt8
  private var chunk: [UInt8] = []
  private var position = 0
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

  /// Reads the next record; blank lines are passed over.
  ///
  /// - Returns: false at the end.
  /// - Throws: `CSVError` for a quote that is never closed or stands inside a field, and for a record
  ///   of more than 4 MB; what the source throws.
  public mutating func next(into record: inout CSVRecord) throws -> Bool {
    if line == 1, try peek() == 0xEF {
      for _ in 0..<3 { _ = try take() }
    }
    while let byte = try peek(), byte == 0x0A || byte == 0x0D {
      _ = try take()
      if byte == 0x0A { line += 1 }
    }
    guard let first = try peek() else { return false }
    record.clear(line: line)
    if first == 0x1A {
      _ = try take()
      guard try peek() == nil else {
        throw CSVError(line: line, message: "an end-of-file byte stands before the end")
      }
      return false
    }
    while try readField(into: &record) {
      guard record.bytes.count < CSVReader.longestRecord else {
        throw CSVError(line: record.line, message: "the record is longer than 4 MB")
      }
    }
    return true
  }

  /// Reads one field; true when another follows in the record.
  private mutating func readField(into record: inout CSVRecord) throws -> Bool {
    record.starts.append(record.bytes.count)
    defer { record.ends.append(record.bytes.count) }
    if try peek() == UInt8(ascii: "\"") { try readQuoted(into: &record) }
    while let byte = try take() {
      switch byte {
      case delimiter: return true
      case 0x0A:
        line += 1
        return false
      case 0x0D: if try peek() == 0x0A { continue }
      case UInt8(ascii: "\""):
        throw CSVError(
          line: line, message: "a quote stands inside or behind a field without being doubled")
      default: record.bytes.append(byte)
      }
    }
    return false
  }

  private mutating func readQuoted(into record: inout CSVRecord) throws {
    let opened = line
    _ = try take()
    while let byte = try take() {
      if byte == UInt8(ascii: "\"") {
        guard try peek() == UInt8(ascii: "\"") else { return }
        _ = try take()
      }
      if byte == 0x0A { line += 1 }
      record.bytes.append(byte)
      guard record.bytes.count < CSVReader.longestRecord else { break }
    }
    throw CSVError(line: opened, message: "a quoted field begins here and is never closed")
  }

  private mutating func peek() throws -> UInt8? {
    while position == chunk.count {
      guard !isAtEnd, let next = try source() else {
        isAtEnd = true
        return nil
      }
      chunk = next
      position = 0
    }
    return chunk[position]
  }

  private mutating func take() throws -> UInt8? {
    let byte = try peek()
    if byte != nil { position += 1 }
    return byte
  }
}
