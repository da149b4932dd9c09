extension DecimalColumn {
  /// Takes a block as it was stored.
  ///
  /// - Parameters:
  ///   - rows: the number of rows of the keys.
  ///   - keys: the checksum of the keys.
  /// - Throws: `FlowFault` for a block that is torn, altered, of another segment or another version.
  init(_ bytes: [UInt8], kind: Kind, rows: Int, keys: UInt64) throws(FlowFault) {
    let name = kind.name
    _ = try verify(bytes, kind: kind.letters, name: name, least: DecimalColumn.head)
    let (found, payload, owner) = bytes.withUnsafeBytes { buffer in
      (
        Int(buffer.loadUnaligned(fromByteOffset: 8, as: UInt32.self).littleEndian),
        Int(buffer.loadUnaligned(fromByteOffset: 12, as: UInt32.self).littleEndian),
        buffer.loadUnaligned(fromByteOffset: 16, as: UInt64.self).littleEndian
      )
    }
    guard owner == keys, found == rows else {
      throw FlowFault("the \(name) belong to other keys")
    }
    guard let classes = WidthClasses(bytes: bytes[24..<38]), !classes.uppers.isEmpty else {
      throw FlowFault("the classes of the \(name) are not in order")
    }
    guard payload >= DecimalColumn.margin,
      bytes.count == DecimalColumn.payloadAt(rows) + payload + 8
    else { throw FlowFault("the counts of the \(name) do not agree with their size") }
    self.init(bytes: bytes, rows: rows, payloadCount: payload, classes: classes)
    try checkBounds(kind, classes)
  }

  /// Whether every row leads to bits inside the payload, which decoding relies on.
  private func checkBounds(_ kind: Kind, _ classes: WidthClasses) throws(FlowFault) {
    let pairs = (0..<256).map { UInt16(tables[$0 & 15] + tables[$0 >> 4]) }
    let known = (0..<256).map { isKnown($0 & 15, kind, classes) && isKnown($0 >> 4, kind, classes) }
    let rows = rows
    let fault = bytes.withUnsafeBytes { buffer -> String? in
      guard let start = buffer.baseAddress else { return nil }
      let stripes = start + DecimalColumn.stripesAt(rows)
      var bit = 0
      var areKnown = true
      for stripe in 0..<DecimalColumn.stripeCount(rows) {
        let told = Int(stripes.number(4 * stripe, as: UInt32.self))
        if told != bit { return "stripe \(stripe) does not begin where told" }
        let first = DecimalColumn.head + stripe * (DecimalColumn.stripe / 2)
        let count = min(DecimalColumn.stripe, rows - stripe * DecimalColumn.stripe)
        for index in first..<first + count / 2 {
          bit &+= Int(pairs[Int(buffer[index])])
          areKnown = areKnown && known[Int(buffer[index])]
        }
        if count % 2 == 1 {
          let last = Int(buffer[first + count / 2] & 15)
          bit &+= Int(tables[last])
          areKnown = areKnown && isKnown(last, kind, classes)
        }
      }
      if !areKnown { return "a selector has no class" }
      return (bit + 7) / 8 + DecimalColumn.margin <= payloadCount
        ? nil : "they end outside their payload"
    }
    if let fault { throw FlowFault("the \(kind.name) are out of order: \(fault)") }
  }

  private func isKnown(_ selector: Int, _ kind: Kind, _ classes: WidthClasses) -> Bool {
    selector < classes.uppers.count || selector == WidthClasses.exact
      || (selector == WidthClasses.unknown && kind == .quantities)
  }
}
