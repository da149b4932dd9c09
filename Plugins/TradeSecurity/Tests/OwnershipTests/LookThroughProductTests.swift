import TestSupport
import Testing

@testable import Ownership

@Suite("A share of a share")
struct LookThroughProductTests {
  @Test("it is the exact quotient, rounded down and up")
  func exact() {
    var generator = SeededGenerator(seed: 17)
    let edges: [UInt64] = [0, 1, LookThrough.one / 2, LookThrough.one - 1, LookThrough.one]
    for round in 0..<20_000 {
      let units = Int64.random(in: 0...ShareUnits.whole, using: &generator)
      let drawn = UInt64.random(in: 0...LookThrough.one, using: &generator)
      let share = edges.indices.contains(round % 50) ? edges[round % 50] : drawn
      for units in [units, 0, 1, ShareUnits.whole / 2, ShareUnits.whole] {
        let wide = UInt64(units).multipliedFullWidth(by: share)
        let (down, rest) = UInt64(ShareUnits.whole).dividingFullWidth(wide)
        let product = LookThrough.product(units, share)
        #expect(product.down == down, "\(units) of \(share)")
        #expect(product.up == (rest > 0 ? down + 1 : down), "\(units) of \(share)")
      }
    }
  }
}
