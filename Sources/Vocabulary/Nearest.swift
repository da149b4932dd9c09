/// The valid names nearest to a misspelt one, best first; empty when none is near.
///
/// Nearness is the optimal string alignment distance (Damerau 1964: insertion, deletion,
/// substitution, swap of neighbours); a name is near within a third of its length, at least 1.
///
/// - Parameters:
///   - name: what was written.
///   - candidates: the valid names.
///   - limit: how many to return at most.
public func nearest(to name: String, in candidates: some Sequence<String>, limit: Int = 3)
  -> [String]
{
  let wanted = Array(name.lowercased().utf8)
  let scored: [(distance: Int, candidate: String)] = candidates.compactMap { candidate in
    let lowered = Array(candidate.lowercased().utf8)
    let allowed = max(1, min(max(wanted.count, lowered.count) / 3, 4))
    guard abs(wanted.count - lowered.count) <= allowed else { return nil }
    let distance = alignmentDistance(wanted, lowered)
    return distance <= allowed ? (distance, candidate) : nil
  }
  return scored.sorted { ($0.distance, $0.candidate) < ($1.distance, $1.candidate) }
    .prefix(limit).map(\.candidate)
}

private func alignmentDistance(_ first: [UInt8], _ second: [UInt8]) -> Int {
  var beforePrevious = [Int](repeating: 0, count: second.count + 1)
  var previous = Array(0...second.count)
  for row in 0..<first.count {
    var current = [row + 1] + [Int](repeating: 0, count: second.count)
    for column in 0..<second.count {
      let cost = first[row] == second[column] ? 0 : 1
      current[column + 1] = min(
        previous[column + 1] + 1, current[column] + 1, previous[column] + cost)
      let isSwap =
        row > 0 && column > 0 && first[row] == second[column - 1]
        && first[row - 1] == second[column]
      if isSwap {
        current[column + 1] = min(current[column + 1], beforePrevious[column - 1] + 1)
      }
    }
    (beforePrevious, previous) = (previous, current)
  }
  return previous[second.count]
}
