extension Segment {
  /// Appends the rows of some groups of the product at a position, in their order.
  ///
  /// - Parameters:
  ///   - groups: groups that follow each other.
  ///   - firstRow: the row with which they begin.
  ///   - isWanted: for each position in the list of countries whether its exports are wanted; nil when
  ///     all are.
  /// - Precondition: the quantities were read.
  func appendRows(
    of product: UInt32, groups: Range<Int>, firstRow: Int, isWanted: [Bool]?,
    using scratch: RowScratch, to buffer: FlowBuffer
  ) {
    guard let quantityColumn else { preconditionFailure("the quantities were not read") }
    withKeys { keys in
      let rows = firstRow..<groups.reduce(firstRow) { $0 &+ keys.length($1) }
      scratch.reserve(rows.count)
      buffer.reserve(buffer.count + rows.count)
      valueColumn.decode(rows, to: scratch.values)
      quantityColumn.decode(rows, to: scratch.quantities)
      var row = firstRow
      var target = buffer.start + buffer.count
      for group in groups {
        let importer = keys.country(keys.importer(group))
        for _ in 0..<keys.length(group) {
          let exporter = keys.exporter(row)
          if isWanted?[exporter] ?? true {
            target.initialize(
              to: Flow(
                periodCode: summary.period.code, product: product, importer: importer,
                exporter: keys.country(exporter), value: scratch.values[row &- firstRow],
                storedQuantity: scratch.quantities[row &- firstRow], line: 0))
            target += 1
          }
          row &+= 1
        }
      }
      buffer.count = target - buffer.start
    }
  }
}
