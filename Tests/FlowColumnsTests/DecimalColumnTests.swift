import TestSupport
import Testing

@testable import FlowColumns

@Suite("A column of decimals")
struct DecimalColumnTests {
  private func roundTrip(_ numbers: [Double], _ kind: DecimalColumn.Kind = .quantities) throws
    -> [Double]
  {
    let written = numbers.withUnsafeBufferPointer {
      DecimalColumn.encode($0, kind: kind, keys: 77)
    }
    let read = try DecimalColumn(written.bytes, kind: kind, rows: numbers.count, keys: 77)
    return decode(read, 0..<numbers.count)
  }

  private func decode(_ column: DecimalColumn, _ range: Range<Int>) -> [Double] {
    [Double](unsafeUninitializedCapacity: range.count) { buffer, count in
      if let start = buffer.baseAddress { column.decode(range, to: start) }
      count = range.count
    }
  }

  @Test(
    "gives every number back exactly",
    arguments: [
      [0.001], [0], [1e-9], [123456789.123], [Double.greatestFiniteMagnitude],
      [.leastNonzeroMagnitude], [8_999_999_999_999.999], [9e12], [9_007_199_254_740.991],
      [0.1 + 0.2], [1.0 / 3], [-1], [0.001, -1, 1e300, 0, 5, 1e-300, 7.25],
    ])
  func exact(numbers: [Double]) throws {
    #expect(try roundTrip(numbers).map(\.bitPattern) == numbers.map(\.bitPattern))
  }

  @Test("gives random numbers back exactly, as a whole and any part of them")
  func random() throws {
    var random = SeededGenerator(seed: 1)
    for count in [1, 2, 3, 255, 256, 257, 512, 2000] {
      let numbers = (0..<count).map { _ in
        Int.random(in: 0..<9, using: &random) == 0 ? Flow.unknown : randomNumber(&random)
      }
      #expect(try roundTrip(numbers) == numbers)
      let column = numbers.withUnsafeBufferPointer {
        DecimalColumn.encode($0, kind: .quantities, keys: 0)
      }
      for _ in 0..<20 {
        let lower = Int.random(in: 0...count, using: &random)
        let upper = Int.random(in: lower...count, using: &random)
        #expect(decode(column, lower..<upper) == Array(numbers[lower..<upper]))
      }
    }
  }

  @Test("every count of thousandths of fifteen digits is exact")
  func thousandths() throws {
    var random = SeededGenerator(seed: 2)
    let numbers = (0..<3000).map { _ in
      Double(UInt64.random(in: 0..<9_000_000_000_000_000, using: &random)) / 1000
    }
    let column = numbers.withUnsafeBufferPointer {
      DecimalColumn.encode($0, kind: .values, keys: 0)
    }
    #expect(decode(column, 0..<3000) == numbers)
    // Not one of them needs its 64 bits: 53 at most, and four for the selector.
    #expect(column.bytes.count < 3000 * 57 / 8 + 200)
  }

  @Test("an unknown number is no value")
  func unknownValue() {
    let written = [Flow.unknown].withUnsafeBufferPointer {
      DecimalColumn.encode($0, kind: .values, keys: 1)
    }
    #expect(throws: FlowFault.self) {
      try DecimalColumn(written.bytes, kind: .values, rows: 1, keys: 1)
    }
  }
}

@Suite("Classes of bit lengths")
struct WidthClassesTests {
  @Test("take no more bits than any other division into classes")
  func optimal() {
    var random = SeededGenerator(seed: 4)
    for _ in 0..<30 {
      let last = Int.random(in: 0...17, using: &random)
      var counts = (0...last).map { _ in Int.random(in: 0...50, using: &random) }
      counts += [Int](repeating: 0, count: 54 - counts.count)
      let classes = WidthClasses(counts: counts)
      #expect(classes.uppers.count <= WidthClasses.limit)
      let best = fewestBits(counts, from: 0, classes: WidthClasses.limit)
      #expect(bits(classes, counts) == best)
    }
  }

  private func bits(_ classes: WidthClasses, _ counts: [Int]) -> Int {
    zip(classes.selectors, counts).reduce(0) { $0 + classes.width(Int($1.0)) * $1.1 }
  }

  /// The fewest bits for the lengths from one on, by trying where the next class ends.
  private func fewestBits(_ counts: [Int], from lower: Int, classes: Int) -> Int {
    guard let last = counts.lastIndex(where: { $0 > 0 }), lower <= last else { return 0 }
    guard classes > 0 else { return .max / 4 }
    return (lower...last).map { upper in
      let width = lower == upper ? max(upper - 1, 0) : upper
      let here = counts[lower...upper].reduce(0, +) * width
      // Enough classes for one each: no division is better than that, and trying them all is slow.
      let left = last - upper <= classes - 1 ? single(counts, upper + 1) : nil
      return here + (left ?? fewestBits(counts, from: upper + 1, classes: classes - 1))
    }.min() ?? 0
  }

  private func single(_ counts: [Int], _ lower: Int) -> Int {
    (lower..<counts.count).reduce(0) { $0 + counts[$1] * max($1 - 1, 0) }
  }

  @Test("are read as they were written, and refused when they do not ascend")
  func bytes() {
    var counts = [Int](repeating: 0, count: 54)
    for length in [0, 3, 9, 53] { counts[length] = 5 }
    let classes = WidthClasses(counts: counts)
    #expect(WidthClasses(bytes: classes.bytes) == classes)
    #expect(WidthClasses(bytes: [3, 3] + [UInt8](repeating: 255, count: 12)) == nil)
    #expect(WidthClasses(bytes: [54] + [UInt8](repeating: 255, count: 13)) == nil)
    #expect(WidthClasses(bytes: [255, 4] + [UInt8](repeating: 255, count: 12)) == nil)
  }
}

@Suite("The checksum")
struct ChecksumTests {
  @Test(
    "is XXH64 with seed zero",
    arguments: [
      ("", 0xEF46_DB37_51D8_E999), ("a", 0xD24E_C4F1_A98C_6E5B), ("abc", 0x44BC_2CF5_AD77_0999),
      (
        "Call me Ishmael. Some years ago--never mind how long precisely-",
        0x02A2_E854_70D6_FD96
      ),
    ] as [(String, UInt64)])
  func vectors(text: String, sum: UInt64) {
    #expect(Array(text.utf8).withUnsafeBytes { checksum($0) } == sum)
  }
}
