extension Segment {
  /// Verifies every promise of the format beyond what reading relies on.
  ///
  /// - countries, products, the importers of a product and the exporters of a group ascend strictly;
  /// - every country of the list stands in a row, and the ranges are those of the rows;
  /// - values and quantities are finite and not negative, and no value is unknown;
  /// - written again, the rows are the same bytes.
  ///
  /// - Throws: `FlowFault` for the first that does not hold.
  public func checkInvariants() throws(FlowFault) {
    try checkAscending(countries, "the countries")
    try checkKeys { keys throws(FlowFault) in try checkOrder(keys) }
    guard quantityColumn != nil else { return }
    let again = try writtenAgain()
    guard again.keys == keys, again.values == values, again.quantities == quantities else {
      throw FlowFault("\(summary.period): the rows of a segment would be written otherwise")
    }
  }

  private func checkOrder(_ keys: KeyView) throws(FlowFault) {
    try checkAscending((0..<summary.products).map(keys.product), "the products")
    var row = 0
    for product in 0..<summary.products {
      try checkAscending(keys.groups(product).map(keys.importer), "the importers of a product")
      for group in keys.groups(product) {
        let rows = row..<row + keys.length(group)
        try checkAscending(rows.map(keys.exporter), "the exporters of a group")
        row = rows.upperBound
      }
    }
  }

  private func writtenAgain() throws(FlowFault) -> Segment {
    var cursor = try FlowCursor([self])
    var encoder = SegmentEncoder(period: summary.period, rows: summary.rows)
    var product: UInt32 = 0
    var rows: [DealtRow] = []
    while let flow = cursor.next() {
      // Making it anew refuses what no flow may be.
      let checked = try Flow(
        period: flow.period, product: flow.product, importer: flow.importer,
        exporter: flow.exporter, value: flow.value, quantity: flow.quantity)
      if flow.product != product {
        rows.withUnsafeBufferPointer { encoder.append(product, $0) }
        rows.removeAll(keepingCapacity: true)
        product = flow.product
      }
      rows.append(DealtRow(checked))
    }
    rows.withUnsafeBufferPointer { encoder.append(product, $0) }
    return encoder.finish()
  }

  private func checkAscending(_ numbers: [some Comparable], _ what: String) throws(FlowFault) {
    guard zip(numbers, numbers.dropFirst()).allSatisfy({ $0 < $1 }) else {
      throw FlowFault("\(summary.period): \(what) of a segment do not ascend")
    }
  }
}
