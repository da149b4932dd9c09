/// Flows side by side in memory that is kept from one use to the next.
typealias FlowBuffer = RowBuffer<Flow>

/// Plain values side by side in memory that is kept from one use to the next.
final class RowBuffer<Row: BitwiseCopyable>: @unchecked Sendable {
  private(set) var start: UnsafeMutablePointer<Row>
  private(set) var capacity: Int
  /// The number of rows in it.
  var count = 0

  init(capacity: Int) {
    self.capacity = max(capacity, 1)
    start = .allocate(capacity: self.capacity)
  }

  deinit { start.deallocate() }

  /// The rows in it.
  var rows: UnsafeMutableBufferPointer<Row> {
    UnsafeMutableBufferPointer(start: start, count: count)
  }

  /// Makes room for so many rows in all.
  func reserve(_ total: Int) {
    guard total > capacity else { return }
    let larger = UnsafeMutablePointer<Row>.allocate(capacity: total)
    larger.update(from: start, count: count)
    start.deallocate()
    start = larger
    capacity = total
  }

  @inline(__always)
  func append(_ row: Row) {
    if count == capacity { reserve(2 * capacity) }
    (start + count).initialize(to: row)
    count += 1
  }

  func append(_ more: UnsafeBufferPointer<Row>) {
    if count + more.count > capacity { reserve(max(count + more.count, 2 * capacity)) }
    if let source = more.baseAddress { (start + count).update(from: source, count: more.count) }
    count += more.count
  }
}
