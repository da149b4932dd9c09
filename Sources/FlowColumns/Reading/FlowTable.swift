/// The flows of some periods as segments: what a store keeps, or a part of it, in memory.
///
/// - Invariant: the segments of a period ascend by product and do not overlap, and no period is there
///   twice.
public struct FlowTable: Sendable {
  private var byPeriod: [(period: Period, segments: [Segment])] = []

  /// Makes an empty table.
  public init() {}

  /// The periods that it holds, in order.
  public var periods: [Period] { byPeriod.map(\.period) }

  /// All segments, by period and product.
  public var segments: [Segment] { byPeriod.flatMap(\.segments) }

  /// The number of flows.
  public var count: Int { segments.reduce(0) { $0 + $1.summary.rows } }

  /// The size of all segments in bytes.
  public var byteCount: Int { segments.reduce(0) { $0 + $1.byteCount } }

  /// The segments of a period by product; empty when the period is not there.
  public func segments(of period: Period) -> [Segment] {
    let place = place(of: period)
    return has(period, at: place) ? byPeriod[place].segments : []
  }

  /// Adds the segments of a period that is not there yet.
  ///
  /// - Throws: `FlowFault` when the period is there already.
  public mutating func append(_ period: Period, _ segments: [Segment]) throws(FlowFault) {
    guard !has(period, at: place(of: period)) else {
      throw FlowFault("the flows of \(period) are there already")
    }
    replace(period, with: segments)
  }

  /// Puts segments in the place of all flows of a period; none take the period away.
  public mutating func replace(_ period: Period, with segments: [Segment]) {
    precondition(
      segments.allSatisfy { $0.summary.period == period }
        && zip(segments, segments.dropFirst()).allSatisfy {
          $0.summary.productRange.upperBound < $1.summary.productRange.lowerBound
        })
    let place = place(of: period)
    if has(period, at: place) { byPeriod.remove(at: place) }
    if !segments.isEmpty { byPeriod.insert((period, segments), at: place) }
  }

  /// The flows that a query wants, by period, product, importer and exporter.
  ///
  /// - Throws: `FlowFault` when the quantities were not read.
  public func flows(_ query: FlowQuery = FlowQuery()) throws(FlowFault) -> FlowCursor {
    try FlowCursor(segments, query)
  }

  private func place(of period: Period) -> Int {
    byPeriod.firstIndex { $0.period >= period } ?? byPeriod.count
  }

  private func has(_ period: Period, at place: Int) -> Bool {
    place < byPeriod.count && byPeriod[place].period == period
  }
}
