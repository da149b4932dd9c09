import Sampling
import TestSupport
import Testing

@Suite("Seeded sampling")
struct SamplingTests {
  @Test("gives the published numbers of SplitMix64")
  func published() {
    var random = SplitMix64(seed: 1_234_567)
    #expect(random.next() == 6_457_827_717_110_365_317)
    #expect(random.next() == 3_203_168_211_198_807_973)
    #expect(random.next() == 9_817_491_932_198_370_423)
  }

  @Test("gives each stream numbers of its own, the same ones every time")
  func streams() {
    func draw(_ seed: UInt64, _ stream: String) -> [UInt64] {
      var random = SplitMix64(seed: seed, stream: stream)
      return (0..<20).map { _ in random.next() }
    }
    #expect(draw(1, "KOR") == draw(1, "KOR"))
    let all = [draw(1, "KOR"), draw(1, "PRK"), draw(2, "KOR"), draw(1, "")].flatMap { $0 }
    #expect(Set(all).count == 80)
  }

  @Test("draws uniform numbers between 0 and 1, and normal ones of mean 0 and deviation 1")
  func moments() {
    var random = SplitMix64(seed: 7)
    let uniform = (0..<20_000).map { _ in random.uniform() }
    let normal = (0..<20_000).map { _ in random.normal() }
    func moment(_ numbers: [Double], _ power: Int) -> Double {
      numbers.reduce(0) { sum, x in sum + (0..<power).reduce(1.0) { y, _ in y * x } }
        / Double(numbers.count)
    }
    #expect(uniform.allSatisfy { (0..<1).contains($0) })
    #expect(abs(moment(uniform, 1) - 1.0 / 2) < 0.01)
    #expect(abs(moment(uniform, 2) - 1.0 / 3) < 0.01)
    #expect(abs(moment(normal, 1)) < 0.03)
    #expect(abs(moment(normal, 2) - 1) < 0.05)
    #expect(abs(moment(normal, 4) - 3) < 0.3)
    let within = normal.filter { abs($0) < 1.959964 }.count
    #expect(abs(Double(within) / 20_000 - 0.95) < 0.01)
  }
}

@Suite("The central range of a sample")
struct CentralRangeTests {
  @Test("runs from the 5th to the 95th percentile, both of them numbers of the sample")
  func percentiles() {
    #expect((1...100).map(Double.init).shuffled().centralRange() == 5...95)
    #expect((1...1000).map(Double.init).centralRange(0.5) == 250...750)
    #expect([7.0].centralRange() == 7...7)
    #expect([Double]().centralRange() == nil)
  }

  @Test("holds its share of the sample, and lies within it")
  func coverage() throws {
    var random = SeededGenerator(seed: 12)
    for _ in 0..<200 {
      let sample = (0..<Int.random(in: 1...300, using: &random)).map { _ in
        Double.random(in: -5...5, using: &random)
      }
      let range = try #require(sample.centralRange())
      #expect(Double(sample.filter(range.contains).count) >= 0.9 * Double(sample.count) - 1e-9)
      #expect(sample.contains(range.lowerBound) && sample.contains(range.upperBound))
    }
  }

  @Test("has the ends that sorting gives")
  func sorted() {
    var random = SeededGenerator(seed: 13)
    for _ in 0..<300 {
      let sample = (0..<Int.random(in: 1...80, using: &random)).map { _ in
        Double(Int.random(in: 0...20, using: &random))
      }
      let sorted = sample.sorted()
      let low = sorted[(sample.count * 5 + 99) / 100 - 1]
      #expect(sample.centralRange() == low...sorted[(sample.count * 95 + 99) / 100 - 1])
    }
  }

  @Test("can be widened to a value outside it")
  func widened() {
    #expect((2.0...3.0).including(5) == 2...5)
    #expect((2.0...3.0).including(2.5) == 2...3)
    #expect((2...3).including(0) == 0...3)
  }
}
