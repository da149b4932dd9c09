extension KeyLayout {
  /// Reads the counts of a key block and compares them with its size.
  init(head bytes: [UInt8]) throws(FlowFault) {
    let numbers = bytes.withUnsafeBytes { buffer in
      [12, 16, 20, 40].map {
        Int(buffer.loadUnaligned(fromByteOffset: $0, as: UInt32.self).littleEndian)
      } + [Int(buffer.loadUnaligned(fromByteOffset: 6, as: UInt16.self).littleEndian)]
    }
    self.init(
      codeWidth: numbers[4], rows: numbers[0], groups: numbers[1], products: numbers[2],
      countries: numbers[3])
    guard codeWidth == (countries <= 256 ? 1 : 2), countries <= 1 << 16, rows <= 1 << 25,
      products >= 1, groups >= products, rows >= groups, byteCount == bytes.count
    else { throw FlowFault("the counts of the keys do not agree with their size") }
  }
}

extension SegmentSummary {
  /// Reads what a key block says of itself.
  init(head bytes: [UInt8], layout: KeyLayout) throws(FlowFault) {
    let (code, products, countries) = bytes.withUnsafeBytes { buffer in
      (
        buffer.loadUnaligned(fromByteOffset: 8, as: UInt32.self).littleEndian,
        [24, 28].map { buffer.loadUnaligned(fromByteOffset: $0, as: UInt32.self).littleEndian },
        [32, 34, 36, 38].map {
          buffer.loadUnaligned(fromByteOffset: $0, as: UInt16.self).littleEndian
        }
      )
    }
    guard let period = Period(code: code) else {
      throw FlowFault("\(code) is not the code of a period")
    }
    guard products[0] <= products[1], countries[0] <= countries[1], countries[2] <= countries[3]
    else { throw FlowFault("the ranges of the keys are upside down") }
    self.init(
      period: period, rows: layout.rows, products: layout.products, groups: layout.groups,
      productRange: products[0]...products[1], importerRange: countries[0]...countries[1],
      exporterRange: countries[2]...countries[3])
  }
}

extension KeyView {
  /// Whether every position leads to a place inside the block, which reading relies on.
  ///
  /// - Throws: `FlowFault` for the first that does not.
  func checkBounds() throws(FlowFault) {
    var group = 0
    var row = 0
    var highest = 0
    for product in 0..<layout.products {
      let groups = start.number(layout.productsAt + 12 * product + 4, as: UInt32.self)
      let rows = start.number(layout.productsAt + 12 * product + 8, as: UInt32.self)
      guard Int(groups) == group, Int(rows) == row else {
        throw FlowFault("the groups of product \(self.product(product)) do not begin where told")
      }
      let next =
        product + 1 < layout.products
        ? Int(start.number(layout.productsAt + 12 * product + 16, as: UInt32.self))
        : layout.groups
      guard next > group, next <= layout.groups else {
        throw FlowFault("the groups of product \(self.product(product)) do not end where told")
      }
      for index in group..<next {
        row &+= length(index)
        highest = max(highest, importer(index))
      }
      group = next
    }
    guard row == layout.rows else {
      throw FlowFault("the groups hold \(row) rows instead of \(layout.rows)")
    }
    for row in 0..<layout.rows { highest = max(highest, exporter(row)) }
    guard highest < layout.countries else {
      throw FlowFault("a row names country \(highest) of a list of \(layout.countries)")
    }
  }
}
