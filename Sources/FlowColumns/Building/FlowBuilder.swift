/// Takes flows in any order, of any periods, and puts them into segments.
///
/// Flows wait in memory until there are enough for a part; a part is sorted and compressed to about a
/// third of its size, and at the end the parts of each period are merged, one period after the other.
public struct FlowBuilder: ~Copyable {
  private let capacity: Int
  private let threads: Int
  private var waiting: FlowBuffer
  private var parts: [Period: [SortedPart]] = [:]

  /// Makes a builder.
  ///
  /// - Parameters:
  ///   - partCapacity: how many flows of 32 bytes wait in memory at most, twice while they are sorted.
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
      if waiting.count == capacity { sortWaiting() }
    }
  }

  /// The periods of which flows were added and not finished, in order.
  public var periods: [Period] {
    Set(parts.keys).union(waiting.flows.map(\.period)).sorted()
  }

  /// The size in bytes of the flows that were added and not finished, compressed parts as they are.
  public var byteCount: Int {
    parts.values.joined().reduce(waiting.count * MemoryLayout<Flow>.stride) { $0 + $1.byteCount }
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
    sortWaiting()
    guard let some = parts.removeValue(forKey: period) else { return earlier }
    let before = earlier.isEmpty ? [] : [SortedPart(period: period, earlier)]
    let whole = SortedPart.merge(before + some, threads: threads)
    if whole.duplicates.count > 0 { throw whole.duplicates }
    return whole.segments.map(\.segment)
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

  private mutating func sortWaiting() {
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
    let period = rows[0].period
    parts[period, default: []].append(SortedPart(rows, period: period, threads: threads))
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
