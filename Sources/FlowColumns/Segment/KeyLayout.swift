/// Where the parts of a key block stand; see `Segment` for the table.
struct KeyLayout {
  static let head = 48
  let codeWidth: Int
  let rows: Int
  let groups: Int
  let products: Int
  let countries: Int

  var countriesAt: Int { KeyLayout.head }
  var productsAt: Int { aligned(countriesAt + 2 * countries) }
  var importersAt: Int { aligned(productsAt + 12 * products) }
  var lengthsAt: Int { importersAt + codeWidth * groups }
  var exportersAt: Int { lengthsAt + codeWidth * groups }
  var end: Int { exportersAt + codeWidth * rows }
  /// The whole block, with its checksum.
  var byteCount: Int { end + 8 }
}

/// The keys of a segment as they lie in memory, for as long as a closure has them.
struct KeyView {
  let start: UnsafeRawPointer
  let layout: KeyLayout

  /// The product at a position of the segment.
  func product(_ index: Int) -> UInt32 { entry(index, 0) }

  /// The groups of a product: one for each country that imports it.
  func groups(_ product: Int) -> Range<Int> { bounds(product, 4, end: layout.groups) }

  /// The rows of a product.
  func rows(_ product: Int) -> Range<Int> { bounds(product, 8, end: layout.rows) }

  /// The importer of a group, as a position in the list of countries.
  @inline(__always)
  func importer(_ group: Int) -> Int { code(layout.importersAt, group) }

  /// The number of rows of a group.
  @inline(__always)
  func length(_ group: Int) -> Int { code(layout.lengthsAt, group) + 1 }

  /// The exporter of a row, as a position in the list of countries.
  @inline(__always)
  func exporter(_ row: Int) -> Int { code(layout.exportersAt, row) }

  /// The number of the country at a position of the list.
  func country(_ index: Int) -> UInt16 {
    start.number(layout.countriesAt + 2 * index, as: UInt16.self)
  }

  /// Gives a closure the groups whose importer is wanted, with the row at which each begins.
  ///
  /// - Parameters:
  ///   - groups: groups that follow each other.
  ///   - firstRow: the row with which they begin.
  ///   - isWanted: for each position in the list of countries whether it is wanted.
  func forEachGroup(
    of groups: Range<Int>, firstRow: Int, where isWanted: [Bool],
    _ body: (_ group: Int, _ row: Int) -> Void
  ) {
    if layout.codeWidth == 1 {
      forEachGroup(of: groups, firstRow, isWanted, as: UInt8.self, body)
    } else {
      forEachGroup(of: groups, firstRow, isWanted, as: UInt16.self, body)
    }
  }

  @inline(__always)
  private func forEachGroup<Code: FixedWidthInteger & BitwiseCopyable>(
    of groups: Range<Int>, _ firstRow: Int, _ isWanted: [Bool], as: Code.Type,
    _ body: (Int, Int) -> Void
  ) {
    let importers = start + layout.importersAt
    let lengths = start + layout.lengthsAt
    let size = MemoryLayout<Code>.size
    isWanted.withUnsafeBufferPointer { isWanted in
      var row = firstRow
      for group in groups {
        let importer = importers.number(size &* group, as: Code.self)
        if isWanted[Int(truncatingIfNeeded: importer)] { body(group, row) }
        row &+= Int(truncatingIfNeeded: lengths.number(size &* group, as: Code.self)) &+ 1
      }
    }
  }

  /// Copies the exporters of some rows.
  func copyExporters(_ rows: Range<Int>, to output: UnsafeMutablePointer<UInt16>) {
    copy(layout.exportersAt, rows, to: output)
  }

  /// The first position whose product is not below the one given.
  func position(of product: UInt32) -> Int {
    var low = 0
    var high = layout.products
    while low < high {
      let middle = (low + high) / 2
      if self.product(middle) < product { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func copy(_ offset: Int, _ range: Range<Int>, to output: UnsafeMutablePointer<UInt16>) {
    if layout.codeWidth == 1 {
      let source = (start + offset + range.lowerBound).assumingMemoryBound(to: UInt8.self)
      for index in 0..<range.count { output[index] = UInt16(source[index]) }
    } else {
      for (index, element) in range.enumerated() {
        output[index] = start.number(offset + 2 * element, as: UInt16.self)
      }
    }
  }

  @inline(__always)
  private func code(_ offset: Int, _ index: Int) -> Int {
    layout.codeWidth == 1
      ? Int(start.load(fromByteOffset: offset &+ index, as: UInt8.self))
      : Int(start.number(offset &+ 2 &* index, as: UInt16.self))
  }

  private func entry(_ product: Int, _ field: Int) -> UInt32 {
    start.number(layout.productsAt + 12 * product + field, as: UInt32.self)
  }

  private func bounds(_ product: Int, _ field: Int, end: Int) -> Range<Int> {
    let lower = Int(entry(product, field))
    return lower..<(product + 1 < layout.products ? Int(entry(product + 1, field)) : end)
  }
}
