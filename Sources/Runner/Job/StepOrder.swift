/// The order of steps that their needs give: each stands after all that it needs, and otherwise where
/// it was written (topological order by Kahn 1962, the first in the file among those that are free).
struct StepOrder {
  /// The identifiers in that order, those of circles left out.
  let sorted: [String]
  /// The identifiers of one circle, in its order; empty when there is none.
  let circle: [String]

  /// Orders steps.
  ///
  /// - Parameter needs: each step with what it needs, as written; needs that name no step count as
  ///   met.
  init(needs: [(step: String, needs: Set<String>)]) {
    var place: [String: Int] = [:]
    for (index, entry) in needs.enumerated() where place[entry.step] == nil {
      place[entry.step] = index
    }
    var waiting = needs.map { entry in entry.needs.count { place[$0] != nil } }
    var dependents = [[Int]](repeating: [], count: needs.count)
    for (index, entry) in needs.enumerated() {
      for need in entry.needs { if let other = place[need] { dependents[other].append(index) } }
    }
    var free = Heap(needs.indices.filter { waiting[$0] == 0 })
    var sorted: [String] = []
    while let index = free.popLowest() {
      sorted.append(needs[index].step)
      for dependent in dependents[index] {
        waiting[dependent] -= 1
        if waiting[dependent] == 0 { free.insert(dependent) }
      }
    }
    self.sorted = sorted
    circle = StepOrder.circle(among: needs.filter { entry in !Set(sorted).contains(entry.step) })
  }

  // Each step of a circle, and each that stands behind one, needs another that is left: walking from
  // need to need must come back to where it was.
  private static func circle(among left: [(step: String, needs: Set<String>)]) -> [String] {
    let needs = Dictionary(left.map { ($0.step, $0.needs) }) { first, _ in first }
    guard var step = left.first?.step else { return [] }
    var path: [String] = []
    while !path.contains(step) {
      path.append(step)
      guard let next = needs[step]?.sorted().first(where: { needs[$0] != nil }) else { return [] }
      step = next
    }
    return Array(path[(path.firstIndex(of: step) ?? 0)...])
  }
}

/// Numbers of which the lowest comes out first.
private struct Heap {
  private var numbers: [Int]

  init(_ numbers: [Int]) { self.numbers = numbers.sorted() }

  mutating func insert(_ number: Int) {
    numbers.append(number)
    var child = numbers.count - 1
    while child > 0, numbers[(child - 1) / 2] > numbers[child] {
      numbers.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func popLowest() -> Int? {
    guard let lowest = numbers.first else { return nil }
    let last = numbers.removeLast()
    guard !numbers.isEmpty else { return lowest }
    numbers[0] = last
    var parent = 0
    while case let child = parent * 2 + 1, child < numbers.count {
      let lower =
        child + 1 < numbers.count && numbers[child + 1] < numbers[child] ? child + 1 : child
      guard numbers[lower] < numbers[parent] else { break }
      numbers.swapAt(parent, lower)
      parent = lower
    }
    return lowest
  }
}
