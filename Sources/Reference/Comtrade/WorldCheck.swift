/// How the partners of a file add up to the totals that its reporters declare for the world.
struct WorldCheck {
  /// How many totals there are beside partners.
  private(set) var checked = 0
  /// The totals of the world that stand alone.
  private(set) var withoutPartners = 0
  /// The products of a reporter that have partners and no total.
  private(set) var withoutTotal = 0
  /// The sum of the totals, in US dollars.
  private(set) var declared = 0.0
  /// The sum of their partners, in US dollars.
  private(set) var partners = 0.0
  /// How many totals differ by more than a thousandth and a thousand dollars.
  private(set) var differing = 0
  /// The one that differs most.
  private(set) var largest: (key: ComtradeRow.Key, difference: Double)?

  /// Checks flows in the order of their keys.
  init(_ flows: [ComtradeTotals.Flow]) {
    var start = 0
    while start < flows.count {
      var end = start + 1
      while end < flows.count, flows[end].key.group == flows[start].key.group { end += 1 }
      take(flows[start..<end])
      start = end
    }
  }

  private mutating func take(_ group: ArraySlice<ComtradeTotals.Flow>) {
    // The world's number is the lowest.
    guard let total = group.first, total.key.partner == ComtradeAreas.world else {
      withoutTotal += 1
      return
    }
    let parts = group.dropFirst()
    guard !parts.isEmpty else {
      withoutPartners += 1
      return
    }
    let sum = parts.reduce(0) { $0 + $1.value }
    checked += 1
    declared += total.value
    partners += sum
    let difference = sum - total.value
    guard abs(difference) > max(1000, total.value / 1000) else { return }
    differing += 1
    if abs(difference) > abs(largest?.difference ?? 0) { largest = (total.key, difference) }
  }
}
