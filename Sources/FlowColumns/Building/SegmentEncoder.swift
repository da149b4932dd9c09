/// Collects whole products of one period in their order and makes a segment of them.
struct SegmentEncoder {
  private let period: Period
  private var products: [(product: UInt32, group: Int, row: Int)] = []
  private var importers: [UInt16] = []
  private var lengths: [UInt16] = []
  private var exporters: [UInt16] = []
  private var values: [Double] = []
  private var quantities: [Double] = []

  init(period: Period, rows: Int) {
    self.period = period
    exporters.reserveCapacity(rows)
    values.reserveCapacity(rows)
    quantities.reserveCapacity(rows)
  }

  /// Adds all rows of the next product, sorted by importer and exporter.
  mutating func append(_ product: UInt32, _ rows: UnsafeBufferPointer<DealtRow>) {
    guard !rows.isEmpty else { return }
    products.append((product, importers.count, exporters.count))
    var groupStart = 0
    for index in rows.indices where rows[index].importer != rows[groupStart].importer {
      closeGroup(rows[groupStart].importer, index - groupStart)
      groupStart = index
    }
    closeGroup(rows[groupStart].importer, rows.count - groupStart)
    exporters.append(contentsOf: rows.lazy.map(\.exporter))
    values.append(contentsOf: rows.lazy.map(\.value))
    quantities.append(contentsOf: rows.lazy.map(\.quantity))
  }

  private mutating func closeGroup(_ importer: UInt16, _ length: Int) {
    importers.append(importer)
    lengths.append(UInt16(length - 1))
  }

  /// Makes the segment.
  func finish() -> Segment {
    let list = CountryList(importers, exporters)
    let layout = KeyLayout(
      codeWidth: list.countries.count <= 256 ? 1 : 2, rows: exporters.count,
      groups: importers.count, products: products.count, countries: list.countries.count)
    let summary = SegmentSummary(
      period: period, rows: layout.rows, products: layout.products, groups: layout.groups,
      productRange: products[0].product...products[products.count - 1].product,
      importerRange: range(importers), exporterRange: range(exporters))
    var keys = BlockWriter(count: layout.byteCount)
    writeKeys(&keys, list, exporters, layout, summary)
    let sum = keys.seal()
    return Segment(
      summary: summary, countries: list.countries, keys: keys.bytes, layout: layout,
      valueColumn: values.withUnsafeBufferPointer {
        .encode($0, kind: .values, keys: sum)
      },
      quantityColumn: quantities.withUnsafeBufferPointer {
        .encode($0, kind: .quantities, keys: sum)
      })
  }

  private func range(_ countries: [UInt16]) -> ClosedRange<UInt16> {
    (countries.min() ?? 0)...(countries.max() ?? 0)
  }

  private func writeKeys(
    _ keys: inout BlockWriter, _ list: CountryList, _ exporters: [UInt16], _ layout: KeyLayout,
    _ summary: SegmentSummary
  ) {
    keys.write("TWFK")
    keys.write(Segment.formatVersion)
    keys.write(UInt16(layout.codeWidth))
    keys.write(period.code)
    for count in [layout.rows, layout.groups, layout.products] { keys.write(UInt32(count)) }
    keys.write(summary.productRange.lowerBound)
    keys.write(summary.productRange.upperBound)
    for range in [summary.importerRange, summary.exporterRange] {
      keys.write(range.lowerBound)
      keys.write(range.upperBound)
    }
    keys.write(UInt32(layout.countries))
    keys.write(UInt32(0))
    for country in list.countries { keys.write(country) }
    keys.align()
    for (product, group, row) in products {
      keys.write(product)
      keys.write(UInt32(group))
      keys.write(UInt32(row))
    }
    keys.align()
    keys.writeCodes(importers, width: layout.codeWidth, list.positions)
    keys.writeCodes(lengths, width: layout.codeWidth, nil)
    keys.writeCodes(exporters, width: layout.codeWidth, list.positions)
  }
}

/// The countries of a segment in order, and the position of each.
private struct CountryList {
  let countries: [UInt16]
  let positions: [UInt16]

  init(_ columns: [UInt16]...) {
    var isThere = [Bool](repeating: false, count: 1 << 16)
    isThere.withUnsafeMutableBufferPointer { isThere in
      for column in columns { for country in column { isThere[Int(country)] = true } }
    }
    var countries: [UInt16] = []
    var positions = [UInt16](repeating: 0, count: 1 << 16)
    for country in 0..<(1 << 16) where isThere[country] {
      positions[country] = UInt16(countries.count)
      countries.append(UInt16(country))
    }
    self.countries = countries
    self.positions = positions
  }
}

extension BlockWriter {
  /// Writes small numbers in one byte or two, each replaced by its entry of a table where one is given.
  fileprivate mutating func writeCodes(_ numbers: [UInt16], width: Int, _ table: [UInt16]?) {
    let codes = table.map { table in numbers.map { table[Int($0)] } } ?? numbers
    fill(width * codes.count) { buffer in
      if width == 1 {
        for (index, code) in codes.enumerated() { buffer[index] = UInt8(truncatingIfNeeded: code) }
      } else {
        for (index, code) in codes.enumerated() {
          buffer.storeBytes(of: code.littleEndian, toByteOffset: 2 * index, as: UInt16.self)
        }
      }
    }
  }
}
