/// Running sums of cells: totals, squares, counts and the largest part with its supplier.
struct Sums {
  var totals: [Double]
  var squares: [Double]
  var counts: [Int32]
  var tops: [Double]
  var topSuppliers: [Int32]

  init(cells: Int) {
    totals = Array(repeating: 0, count: cells)
    squares = totals
    tops = totals
    counts = Array(repeating: 0, count: cells)
    topSuppliers = Array(repeating: -1, count: cells)
  }

  mutating func add(_ value: Double, from supplier: Int32, to cell: Int) {
    guard value > 0 else { return }
    totals[cell] += value
    squares[cell] += value * value
    counts[cell] += 1
    // Equal suppliers: the lower code, so that the order of the rows does not decide.
    if value > tops[cell] || (value == tops[cell] && supplier < topSuppliers[cell]) {
      tops[cell] = value
      topSuppliers[cell] = supplier
    }
  }
}
