/// Takes flows in any order, of any periods, and puts them into segments.
///
/// Flows wait until there are enough for a part, which is dealt out by product; when a period is finished,
/// each of its products is sorted and compressed once. Whoever has less memory than flows finishes a
/// period before it is whole, and joins what came of it with the rest later.
public struct FlowBuilder: ~Copyable {
  private let capacity: Int
  private let threads: Int
  private var waiting: FlowBuffer
  private var parts: [Period: [DealtRows]] = [:]

  /// Makes a builder.
  ///
  /// - Parameters:
  ///   - partCapacity: how many flows of 32 bytes a part has at most.
  ///   - threads: how many threads sort and compress.
  public init(partCapacity: Int = 1 << 21, threads: Int = 2) {
    capacity = max(partCapacity, 1)
    self.threads = threads
    waiting = FlowBuffer(capacity: 0)
  }

  /// Adds a flow.
  public mutating func append(_ flow: Flow) {
    withUnsafePointer(to: flow) { append(UnsafeBufferPointer(start: $0, count: 1)) }
  }

  /// Adds flows.
  public mutating func append(_ flows: UnsafeBufferPointer<Flow>) {
    var rest = flows[...]
    while !rest.isEmpty {
      let room = capacity - waiting.count
      waiting.append(UnsafeBufferPointer(rebasing: rest.prefix(room)))
      rest = rest.dropFirst(room)
      if waiting.count == capacity { dealWaiting() }
    }
  }

  /// The periods of which flows were added and not finished, in order.
  public var periods: [Period] {
    Set(parts.keys).union(waiting.flows.map(\.period)).sorted()
  }

  /// The size in bytes of the flows that were added and not finished.
  public var byteCount: Int {
    parts.values.joined().reduce(waiting.count) { $0 + $1.count } * MemoryLayout<Flow>.stride
  }

  /// Puts the flows of one period into segments and forgets them, so that a source of many years that is
  /// sorted by year takes no more memory than one of them.
  ///
  /// - Parameter earlier: segments of the period that this gave before, to be joined with the flows that
  ///   were added since; the lines of their flows are not known any more.
  /// - Returns: the segments by product; `earlier` when no flow of the period was added.
  /// - Throws: `DuplicateFlows` when a flow of the period was added twice.
  public mutating func finish(_ period: Period, joining earlier: [Segment] = [])
    throws(DuplicateFlows) -> [Segment]
  {
    dealWaiting()
    guard let some = parts.removeValue(forKey: period) else { return earlier }
    return try PeriodSegments(period: period, parts: some, joining: earlier).make(threads: threads)
  }

  /// Puts everything that is left into a table and begins anew.
  ///
  /// - Throws: `DuplicateFlows` when a flow was added twice; nothing is left of the others then.
  public mutating func finish() throws(DuplicateFlows) -> FlowTable {
    var table = FlowTable()
    var duplicates = DuplicateFlows()
    for period in periods {
      do throws(DuplicateFlows) {
        table.replace(period, with: try finish(period))
      } catch {
        duplicates.merge(error)
      }
    }
    waiting = FlowBuffer(capacity: 0)
    if duplicates.count > 0 { throw duplicates }
    return table
  }

  private mutating func dealWaiting() {
    guard waiting.count > 0 else { return }
    let flows = UnsafeBufferPointer(waiting.flows)
    if flows.allSatisfy({ $0.periodCode == flows[0].periodCode }) {
      addPart(flows)
    } else {
      for rows in PeriodRows(flows).all { addPart(UnsafeBufferPointer(rows.flows)) }
    }
    waiting.count = 0
  }

  private mutating func addPart(_ rows: UnsafeBufferPointer<Flow>) {
    parts[rows[0].period, default: []].append(DealtRows(rows))
  }
}

/// Rows divided by period.
private struct PeriodRows {
  private(set) var all: [FlowBuffer] = []

  init(_ flows: UnsafeBufferPointer<Flow>) {
    var start = 0
    // Sources are mostly sorted by period: a run is taken at once.
    for (index, flow) in flows.enumerated() where flow.periodCode != flows[start].periodCode {
      append(UnsafeBufferPointer(rebasing: flows[start..<index]))
      start = index
    }
    append(UnsafeBufferPointer(rebasing: flows[start...]))
  }

  private mutating func append(_ run: UnsafeBufferPointer<Flow>) {
    if let known = all.first(where: { $0.start.pointee.periodCode == run[0].periodCode }) {
      known.append(run)
    } else {
      let rows = FlowBuffer(capacity: run.count)
      rows.append(run)
      all.append(rows)
    }
  }
}
