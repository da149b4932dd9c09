import TestSupport
import Testing

@testable import FlowColumns

@Suite("A segment that is torn, altered or foreign")
struct SegmentFaultTests {
  private func sample(_ seed: UInt64) throws -> Segment {
    var random = SeededGenerator(seed: seed)
    let flows = try randomFlows(
      300, periods: [Period(year: 2023)], products: 100...120, countries: 1...50, &random)
    return try #require(try table(flows).segments.first)
  }

  @Test("is read back from its blocks, with and without quantities")
  func whole() throws {
    let segment = try sample(1)
    let read = try Segment(
      keys: segment.keys, values: segment.values, quantities: segment.quantities)
    try read.checkInvariants()
    #expect(read.summary == segment.summary && read.countries == segment.countries)
    let light = try Segment(keys: segment.keys, values: segment.values, quantities: nil)
    #expect(light.importConcentrations() == segment.importConcentrations())
    #expect(throws: FlowFault("the quantities of a segment were not read")) {
      _ = try FlowCursor([light])
    }
  }

  @Test("names the block whose bit was flipped, whichever bit it is")
  func flippedBits() throws {
    let segment = try sample(2)
    let quantities = try #require(segment.quantities)
    var random = SeededGenerator(seed: 6)
    for _ in 0..<400 {
      var blocks = [segment.keys, segment.values, quantities]
      let block = Int.random(in: 0..<3, using: &random)
      let place = Int.random(in: 0..<blocks[block].count, using: &random)
      blocks[block][place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      let fault = #expect(throws: FlowFault.self) {
        try Segment(keys: blocks[0], values: blocks[1], quantities: blocks[2])
      }
      #expect(
        fault?.message.contains(["keys", "values", "quantities"][block]) == true, "\(place)")
    }
  }

  @Test("is refused when it is cut off at any place")
  func cut() throws {
    let segment = try sample(3)
    for count in 0..<segment.keys.count {
      #expect(throws: FlowFault.self) {
        try Segment(
          keys: Array(segment.keys.prefix(count)), values: segment.values, quantities: nil)
      }
    }
    for count in 0..<segment.values.count {
      #expect(throws: FlowFault.self) {
        try Segment(
          keys: segment.keys, values: Array(segment.values.prefix(count)), quantities: nil)
      }
    }
  }

  @Test("is refused when its values belong to another segment or are its quantities")
  func foreign() throws {
    let one = try sample(4)
    let other = try sample(5)
    #expect(throws: FlowFault("the values belong to other keys")) {
      try Segment(keys: one.keys, values: other.values, quantities: nil)
    }
    #expect(throws: FlowFault("the values do not begin as values of a segment do")) {
      try Segment(keys: one.keys, values: try #require(one.quantities), quantities: nil)
    }
  }

  @Test("of a newer format says which one")
  func newer() throws {
    let segment = try sample(7)
    var keys = segment.keys
    keys[4] = 2
    let fault = #expect(throws: FlowFault.self) {
      try Segment(keys: resealed(keys), values: segment.values, quantities: nil)
    }
    #expect(fault?.message == "the keys are of format 2; this program reads format 1")
  }

  @Test("altered bytes under a right checksum are refused or read, never followed outside")
  func forged() throws {
    let segment = try sample(8)
    let quantities = try #require(segment.quantities)
    var random = SeededGenerator(seed: 12)
    var refused = 0
    var found = 0
    for _ in 0..<3000 {
      var blocks = [segment.keys, segment.values, quantities]
      let block = Int.random(in: 0..<3, using: &random)
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let place = Int.random(in: 4..<blocks[block].count, using: &random)
        blocks[block][place] = UInt8.random(in: 0...255, using: &random)
      }
      blocks[block] = resealed(blocks[block])
      if block == 0 {
        // The other blocks name the checksum of the keys.
        let sum = Array(blocks[0].suffix(8))
        for index in 1...2 {
          blocks[index].replaceSubrange(16..<24, with: sum)
          blocks[index] = resealed(blocks[index])
        }
      }
      do {
        let read = try Segment(keys: blocks[0], values: blocks[1], quantities: blocks[2])
        var cursor = try FlowCursor([read])
        while cursor.next() != nil {}
        _ = read.dependences()
        _ = read.exportConcentrations()
        do { try read.checkInvariants() } catch { found += 1 }
      } catch { refused += 1 }
    }
    #expect(refused > 500, "most bytes of the keys cannot be altered unseen")
    #expect(found > 100, "what can be followed and is out of order is found by the invariants")
  }

  @Test("random bytes are refused")
  func randomBytes() {
    var random = SeededGenerator(seed: 13)
    for _ in 0..<2000 {
      let count = Int.random(in: 0...300, using: &random)
      var bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
      if count >= 60, Bool.random(using: &random) {
        bytes.replaceSubrange(0..<6, with: Array("TWFK".utf8) + [1, 0])
        bytes = resealed(bytes)
      }
      #expect(throws: FlowFault.self) { try Segment(keys: bytes, values: bytes, quantities: nil) }
    }
  }

  /// The block with the checksum that its bytes have.
  private func resealed(_ bytes: [UInt8]) -> [UInt8] {
    let body = Array(bytes.dropLast(8))
    let sum = body.withUnsafeBytes { checksum($0) }
    return body + (0..<8).map { UInt8(truncatingIfNeeded: sum >> UInt64(8 * $0)) }
  }
}
