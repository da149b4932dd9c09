import LinkWalks
import TestSupport
import Testing

@Suite("Walks over links")
struct LinkWalksTests {
  @Test("every shortest path is found, and no other, on random dated graphs", arguments: 0..<400)
  func shortestPaths(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let graph = DatedGraph(&random)
    let day = Int.random(in: 0...18, using: &random)
    let first = Int.random(in: 0..<graph.subjects, using: &random)
    let last = Int.random(in: 0..<graph.subjects, using: &random)
    let maximum = Int.random(in: 1...9, using: &random)
    let all = graph.allPaths(from: first, to: last, maximum: maximum, on: day)
    let shortest = all.map(\.count).min()
    let found = ShortestPaths(
      from: first, to: last, maximum: maximum, subjects: .max, count: .max - 1
    ) { graph.neighbours(of: $0, on: day) }
    #expect(Set(found.paths) == all.filter { $0.count == shortest })
    #expect(found.paths.count == Set(found.paths).count)
    #expect(found.outcome == (all.isEmpty ? .none : .found))
  }

  @Test(
    "the layers around a subject are those of the distances, on random dated graphs",
    arguments: 0..<200)
  func layers(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let graph = DatedGraph(&random)
    let day = Int.random(in: 0...18, using: &random)
    let depth = Int.random(in: 0...5, using: &random)
    let around = Surroundings(of: 0, depth: depth, limit: .max) {
      graph.neighbours(of: $0, on: day)
    }
    for subject in 0..<graph.subjects {
      let distance = graph.allPaths(from: 0, to: subject, maximum: depth, on: day)
        .map { $0.count - 1 }.min()
      let layer = around.layers.firstIndex { $0.contains(subject) }
      #expect(layer == distance)
    }
    #expect(around.layers.flatMap(\.self).count == Set(around.layers.flatMap(\.self)).count)
    #expect(!around.isCut)
  }

  @Test("more paths than wanted are cut and said, in the same order each time")
  func manyPaths() {
    // 0 and 9 with eight subjects between them.
    let neighbours: (Int) -> [Int] = { $0 == 0 || $0 == 9 ? Array(1...8) : [0, 9] }
    let some = ShortestPaths(
      from: 0, to: 9, maximum: 5, subjects: 100, count: 3, neighbours: neighbours)
    #expect(some.paths == [[0, 1, 9], [0, 2, 9], [0, 3, 9]])
    #expect(some.hasMore)
    let all = ShortestPaths(
      from: 0, to: 9, maximum: 5, subjects: 100, count: 8, neighbours: neighbours)
    #expect(all.paths.count == 8 && !all.hasMore)
  }

  @Test("a hub of a million links between the two ends is not unrolled")
  func hub() {
    var unrolled = 0
    let found = ShortestPaths(from: 1, to: 2, maximum: 4, subjects: 1000, count: 1) { subject in
      if subject == 0 { unrolled += 1 }
      return subject == 0 ? Array(1...1_000_000) : [0]
    }
    #expect(found.paths == [[1, 0, 2]] && unrolled == 0)
  }

  @Test("a search that meets too many subjects says that it gave up, not that there is no path")
  func cut() {
    let endless = ShortestPaths(from: 0, to: -1, maximum: .max, subjects: 50, count: 1) {
      $0 < 0 ? [$0 - 1] : [$0 + 1, $0 + 2]
    }
    #expect(endless.outcome == .cut && endless.paths.isEmpty)
    let around = Surroundings(of: 0, depth: .max, limit: 50) { [$0 + 1] }
    #expect(around.isCut && around.layers.count == 50)
  }

  @Test("a subject has a path to itself without a link, and links to itself add nothing")
  func itself() {
    let found = ShortestPaths(from: 3, to: 3, maximum: 2, subjects: 9, count: 2) { [$0] }
    #expect(found.paths == [[3]] && !found.hasMore)
    #expect(Surroundings(of: 3, depth: 5, limit: 9) { [$0] }.layers == [[3]])
  }
}
