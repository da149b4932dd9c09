internal import Tabular

/// Parses a piece of a BACI file that begins with a record.
///
/// A plain record - digits, one point, LF or CR LF - is read in one pass over its bytes; whatever is not
/// plain is told apart by `CSVReader` and judged by `BACIRecord`.
final class BACILane: @unchecked Sendable {
  private(set) var flows = FlowBuffer(capacity: 0)
  private(set) var rejects: [RejectedLine] = []
  private(set) var fault: FlowFault?
  /// The line on which the next record begins, from 1.
  private(set) var line: UInt32 = 1
  /// How many bytes were whole records.
  private(set) var consumed = 0
  /// Whether the byte that ends old text files was met; nothing but line ends may follow.
  private(set) var endMarkLine: UInt32?
  /// Whether it met bytes that only a lane that is alone can tell the meaning of, and went no further.
  private(set) var isUnclear = false
  private let isKnown: UnsafeMutablePointer<Bool>
  /// The shortest record that is a flow: 1962,4,8,1,1, and a line feed.
  private static let shortest = 14

  init(countries: Set<UInt16>) {
    isKnown = .allocate(capacity: 1 << 16)
    isKnown.initialize(repeating: false, count: 1 << 16)
    for country in countries { isKnown[Int(country)] = true }
  }

  deinit { isKnown.deallocate() }

  /// Begins a piece on a line, and forgets what the last piece gave.
  func begin(line: UInt32) {
    flows.count = 0
    rejects.removeAll(keepingCapacity: true)
    fault = nil
    consumed = 0
    isUnclear = false
    self.line = line
  }

  /// Moves everything that was read down by some lines.
  func move(by lines: UInt32) {
    for index in 0..<flows.count { flows.start[index].line &+= lines }
    rejects = rejects.map {
      RejectedLine(line: $0.line + lines, reason: $0.reason, content: $0.content)
    }
    fault = fault.map { FlowFault($0.message, line: $0.line + lines) }
    endMarkLine = endMarkLine.map { $0 + lines }
    line += lines
  }

  /// Parses records up to the last one that is whole.
  ///
  /// - Parameters:
  ///   - bytes: ends with a line feed, or is everything that is left.
  ///   - isLast: whether no more bytes follow.
  ///   - isAlone: whether no other lane parses bytes before these at the same time.
  func parse(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool, isAlone: Bool) {
    guard let start = bytes.baseAddress else { return }
    let end = start + bytes.count
    flows.reserve(flows.count + bytes.count / BACILane.shortest + 1)
    var place = start
    do throws(FlowFault) {
      while place < end, endMarkLine == nil {
        place = parsePlain(place, end)
        guard place < end,
          let next = try parseUncommon(place, end, isLast: isLast, isAlone: isAlone)
        else { break }
        place = next
      }
      while endMarkLine != nil, place < end {
        guard place.pointee == lineFeed || place.pointee == carriageReturn else {
          throw FlowFault("an end-of-file byte stands before the end", line: endMarkLine ?? 0)
        }
        place += 1
      }
    } catch {
      fault = error
    }
    consumed = place - start
  }

