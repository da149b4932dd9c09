internal import Glibc

extension Array where Element == Double {
  /// The range that holds the middle of a sample: from the 5th to the 95th percentile unless said
  /// otherwise; nil of an empty sample.
  ///
  /// Each end is a number of the sample, the smallest at or below which that share of it lies
  /// (Hyndman & Fan 1996, definition 1).
  ///
  /// - Parameter share: the share of the sample that the range holds, 0 to 1.
  public func centralRange(_ share: Double = 0.9) -> ClosedRange<Double>? {
    guard !isEmpty else { return nil }
    func place(_ probability: Double) -> Int {
      // The product of a share and a count can miss a whole number by the last digit.
      let place = Int((probability * Double(count) - 1e-9).rounded(.up)) - 1
      return Swift.min(Swift.max(place, 0), count - 1)
    }
    var numbers = self
    return numbers.withUnsafeMutableBufferPointer { buffer in
      let low = buffer.select(place((1 - share) / 2))
      return low...buffer.select(place((1 + share) / 2))
    }
  }
}

extension UnsafeMutableBufferPointer<Double> {
  /// The number that would stand at a place if they were sorted (Hoare, "Algorithm 65: find", 1961);
  /// what is smaller is moved before it.
  fileprivate func select(_ place: Int) -> Double {
    var low = 0
    var high = count - 1
    while low < high {
      let pivot = self[place]
      var first = low
      var last = high
      while first <= last {
        while self[first] < pivot { first += 1 }
        while pivot < self[last] { last -= 1 }
        if first <= last {
          swapAt(first, last)
          first += 1
          last -= 1
        }
      }
      if last < place { low = first }
      if place < first { high = last }
    }
    return self[place]
  }
}

extension ClosedRange where Bound: Comparable {
  /// The range widened to a value that may lie outside it.
  public func including(_ value: Bound) -> ClosedRange {
    Swift.min(lowerBound, value)...Swift.max(upperBound, value)
  }
}
