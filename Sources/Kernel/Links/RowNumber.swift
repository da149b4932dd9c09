internal import Store

/// The number of a row by what tells it apart, the same in every reading: FNV-1a of 64 bits (Fowler,
/// Noll, Vo). Two of a million rows share one with a probability of three in a hundred million.
enum RowNumber {
  static func of(_ values: some Sequence<Value>) -> Int64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for value in values {
      for byte in "\(value)".utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      hash = (hash ^ 0xFF) &* 0x100_0000_01B3
    }
    return Int64(bitPattern: hash)
  }
}
