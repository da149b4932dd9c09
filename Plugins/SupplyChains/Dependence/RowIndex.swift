/// The rows of each group, such as an importer, in the order in which they were given.
struct RowIndex: Sendable {
  /// Every row, by group.
  let rows: [Int32]
  private let starts: [Int]

  /// Sorts rows by their groups (counting sort, which keeps the order within a group).
  ///
  /// - Parameters:
  ///   - group: the group of each row, from zero.
  ///   - order: every row once, in the order to keep; nil for their own.
  init(_ group: [Int32], groups: Int, in order: [Int32]? = nil) {
    var starts = [Int](repeating: 0, count: groups + 1)
    for code in group { starts[Int(code) + 1] += 1 }
    for code in 0..<groups { starts[code + 1] += starts[code] }
    var next = starts
    var rows = [Int32](repeating: 0, count: group.count)
    for place in group.indices {
      let row = order.map { Int($0[place]) } ?? place
      let code = Int(group[row])
      rows[next[code]] = Int32(row)
      next[code] += 1
    }
    self.rows = rows
    self.starts = starts
  }

  /// The rows of a group.
  subscript(group: Int) -> ArraySlice<Int32> { rows[starts[group]..<starts[group + 1]] }
}
