/// The way from one edition to another over the tables that are held.
public enum EditionPath {
  /// The shortest chain of editions from one to another, both included; nil when there is none.
  ///
  /// Each table on the way loses or blurs something, so the fewest tables win; of two chains of the
  /// same length the one whose steps are nearer in time, then the first in the order of editions.
  ///
  /// - Parameters:
  ///   - editions: every edition, oldest first.
  ///   - isHeld: whether a table between two editions is held, in whichever direction.
  public static func shortest(
    from start: String, to end: String, editions: [String], isHeld: (String, String) -> Bool
  ) -> [String]? {
    guard let first = editions.firstIndex(of: start), let last = editions.firstIndex(of: end) else {
      return nil
    }
    var best: [Int]?
    var open = [[first]]
    while let path = open.popLast() {
      let here = path[path.count - 1]
      if here == last {
        if best.map({ cost(path).lexicographicallyPrecedes(cost($0)) }) ?? true { best = path }
        continue
      }
      for next in editions.indices where !path.contains(next) {
        if isHeld(editions[here], editions[next]) { open.append(path + [next]) }
      }
    }
    return best?.map { editions[$0] }
  }

  /// What is compared: the number of steps, how far they go, and the steps themselves.
  private static func cost(_ path: [Int]) -> [Int] {
    [path.count, zip(path, path.dropFirst()).reduce(0) { $0 + abs($1.0 - $1.1) }] + path
  }
}
