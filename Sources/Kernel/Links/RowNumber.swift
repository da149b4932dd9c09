internal import Store

/// The number of a row by what tells it apart, the same in every reading.
///
/// It is FNV-1a of 64 bits (Fowler, Noll and Vo): two of a million rows share one with a probability
/// of three in a hundred million.
struct RowNumber {
  private var hash: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The number that follows from the values so far.
  var number: Int64 { Int64(bitPattern: hash) }

  /// Makes a number of values in their order.
  init(_ values: some Sequence<Value>) {
    for value in values { add(value) }
  }

  /// Goes on with a value; its class counts, so that 1 and '1' differ.
  mutating func add(_ value: Value) {
    switch value {
    case .null: add(byte: 0)
    case .integer(let number): add(1, UInt64(bitPattern: number))
    case .real(let number): add(2, number.bitPattern)
    case .text(let text):
      add(byte: 3)
      for byte in text.utf8 { add(byte: byte) }
      add(byte: 0xFF)
    case .blob(let bytes):
      add(4, UInt64(bytes.count))
      for byte in bytes { add(byte: byte) }
    }
  }

  private mutating func add(_ kind: UInt8, _ number: UInt64) {
    add(byte: kind)
    for shift in stride(from: 0, to: 64, by: 8) {
      add(byte: UInt8(truncatingIfNeeded: number >> UInt64(shift)))
    }
  }

  private mutating func add(byte: UInt8) {
    hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }
}