  /// Reads plain records until one is not.
  ///
  /// - Returns: where the first record begins that is not plain, or the end.
  private func parsePlain(_ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>)
    -> UnsafePointer<UInt8>
  {
    // Every loop below stops at a byte that is no digit: the line feed at the end at the latest.
    guard start < end, (end - 1).pointee == lineFeed else { return start }
    let known = isKnown
    var target = flows.start + flows.count
    var line = line
    var record = start
    defer {
      flows.count = target - flows.start
      self.line = line
    }
    while record < end {
      var place = record
      if place.pointee == carriageReturn { place += 1 }
      if place.pointee == lineFeed {
        line &+= 1
        record = place + 1
        continue
      }
      place = record
      let year = number(&place, most: 4)
      guard place.pointee == comma, BACIRecord.years.contains(year) else { return record }
      place += 1
      let exporter = number(&place, most: 5)
      guard place.pointee == comma, exporter < 1 << 16, known[exporter] else { return record }
      place += 1
      let importer = number(&place, most: 5)
      guard place.pointee == comma, importer < 1 << 16, known[importer], importer != exporter else {
        return record
      }
      place += 1
      let product = number(&place, most: 6)
      guard place.pointee == comma, product > 0, product <= Int(Flow.highestProduct) else {
        return record
      }
      place += 1
      while place.pointee == space { place += 1 }
      let value = decimal(&place)
      while place.pointee == space { place += 1 }
      guard place.pointee == comma, value >= 0 else { return record }
      place += 1
      let quantity = quantity(&place)
      if place.pointee == carriageReturn { place += 1 }
      guard place.pointee == lineFeed, quantity >= Flow.unknown else { return record }
      target.initialize(
        to: Flow(
          periodCode: UInt32(truncatingIfNeeded: year) << 4,
          product: UInt32(truncatingIfNeeded: product),
          importer: UInt16(truncatingIfNeeded: importer),
          exporter: UInt16(truncatingIfNeeded: exporter), value: value, storedQuantity: quantity,
          line: line))
      target += 1
      line &+= 1
      record = place + 1
    }
    return record
  }

  /// Takes a record that is not plain.
  ///
  /// - Returns: where the next one begins; nil when this one is not whole yet.
  private func parseUncommon(
    _ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, isLast: Bool, isAlone: Bool
  ) throws(FlowFault) -> UnsafePointer<UInt8>? {
    var place = start
    var isQuoted = false
    while place < end, isQuoted || place.pointee != lineFeed {
      if place.pointee == quote { isQuoted.toggle() }
      place += 1
    }
    let record = UnsafeBufferPointer(start: start, count: place - start)
    // Where a field is quoted, an end of a line need not be the end of a record; behind the byte that
    // ends old text files nothing may follow.
    if !isAlone, record.contains(where: { $0 == quote || $0 == endMark }) {
      isUnclear = true
      return nil
    }
    if place == end {
      guard isLast || end - start > longestRecord else { return nil }
    } else {
      place += 1
    }
    let bytes = UnsafeBufferPointer(start: start, count: place - start)
    if let record = try csvRecord(bytes, line: line) {
      do throws(BACIRecord.Refusal) {
        let flow = try BACIRecord.flow(record, line: line, isKnown: isKnown)
        (flows.start + flows.count).initialize(to: flow)
        flows.count += 1
      } catch {
        // A last line that has no end and is no flow is where the file was cut off.
        guard !record.isOpen else {
          throw FlowFault("the file is cut off here: \(error.reason)", line: line)
        }
        rejects.append(RejectedLine(line: line, reason: error.reason, content: record.content))
      }
    } else if bytes.contains(endMark) {
      endMarkLine = line
    }
    line += UInt32(bytes.count { $0 == lineFeed })
    return place
  }
}

/// The fields of one record; nil for a blank line and for the byte that ends old text files.
///
/// - Throws: `FlowFault` for what `CSVReader` does not take.
func csvRecord(_ bytes: UnsafeBufferPointer<UInt8>, line: UInt32) throws(FlowFault) -> CSVRecord? {
  // The blank line before it keeps the reader from passing over a byte-order mark inside a file.
  var chunk: [UInt8]? = [lineFeed] + bytes
  var reader = CSVReader {
    defer { chunk = nil }
    return chunk
  }
  var record = CSVRecord()
  do {
    return try reader.next(into: &record) ? record : nil
  } catch let error as CSVError {
    throw FlowFault(error.message, line: line + UInt32(error.line) - 2)
  } catch {
    throw FlowFault("\(error)", line: line)
  }
}

private let longestRecord = 1 << 22
private let lineFeed: UInt8 = 0x0A
private let carriageReturn: UInt8 = 0x0D
private let endMark: UInt8 = 0x1A
private let comma = UInt8(ascii: ",")
private let quote = UInt8(ascii: "\"")
