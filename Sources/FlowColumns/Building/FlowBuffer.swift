/// Flows side by side in memory that is kept from one use to the next.
final class FlowBuffer: @unchecked Sendable {
  private(set) var start: UnsafeMutablePointer<Flow>
  private(set) var capacity: Int
  /// The number of flows in it.
  var count = 0

  init(capacity: Int) {
    self.capacity = max(capacity, 1)
    start = .allocate(capacity: self.capacity)
  }

  deinit { start.deallocate() }

  /// The flows in it.
  var flows: UnsafeMutableBufferPointer<Flow> {
    UnsafeMutableBufferPointer(start: start, count: count)
  }

  /// Makes room for so many flows in all.
  func reserve(_ total: Int) {
    guard total > capacity else { return }
    let larger = UnsafeMutablePointer<Flow>.allocate(capacity: total)
    larger.update(from: start, count: count)
    start.deallocate()
    start = larger
    capacity = total
  }

  func append(_ more: UnsafeBufferPointer<Flow>) {
    if count + more.count > capacity { reserve(max(count + more.count, 2 * capacity)) }
    if let source = more.baseAddress { (start + count).update(from: source, count: more.count) }
    count += more.count
  }
}
