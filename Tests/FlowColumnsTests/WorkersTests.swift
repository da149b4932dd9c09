import FlowColumns
import Testing

@Suite("Work on several threads")
struct WorkersTests {
  private struct Refused: Error, Equatable {
    let number: Int
  }

  @Test("gives the answers in the order of the numbers", arguments: [0, 1, 2, 3, 50])
  func order(threads: Int) {
    #expect(concurrentMap(1000, threads: threads) { $0 * $0 } == (0..<1000).map { $0 * $0 })
    #expect(concurrentMap(0, threads: threads) { $0 }.isEmpty)
  }

  @Test("throws what the lowest number threw, whichever came first", arguments: [1, 2, 8])
  func failure(threads: Int) {
    #expect(throws: Refused(number: 40)) {
      try concurrentMap(500, threads: threads) { number throws(Refused) in
        if number >= 40 { throw Refused(number: number) }
        return number
      }
    }
  }
}
