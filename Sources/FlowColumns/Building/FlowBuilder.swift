/// Takes flows in any order, of any periods, and puts them into segments.
///
/// Flows are dealt out by period and product as they come; when a period is finished, each of its products
/// is sorted and compressed once. Whoever has less memory than flows finishes a period before it is whole,
/// and joins what came of it with the rest later.
public struct FlowBuilder: ~Copyable {
  /// One for each thread.
  private let dealers: [FlowDealer]

  /// Makes a builder.
  ///
  /// - Parameter threads: how many threads deal out, sort and compress.
  public init(threads: Int = 2) {
    dealers = (0..<max(threads, 1)).map { _ in FlowDealer() }
  }

  /// Adds flows in pieces, which are shared out between the threads.
  ///
  /// - Returns: how many of each period there were.
  @discardableResult
  public mutating func append(_ pieces: [UnsafeBufferPointer<Flow>]) -> [Period: Int] {
    let dealers = dealers
    // The flows stay where they are until every thread is done.
    nonisolated(unsafe) let pieces = pieces
    let counts = concurrentMap(dealers.count, threads: dealers.count) { number in
      stride(from: number, to: pieces.count, by: dealers.count)
        .map { dealers[number].append(pieces[$0]) }
    }
    return counts.joined().reduce(into: [:]) { $0.merge($1, uniquingKeysWith: +) }
  }

  /// The periods of which flows were added and not finished, in order.
  public var periods: [Period] { Set(dealers.flatMap(\.heldPeriods)).sorted() }

  /// The size in bytes of the memory that flows take which were added and not finished.
  public var byteCount: Int { dealers.reduce(0) { $0 + $1.byteCount } }

  /// Puts the flows of one period into segments and forgets them, so that a source of many years that is
  /// sorted by year takes no more memory than one of them.
  ///
  /// - Parameters:
  ///   - earlier: segments of the period that this gave before, to be joined with the flows that were
  ///     added since; the lines of their flows are not known any more.
  ///   - body: takes the segments by product; those of `earlier` when no flow of the period was added.
  /// - Throws: `DuplicateFlows` when a flow of the period was added twice; what the closure throws.
  public mutating func finish(
    _ period: Period, joining earlier: [Segment] = [], _ body: (Segment) throws -> Void
  ) throws {
    let parts = dealers.compactMap { $0.take(period) }
    guard !parts.isEmpty else { return try earlier.forEach(body) }
    try PeriodSegments(period: period, parts: parts, joining: earlier)
      .make(threads: dealers.count, body)
  }

  /// Puts everything that is left into a table and begins anew.
  ///
  /// - Throws: `DuplicateFlows` when a flow was added twice; nothing is left of the others then.
  public mutating func finish() throws -> FlowTable {
    var table = FlowTable()
    var duplicates = DuplicateFlows()
    for period in periods {
      do {
        var segments: [Segment] = []
        try finish(period) { segments.append($0) }
        table.replace(period, with: segments)
      } catch let error as DuplicateFlows {
        duplicates.merge(error)
      }
    }
    if duplicates.count > 0 { throw duplicates }
    return table
  }
}
