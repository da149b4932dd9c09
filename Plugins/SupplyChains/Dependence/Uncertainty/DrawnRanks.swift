/// The places of products in every draw, the highest score first and equal ones at one place.
struct DrawnRanks {
  /// For each product its places, ascending.
  private let places: [[Int]]

  /// - Parameter draws: for each product its score in every draw.
  init(_ draws: [[Double]]) {
    var places = draws.map { [Int](repeating: 0, count: $0.count) }
    for draw in (draws.first ?? []).indices {
      let ascending = draws.map { $0[draw] }.sorted()
      for product in draws.indices {
        places[product][draw] = DrawnRanks.place(
          of: draws[product][draw], inAscending: ascending)
      }
    }
    self.places = places.map { $0.sorted() }
  }

  /// The best and the worst place of a product, a twentieth of the draws left out at either end.
  func range(_ product: Int) -> (best: Int, worst: Int) {
    let sorted = places[product]
    let skipped = Int((IntervalRule.tail * Double(sorted.count - 1)).rounded(.down))
    return (sorted[skipped], sorted[sorted.count - 1 - skipped])
  }

  /// One more than how many numbers are greater.
  static func place(of number: Double, inAscending numbers: [Double]) -> Int {
    var (low, high) = (0, numbers.count)
    while low < high {
      let middle = (low + high) / 2
      if numbers[middle] > number { high = middle } else { low = middle + 1 }
    }
    return numbers.count - low + 1
  }
}
