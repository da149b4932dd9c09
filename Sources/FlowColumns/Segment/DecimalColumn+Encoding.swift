extension DecimalColumn {
  /// Writes a column.
  ///
  /// - Parameters:
  ///   - numbers: finite and not negative, or `Flow.unknown` among quantities.
  ///   - keys: the checksum of the keys that they belong to.
  static func encode(_ numbers: UnsafeBufferPointer<Double>, kind: Kind, keys: UInt64)
    -> DecimalColumn
  {
    let rows = numbers.count
    let counts = [UInt64](unsafeUninitializedCapacity: rows) { buffer, count in
      for (row, number) in numbers.enumerated() { buffer[row] = thousandths(number) }
      count = rows
    }
    let classes = WidthClasses(counts: bitLengths(counts))
    let scheme = Scheme(classes)
    let bits = counts.reduce(0) { $0 &+ Int(scheme.widths[scheme.selector($1)]) }
    let payloadCount = aligned((bits + 7) / 8 + margin)
    var writer = BlockWriter(count: payloadAt(rows) + payloadCount + 8)
    writer.write(kind.letters)
    writer.write(Segment.formatVersion)
    writer.write(UInt16(0))
    writer.write(UInt32(rows))
    writer.write(UInt32(payloadCount))
    writer.write(keys)
    writer.write(classes.bytes)
    writer.write(UInt16(0))
    writer.fill(payloadAt(rows) - head + payloadCount) { buffer in
      scheme.write(counts, exact: numbers, to: buffer)
    }
    _ = writer.seal()
    return DecimalColumn(
      bytes: writer.bytes, rows: rows, payloadCount: payloadCount, classes: classes)
  }

  /// How many thousandths a number is; `notThousandths` when it is no whole count of them, and
  /// `noNumber` when it is not known.
  @inline(__always)
  fileprivate static func thousandths(_ number: Double) -> UInt64 {
    guard number >= 0 else { return noNumber }
    guard number < 9e12 else { return notThousandths }
    let scaled = number * 1000
    // From 2^52 on every number is whole, and a half more would be rounded.
    let count = Int64(scaled < 0x1p52 ? scaled + 0.5 : scaled)
    return Double(count) / 1000 == number ? UInt64(count) : notThousandths
  }

  fileprivate static let notThousandths = UInt64.max - 1
  fileprivate static let noNumber = UInt64.max

  private static func bitLengths(_ counts: [UInt64]) -> [Int] {
    var lengths = [Int](repeating: 0, count: 65)
    lengths.withUnsafeMutableBufferPointer { lengths in
      for count in counts { lengths[64 &- count.leadingZeroBitCount] &+= 1 }
    }
    return Array(lengths[0...WidthClasses.longest])
  }
}

/// The classes of a column as tables for writing.
private struct Scheme {
  /// The selector of each bit length.
  private let selectors: [UInt8]
  let widths: [UInt8]
  private let bases: [UInt64]

  init(_ classes: WidthClasses) {
    var selectors = classes.selectors
    selectors += [UInt8](repeating: UInt8(WidthClasses.exact), count: 65 - selectors.count)
    self.selectors = selectors
    var widths = classes.uppers.indices.map { UInt8(classes.width($0)) }
    widths += [UInt8](repeating: 0, count: 16 - widths.count)
    widths[WidthClasses.exact] = 64
    self.widths = widths
    bases =
      classes.uppers.indices.map(classes.base)
      + [UInt64](repeating: 0, count: 16 - classes.uppers.count)
  }

  @inline(__always)
  func selector(_ count: UInt64) -> Int {
    if count == DecimalColumn.noNumber { return WidthClasses.unknown }
    return Int(selectors[64 &- count.leadingZeroBitCount])
  }

  /// Writes selectors, beginnings of stripes and payload into bytes of zero.
  func write(
    _ counts: [UInt64], exact: UnsafeBufferPointer<Double>, to buffer: UnsafeMutableRawBufferPointer
  ) {
    guard let start = buffer.baseAddress else { return }
    let stripes = start + DecimalColumn.stripesAt(counts.count) - DecimalColumn.head
    let payload = start + DecimalColumn.payloadAt(counts.count) - DecimalColumn.head
    var bit = 0
    for (row, count) in counts.enumerated() {
      if row % DecimalColumn.stripe == 0 {
        stripes.storeBytes(
          of: UInt32(bit).littleEndian, toByteOffset: row / DecimalColumn.stripe * 4,
          as: UInt32.self)
      }
      let selector = selector(count)
      buffer[row / 2] |= UInt8(selector) << UInt8(row % 2 * 4)
      let bits =
        selector == WidthClasses.exact ? exact[row].bitPattern : count &- bases[selector]
      if widths[selector] > 0 { put(bits, at: bit, payload) }
      bit += Int(widths[selector])
    }
  }

  @inline(__always)
  private func put(_ bits: UInt64, at bit: Int, _ payload: UnsafeMutableRawPointer) {
    let place = payload + bit / 8
    let shift = UInt64(bit & 7)
    let low = place.loadUnaligned(as: UInt64.self) | (bits << shift).littleEndian
    place.storeBytes(of: low, as: UInt64.self)
    // Nothing is left over unless the number and the shift pass 64 bits.
    let rest = bits >> (64 - shift)
    if rest > 0 {
      (place + 8).storeBytes(of: rest.littleEndian, as: UInt64.self)
    }
  }
}
