/// How many bits the numbers of a column take, in up to fourteen classes chosen for that column.
///
/// A class holds the numbers whose bit length is above the upper length of the class before and not
/// above its own. A number is written as its distance from the lowest number of its class.
///
/// - Invariant: `uppers` ascends strictly, and no length is above 53.
struct WidthClasses: Equatable {
  /// The longest bit length of each class.
  let uppers: [UInt8]

  static let limit = 14
  static let longest = 53
  /// The selector of a number that is no multiple of a thousandth: 64 bits follow as they are.
  static let exact = 14
  /// The selector of a number that nobody knows; nothing follows.
  static let unknown = 15

  /// The classes that take the fewest bits for numbers with these bit lengths.
  ///
  /// Found by dynamic programming: the best division of the lengths up to `last` into so many
  /// classes ends in one class over the best division of the lengths before it.
  init(counts: [Int]) {
    precondition(counts.count == WidthClasses.longest + 1)
    let last = counts.lastIndex { $0 > 0 } ?? 0
    var sums = [0]
    for count in counts { sums.append(sums[sums.count - 1] + count) }
    func bits(_ lower: Int, _ upper: Int) -> Int {
      (sums[upper + 1] - sums[lower]) * WidthClasses.width(lower: lower, upper: upper)
    }
    var best = (0...last).map { bits(0, $0) }
    var choices: [[Int]] = [[Int](repeating: 0, count: last + 1)]
    for _ in 1..<WidthClasses.limit {
      var next = best
      var lowers = [Int](repeating: 0, count: last + 1)
      for upper in 0...last {
        for lower in 1..<max(upper + 1, 1) where best[lower - 1] + bits(lower, upper) < next[upper]
        {
          next[upper] = best[lower - 1] + bits(lower, upper)
          lowers[upper] = lower
        }
      }
      choices.append(lowers)
      best = next
    }
    var uppers: [UInt8] = []
    var upper = last
    for (classes, lowers) in choices.enumerated().reversed() where upper >= 0 {
      let lower = lowers[upper]
      // Zero says that fewer classes are as good, until only one is left.
      if lower == 0, classes > 0 { continue }
      uppers.append(UInt8(upper))
      upper = lower - 1
    }
    self.uppers = uppers.reversed()
  }

  /// Reads the classes of a block: the unused ones at the end are 255.
  init?(bytes: some Collection<UInt8>) {
    let uppers = Array(bytes.prefix { $0 != 255 })
    guard bytes.count == WidthClasses.limit, bytes.dropFirst(uppers.count).allSatisfy({ $0 == 255 })
    else { return nil }
    guard zip(uppers, uppers.dropFirst()).allSatisfy({ $0 < $1 }),
      uppers.allSatisfy({ Int($0) <= WidthClasses.longest })
    else { return nil }
    self.uppers = uppers
  }

  /// The classes as a block writes them.
  var bytes: [UInt8] {
    uppers + [UInt8](repeating: 255, count: WidthClasses.limit - uppers.count)
  }

  /// The shortest bit length of a class.
  func lower(_ index: Int) -> Int { index == 0 ? 0 : Int(uppers[index - 1]) + 1 }

  /// How many bits a number of a class takes.
  func width(_ index: Int) -> Int {
    WidthClasses.width(lower: lower(index), upper: Int(uppers[index]))
  }

  /// The lowest number of a class.
  func base(_ index: Int) -> UInt64 {
    lower(index) == 0 ? 0 : 1 << UInt64(lower(index) - 1)
  }

  /// The class of each bit length; lengths above the last class have none.
  var selectors: [UInt8] {
    uppers.indices.flatMap { index in
      [UInt8](repeating: UInt8(index), count: Int(uppers[index]) - lower(index) + 1)
    }
  }

  /// The first bit of a number whose length is certain need not be written.
  private static func width(lower: Int, upper: Int) -> Int {
    lower == upper ? max(upper - 1, 0) : upper
  }
}
