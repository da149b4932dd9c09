/// Reads a decimal number, correctly rounded; nil for anything else, and for what is not finite.
///
/// A significand below 2^53 and a power of ten up to 22 are exact in binary, so one multiplication or
/// division rounds once (Clinger, "How to read floating point numbers accurately", 1990). Longer
/// numbers and exponents go to the standard library.
func decimalNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
  var position = 0
  let isNegative = bytes.first == UInt8(ascii: "-")
  if isNegative { position = 1 }
  var significand = 0
  var digits = 0
  var fraction = 0
  var hasPoint = false
  while position < bytes.count {
    let byte = bytes[position]
    position += 1
    if byte == UInt8(ascii: "."), !hasPoint {
      hasPoint = true
      continue
    }
    let digit = byte &- UInt8(ascii: "0")
    guard digit <= 9, digits < 15 else { return uncommonNumber(bytes) }
    significand = significand * 10 + Int(digit)
    digits += 1
    if hasPoint { fraction += 1 }
  }
  guard digits > 0 else { return nil }
  let value = Double(significand) / powersOfTen[fraction]
  return isNegative ? -value : value
}

private func uncommonNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
  // The standard library takes hexadecimal numbers, "inf" and "nan" as well.
  let isDecimal = bytes.allSatisfy { byte in
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || ".eE+-".utf8.contains(byte)
  }
  guard isDecimal, let value = Double(String(decoding: bytes, as: UTF8.self)), value.isFinite
  else { return nil }
  return value
}

private let powersOfTen: [Double] = [
  1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
]
