/// Sorts the rows of one product by importer and exporter, and finds rows that stand there twice.
///
/// It keeps its memory from one product to the next.
struct ProductSorter {
  private(set) var duplicates = DuplicateFlows()
  private let output = FlowBuffer(capacity: 0)
  private var keys: [UInt64] = []
  private var scratch: [UInt64] = []

  /// Sorts rows.
  ///
  /// - Returns: the rows in order, until the next call; of rows with the same key the first alone.
  mutating func sort(_ rows: UnsafeBufferPointer<Flow>) -> UnsafeBufferPointer<Flow> {
    if isAscending(rows) { return rows }
    makeKeys(rows)
    if rows.count < 256 { keys.sort() } else { sortByDigits() }
    output.count = 0
    output.reserve(rows.count)
    var count = 0
    for key in keys {
      let row = rows[Int(truncatingIfNeeded: key & 0xFFFF_FFFF)]
      if count > 0, output.start[count - 1].pair == row.pair {
        duplicates.append(DuplicateFlows.Pair(output.start[count - 1], row))
      } else {
        (output.start + count).initialize(to: row)
        count += 1
      }
    }
    output.count = count
    return UnsafeBufferPointer(output.flows)
  }

  private func isAscending(_ rows: UnsafeBufferPointer<Flow>) -> Bool {
    var row = 1
    while row < rows.count, rows[row - 1].pair < rows[row].pair { row += 1 }
    return row >= rows.count
  }

  /// The pair of each row above its position, so that equal pairs keep their order.
  private mutating func makeKeys(_ rows: UnsafeBufferPointer<Flow>) {
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
