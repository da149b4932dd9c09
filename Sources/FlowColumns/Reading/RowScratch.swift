/// Room for the decoded columns of some rows, kept from one use to the next.
final class RowScratch {
  private(set) var exporters: UnsafeMutablePointer<UInt16>
  private(set) var values: UnsafeMutablePointer<Double>
  private(set) var quantities: UnsafeMutablePointer<Double>
  private var capacity = 4096

  init() {
    exporters = .allocate(capacity: capacity)
    values = .allocate(capacity: capacity)
    quantities = .allocate(capacity: capacity)
  }

  deinit { deallocate() }

  /// Makes room for so many rows; what was there is lost.
  func reserve(_ rows: Int) {
    guard rows > capacity else { return }
    deallocate()
    capacity = max(rows, 2 * capacity)
    exporters = .allocate(capacity: capacity)
    values = .allocate(capacity: capacity)
    quantities = .allocate(capacity: capacity)
  }

  private func deallocate() {
    exporters.deallocate()
    values.deallocate()
    quantities.deallocate()
  }
}
