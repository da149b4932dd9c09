internal import Tabular

/// Parses CEPII's BACI as it is published, from chunks of bytes: t, i, j, k, v, q.
///
/// It takes CR LF, quoted fields, blank lines, a byte-order mark, products whose leading zeros were
/// lost, and quantities that are blank or NA. A record that is no flow is kept with its line and
/// reason; memory is bounded by the size of the chunks.
public struct BACIParser: ~Copyable {
  /// Takes pieces of flows, which follow each other.
  public typealias Body = ([UnsafeBufferPointer<Flow>]) throws -> Void

  private let threads: Int
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
    self.threads = threads
    // Several lanes for each thread, so that none waits long for another that was held up.
    lanes = (0..<(threads > 1 ? 4 * threads : 1)).map { _ in BACILane(countries: countries) }
  }

  /// Parses the next bytes of the file.
  ///
  /// - Parameter body: takes pieces of flows in the order of their lines, for as long as it runs.
  /// - Throws: `FlowFault` for another header or what is no CSV, with its line; what the closure throws.
  public mutating func feed(_ bytes: UnsafeBufferPointer<UInt8>, _ body: Body) throws {
    let lineFeed = UInt8(ascii: "\n")
    guard let last = bytes.lastIndex(of: lineFeed), let first = bytes.firstIndex(of: lineFeed)
    else {
      waiting.append(contentsOf: bytes)
      if waiting.count > 1 << 23 { try parseWaiting(waiting.count, isLast: false, body) }
      return
    }
    // The record that the last bytes began is put together; all others are parsed where they lie.
    var start = bytes.startIndex
    if !hasHeader || !waiting.isEmpty {
      start = first + 1
      waiting.append(contentsOf: bytes[..<start])
      try parseWaiting(waiting.count, isLast: false, body)
    }
    if hasHeader, waiting.isEmpty {
      let lines = UnsafeBufferPointer(rebasing: bytes[start..<last + 1])
      start += try parse(lines, isLast: false, body)
      waiting.append(contentsOf: bytes[start...])
    } else {
      waiting.append(contentsOf: bytes[start...])
      try parseWaiting(waiting.count - (bytes.endIndex - last - 1), isLast: false, body)
    }
  }

  /// Parses what is left at the end of the file.
  ///
  /// - Throws: as `feed`, and `FlowFault` for a file without a header.
  public mutating func finish(_ body: Body) throws {
    try parseWaiting(waiting.count, isLast: true, body)
    guard hasHeader else { throw FlowFault("the file is empty", line: 1) }
  }

  /// The records refused since this was asked last.
  public mutating func takeRejects() -> [RejectedLine] {
    defer { foundRejects = [] }
    return foundRejects
  }

  /// Parses records that were put together, and the header before them.
  private mutating func parseWaiting(_ count: Int, isLast: Bool, _ body: Body) throws {
    let start = hasHeader ? 0 : try parseHeader(count, isLast: isLast)
    guard hasHeader else { return }
    let bytes = waiting
    waiting = []
    let consumed = try bytes.withUnsafeBufferPointer {
      try parse(UnsafeBufferPointer(rebasing: $0[start..<count]), isLast: isLast, body)
    }
    waiting = Array(bytes[(start + consumed)...])
  }

  /// Parses records, on all threads where there are enough of them.
  ///
  /// - Returns: how many bytes were whole records.
  private mutating func parse(
    _ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool, _ body: Body
  ) throws -> Int {
    var pieces = pieces(bytes)
    parse(pieces, isLast: isLast)
    if lanes.contains(where: \.isUnclear) {
      pieces = [bytes]
      parse(pieces, isLast: isLast)
    }
    try take(lanes.prefix(pieces.count), body)
    return zip(lanes, pieces).reduce(0) { $0 + $1.0.consumed }
  }

  private func parse(_ pieces: [UnsafeBufferPointer<UInt8>], isLast: Bool) {
    let lanes = lanes
    for (index, lane) in lanes.enumerated() { lane.begin(line: index == 0 ? line : 1) }
    // The bytes stay where they are until every thread is done.
    nonisolated(unsafe) let shared = pieces
    concurrently(pieces.count, threads: threads) { index in
      lanes[index].parse(shared[index], isLast: isLast, isAlone: shared.count == 1)
    }
  }

  /// Hands on what the lanes read, in the order of the lines.
  private mutating func take(_ lanes: ArraySlice<BACILane>, _ body: Body) throws {
    var flows: [UnsafeBufferPointer<Flow>] = []
    var fault: FlowFault?
    for (index, lane) in lanes.enumerated() {
      if index > 0 { lane.move(by: line - 1) }
      foundRejects += lane.rejects
      if lane.flows.count > 0 { flows.append(UnsafeBufferPointer(lane.flows.rows)) }
      line = lane.line
      fault = lane.fault
      if fault != nil { break }
    }
    if !flows.isEmpty { try body(flows) }
    if let fault { throw fault }
  }

  /// Divides whole records between the lanes, at ends of lines.
  private func pieces(_ bytes: UnsafeBufferPointer<UInt8>) -> [UnsafeBufferPointer<UInt8>] {
    guard lanes.count > 1, bytes.count >= BACIParser.leastForTwo, lanes[0].endMarkLine == nil else {
      return [bytes]
    }
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

  /// Looks for the header among the first bytes.
  ///
  /// - Returns: how many bytes it takes.
  private mutating func parseHeader(_ count: Int, isLast: Bool) throws -> Int {
    var start = 0
    while start < count {
      let end = waiting[start..<count].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? count
      guard end < count || isLast || waiting[count - 1] == UInt8(ascii: "\n") else { return 0 }
      if waiting[start..<end].allSatisfy({ $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }) {
        isAtStart = false
        line += 1
        start = end
        continue
      }
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
