import TestSupport

/// A small random graph whose links hold for half-open times, walked without any cleverness.
struct DatedGraph {
  struct Link {
    let first: Int
    let last: Int
    let times: Range<Int>
  }

  let subjects: Int
  let links: [Link]

  init(_ random: inout SeededGenerator) {
    subjects = Int.random(in: 1...9, using: &random)
    let count = subjects
    links = (0..<Int.random(in: 0...16, using: &random)).map { _ in
      let from = Int.random(in: 0...9, using: &random)
      return Link(
        first: Int.random(in: 0..<count, using: &random),
        last: Int.random(in: 0..<count, using: &random),
        times: from..<from + Int.random(in: 0...9, using: &random))
    }
  }

  /// Who is next to a subject on a day, either way; links to itself and repeated ones included.
  func neighbours(of subject: Int, on day: Int) -> [Int] {
    links.filter { $0.times.contains(day) }.flatMap { link in
      (link.first == subject ? [link.last] : []) + (link.last == subject ? [link.first] : [])
    }
  }

  /// Every path without a repeated subject, of at most a length, by trying all.
  func allPaths(from first: Int, to last: Int, maximum: Int, on day: Int) -> Set<[Int]> {
    var found: Set<[Int]> = []
    func extend(_ path: [Int]) {
      if path[path.count - 1] == last {
        found.insert(path)
        return
      }
      guard path.count <= maximum else { return }
      for next in Set(neighbours(of: path[path.count - 1], on: day)) where !path.contains(next) {
        extend(path + [next])
      }
    }
    extend([first])
    return found
  }
}
