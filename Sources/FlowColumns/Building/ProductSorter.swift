/// Sorts the rows of one product by importer and exporter, and finds rows that stand there twice.
///
/// It keeps its memory from one product to the next.
struct ProductSorter {
  private(set) var duplicates = DuplicateFlows()
  private let period: Period
  private let output = RowBuffer<DealtRow>(capacity: 0)
  private var keys: [UInt64] = []
  private var scratch: [UInt64] = []

  init(period: Period) { self.period = period }

  /// Sorts rows.
  ///
  /// - Returns: the rows in order, until the next call.
  mutating func sort(_ rows: UnsafeBufferPointer<DealtRow>, of product: UInt32)
    -> UnsafeBufferPointer<DealtRow>
  {
    if isAscending(rows) { return rows }
    makeKeys(rows)
    if rows.count < 256 { keys.sort() } else { sortByDigits() }
    output.reserve(rows.count)
    output.count = rows.count
    for (place, key) in keys.enumerated() {
      (output.start + place).initialize(to: rows[Int(truncatingIfNeeded: key & 0xFFFF_FFFF)])
    }
    let sorted = UnsafeBufferPointer(output.rows)
    if !isAscending(sorted) { noteDuplicates(in: sorted, of: product) }
    return sorted
  }

  /// Notes the later rows of each pair together with its first.
  private mutating func noteDuplicates(
    in rows: UnsafeBufferPointer<DealtRow>, of product: UInt32
  ) {
    var start = 0
    while start < rows.count {
      let end = rows[start...].firstIndex { $0.pair != rows[start].pair } ?? rows.count
      let lines = rows[start..<end].sorted { $0.line < $1.line }
      for row in lines.dropFirst() {
        duplicates.append(DuplicateFlows.Pair(period, product, lines[0], row))
      }
      start = end
    }
  }

  /// Whether each pair stands above the one before.
  private func isAscending(_ rows: UnsafeBufferPointer<DealtRow>) -> Bool {
    var row = 1
    while row < rows.count, rows[row - 1].pair < rows[row].pair { row += 1 }
    return row >= rows.count
  }

  /// The pair of each row above its position.
  private mutating func makeKeys(_ rows: UnsafeBufferPointer<DealtRow>) {
    keys.removeAll(keepingCapacity: true)
    keys.reserveCapacity(rows.count)
    for (index, row) in rows.enumerated() {
      keys.append(UInt64(row.pair) << 32 | UInt64(index))
    }
  }

  /// Sorts by one digit after the other from the lowest; countries rarely need more than ten bits.
  private mutating func sortByDigits() {
    let all = keys.reduce(0, |)
    let isShort = (all >> 32) & 0xFC00_FC00 == 0
    let digits = isShort ? [(32, 10), (48, 10)] : [(32, 8), (40, 8), (48, 8), (56, 8)]
    if scratch.count < keys.count { scratch = keys }
    for (shift, bits) in digits {
      keys.withUnsafeMutableBufferPointer { keys in
        scratch.withUnsafeMutableBufferPointer { scratch in
          countingSort(keys, to: scratch, shift: UInt64(shift), bits: bits)
        }
      }
      swap(&keys, &scratch)
      // The longer of the two may hold keys of an earlier product at its end.
      if keys.count > scratch.count { keys.removeLast(keys.count - scratch.count) }
    }
  }
}

/// Sorts numbers by some of their bits and keeps the order of those with equal bits.
private func countingSort(
  _ numbers: UnsafeMutableBufferPointer<UInt64>, to output: UnsafeMutableBufferPointer<UInt64>,
  shift: UInt64, bits: Int
) {
  let mask = (UInt64(1) << UInt64(bits)) - 1
  withUnsafeTemporaryAllocation(of: Int.self, capacity: 1 << bits) { places in
    places.initialize(repeating: 0)
    for number in numbers { places[Int(truncatingIfNeeded: (number &>> shift) & mask)] &+= 1 }
    var total = 0
    for digit in places.indices {
      let count = places[digit]
      places[digit] = total
      total += count
    }
    for number in numbers {
      let digit = Int(truncatingIfNeeded: (number &>> shift) & mask)
      output[places[digit]] = number
      places[digit] &+= 1
    }
  }
}
