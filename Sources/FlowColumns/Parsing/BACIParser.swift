internal import Glibc
internal import Tabular

/// Parses CEPII's BACI as it is published, from chunks of bytes: t, i, j, k, v, q.
///
/// It takes CR LF, quoted fields, blank lines, a byte-order mark, products whose leading zeros were
/// lost, and quantities that are blank or NA. A record that is no flow is kept with its line and
/// reason; memory is bounded by the size of the chunks.
public struct BACIParser: ~Copyable {
  private let lanes: [BACILane]
  private var waiting: [UInt8] = []
  private var hasHeader = false
  private var line: UInt32 = 1
  private var isAtStart = true
  private var foundRejects: [RejectedLine] = []
  private static let leastForTwo = 1 << 18

  /// Makes a parser.
  ///
  /// - Parameters:
  ///   - countries: the numbers of the countries that are known; a row of another is refused.
  ///   - threads: how many threads parse a chunk; more pay on chunks of a megabyte and above.
  public init(countries: Set<UInt16>, threads: Int = 1) {
    lanes = (0..<max(threads, 1)).map { _ in BACILane(countries: countries) }
  }

  /// Parses the next bytes of the file.
  ///
  /// - Parameter body: takes flows in the order of their lines, for as long as it runs.
  /// - Throws: `FlowFault` for another header or what is no CSV, with its line; what the closure throws.
  public mutating func feed(
    _ bytes: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<Flow>) throws -> Void
  ) throws {
    waiting.append(contentsOf: bytes)
    guard let last = bytes.lastIndex(of: UInt8(ascii: "\n")) else {
      guard waiting.count > 1 << 23 else { return }
      return try parse(waiting.count, isLast: false, body)
    }
    try parse(waiting.count - bytes.count + last + 1, isLast: false, body)
  }

  /// Parses what is left at the end of the file.
  ///
  /// - Throws: as `feed`, and `FlowFault` for a file without a header.
  public mutating func finish(_ body: (UnsafeBufferPointer<Flow>) throws -> Void) throws {
    try parse(waiting.count, isLast: true, body)
    guard hasHeader else { throw FlowFault("the file is empty", line: 1) }
  }

  /// The records refused since this was asked last.
  public mutating func takeRejects() -> [RejectedLine] {
    defer { foundRejects = [] }
    return foundRejects
  }

  private mutating func parse(
    _ count: Int, isLast: Bool, _ body: (UnsafeBufferPointer<Flow>) throws -> Void
  ) throws {
    let start = hasHeader ? 0 : try parseHeader(count, isLast: isLast)
    guard hasHeader else { return }
    let lanes = lanes
    let line = line
    let consumed = waiting.withUnsafeBufferPointer { buffer in
      let bytes = UnsafeBufferPointer(rebasing: buffer[start..<count])
      let pieces = pieces(bytes, isLast: isLast)
      for (index, lane) in lanes.enumerated() { lane.begin(line: index == 0 ? line : 1) }
      // The bytes stay where they are until every thread is done.
      nonisolated(unsafe) let shared = pieces
      concurrently(pieces.count, threads: lanes.count) { index in
        lanes[index].parse(shared[index], isLast: isLast)
      }
      return start + zip(lanes, pieces).reduce(0) { $0 + $1.0.consumed }
    }
    try take(lanes, body)
    waiting.removeFirst(consumed)
  }

  /// Hands on what the lanes read, in the order of the lines.
  private mutating func take(
    _ lanes: [BACILane], _ body: (UnsafeBufferPointer<Flow>) throws -> Void
  ) throws {
    for (index, lane) in lanes.enumerated() where index == 0 || lane.consumed > 0 {
      if index > 0 { lane.move(by: line - 1) }
      foundRejects += lane.rejects
      if lane.flows.count > 0 { try body(UnsafeBufferPointer(lane.flows.flows)) }
      if let fault = lane.fault { throw fault }
      line = lane.line
    }
  }

  /// Divides whole records between the lanes, at ends of lines.
  private func pieces(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool)
    -> [UnsafeBufferPointer<UInt8>]
  {
    // Where a field is quoted, an end of a line need not be the end of a record.
    guard lanes.count > 1, bytes.count >= BACIParser.leastForTwo, lanes[0].endMarkLine == nil,
      !has(UInt8(ascii: "\""), bytes), !has(0x1A, bytes)
    else { return [bytes] }
    var pieces: [UnsafeBufferPointer<UInt8>] = []
    var start = 0
    for index in 1..<lanes.count {
      let middle = max(start, bytes.count * index / lanes.count)
      guard let end = bytes[middle...].firstIndex(of: UInt8(ascii: "\n")) else { break }
      pieces.append(UnsafeBufferPointer(rebasing: bytes[start...end]))
      start = end + 1
    }
    return pieces + [UnsafeBufferPointer(rebasing: bytes[start...])]
  }

  private func has(_ byte: UInt8, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.baseAddress.map { memchr($0, Int32(byte), bytes.count) != nil } ?? false
  }

  /// Looks for the header among the first bytes.
  ///
  /// - Returns: how many bytes it takes.
  private mutating func parseHeader(_ count: Int, isLast: Bool) throws -> Int {
    var start = 0
    while start < count {
      let end = waiting[start..<count].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? count
      guard end < count || isLast || waiting[count - 1] == UInt8(ascii: "\n") else { return 0 }
      let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
      let skipped = isAtStart && waiting[start..<end].starts(with: mark) ? mark.count : 0
      let fields = try waiting.withUnsafeBufferPointer { bytes in
        try csvRecord(UnsafeBufferPointer(rebasing: bytes[start + skipped..<end]), line: line)
      }.map { record in (0..<record.count).map { record.text($0) ?? "?" } }
      isAtStart = false
      if let fields, fields != BACIRecord.header {
        throw FlowFault(
          "the header is '\(fields.joined(separator: ","))'; expected "
            + "'\(BACIRecord.header.joined(separator: ","))'", line: line)
      }
      line += 1
      start = end
      hasHeader = fields != nil
      if hasHeader { return start }
    }
    waiting.removeFirst(start)
    return 0
  }
}
