extension DecimalColumn {
  /// Decodes some rows.
  ///
  /// A number is a whole count of thousandths divided by a thousand, which rounds once: the number that
  /// its decimal digits name. What nobody knows is `Flow.unknown`.
  ///
  /// - Parameters:
  ///   - range: rows of this column.
  ///   - output: room for all of them.
  func decode(_ range: Range<Int>, to output: UnsafeMutablePointer<Double>) {
    precondition(range.lowerBound >= 0 && range.upperBound <= rows)
    guard !range.isEmpty else { return }
    bytes.withUnsafeBytes { buffer in
      tables.withUnsafeBufferPointer { table in
        guard let start = buffer.baseAddress, let table = table.baseAddress else { return }
        Decoder(start: start, table: table, rows: rows).decode(range, to: output)
      }
    }
  }
}

/// The decoding loop over bytes in place.
private struct Decoder {
  let selectors: UnsafePointer<UInt8>
  let stripes: UnsafeRawPointer
  let payload: UnsafeRawPointer
  let widths: UnsafePointer<UInt64>
  let bases: UnsafePointer<UInt64>
  let masks: UnsafePointer<UInt64>

  init(start: UnsafeRawPointer, table: UnsafePointer<UInt64>, rows: Int) {
    selectors = (start + DecimalColumn.head).assumingMemoryBound(to: UInt8.self)
    stripes = start + DecimalColumn.stripesAt(rows)
    payload = start + DecimalColumn.payloadAt(rows)
    widths = table
    bases = table + 16
    masks = table + 32
  }

  @inline(__always)
  private func selector(_ row: Int) -> Int {
    Int(selectors[row &>> 1] &>> UInt8(truncatingIfNeeded: (row & 1) &<< 2)) & 15
  }

  /// The bit of the payload at which a row begins.
  private func bit(of row: Int) -> Int {
    let stripe = row / DecimalColumn.stripe
    var bit = Int(stripes.number(4 * stripe, as: UInt32.self))
    for earlier in stripe * DecimalColumn.stripe..<row {
      bit &+= Int(truncatingIfNeeded: widths[selector(earlier)])
    }
    return bit
  }

  func decode(_ range: Range<Int>, to output: UnsafeMutablePointer<Double>) {
    var bit = bit(of: range.lowerBound)
    var highest = 0
    var target = output
    var row = range.lowerBound
    while row < range.upperBound {
      let selector = selector(row)
      let word = payload.number(bit &>> 3, as: UInt64.self) &>> UInt64(truncatingIfNeeded: bit & 7)
      let count = (word & masks[selector]) &+ bases[selector]
      target.pointee = Double(Int64(truncatingIfNeeded: count))
      bit &+= Int(truncatingIfNeeded: widths[selector])
      highest = max(highest, selector)
      target += 1
      row &+= 1
    }
    for index in 0..<range.count { output[index] /= 1000 }
    if highest >= WidthClasses.exact { decodeUncommon(range, to: output) }
  }

  private func decodeUncommon(_ range: Range<Int>, to output: UnsafeMutablePointer<Double>) {
    var bit = bit(of: range.lowerBound)
    for (index, row) in range.enumerated() {
      let selector = selector(row)
      if selector == WidthClasses.unknown {
        output[index] = Flow.unknown
      } else if selector == WidthClasses.exact {
        let shift = UInt64(bit & 7)
        let low = payload.number(bit / 8, as: UInt64.self)
        let high = payload.number(bit / 8 + 8, as: UInt64.self)
        // A shift by 64 gives zero.
        output[index] = Double(bitPattern: low >> shift | high << (64 - shift))
      }
      bit += Int(widths[selector])
    }
  }
}
