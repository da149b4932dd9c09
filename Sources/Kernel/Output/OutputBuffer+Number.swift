extension OutputBuffer {
  /// The shortest decimal number that reads back as the same one, in the form of `String(number)`.
  func append(_ number: Double) {
    if !appendShort(number) { append(number.description) }
  }

  /// The number as JSON writes it: a whole one without a point, null for what JSON cannot write.
  func appendJSON(_ number: Double) {
    guard number.isFinite else { return append("null") }
    guard number == number.rounded(.towardZero), number.magnitude < 1e15 else {
      return append(number)
    }
    append(Int64(number))
  }

  // Most numbers of trade have few decimals. A whole number k below 1e15 has at most fifteen digits,
  // of which no two sequences mean the same double: where k / 10^n is the number, its digits are
  // the shortest.
  private func appendShort(_ number: Double) -> Bool {
    let magnitude = number.magnitude
    guard magnitude >= 1e-4, magnitude < 1e14 else { return false }
    var scale = 1.0
    for decimals in 0...6 {
      let scaled = (magnitude * scale).rounded()
      guard scaled < 1e15 else { return false }
      if scaled / scale == magnitude {
        write(UInt64(scaled), decimals: decimals, isNegative: number < 0)
        return true
      }
      scale *= 10
    }
    return false
  }

  private func write(_ digits: UInt64, decimals: Int, isNegative: Bool) {
    if isNegative { append(UInt8(ascii: "-")) }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 24) { place in
      var start = OutputBuffer.write(digits, to: place)
      while place.count - start <= decimals {
        start -= 1
        place[start] = UInt8(ascii: "0")
      }
      let point = place.count - decimals
      append(UnsafeBufferPointer(rebasing: place[start..<point]))
      append(UInt8(ascii: "."))
      if decimals == 0 { return append(UInt8(ascii: "0")) }
      append(UnsafeBufferPointer(rebasing: place[point...]))
    }
  }
}
