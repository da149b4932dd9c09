/// Which products stand together in a segment.
enum SegmentPlan {
  /// A segment is closed before it would pass this number of rows; a product alone may pass it.
  static let rows = 65_536

  /// Divides products with these numbers of rows, in their order, into segments.
  static func divide(_ counts: [Int]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    var total = 0
    for (index, count) in counts.enumerated() {
      if index > start, total + count > rows {
        ranges.append(start..<index)
        start = index
        total = 0
      }
      total += count
    }
    return counts.isEmpty ? [] : ranges + [start..<counts.count]
  }
}
