/// Deals flows out by period and product; each thread has its own.
final class FlowDealer: @unchecked Sendable {
  /// The products, in the order in which they came first.
  private(set) var products: [UInt32] = []
  /// For each product one more than its position in `products`; zero for one that did not come yet.
  private let numbers: UnsafeMutablePointer<UInt32>
  private var periods: [UInt32: ProductRows] = [:]

  init() {
    numbers = .allocate(capacity: Int(Flow.highestProduct) + 1)
    numbers.initialize(repeating: 0, count: Int(Flow.highestProduct) + 1)
  }

  deinit { numbers.deallocate() }

  /// Adds flows.
  ///
  /// - Returns: how many of each period there were.
  func append(_ flows: UnsafeBufferPointer<Flow>) -> [Period: Int] {
    var counts: [Period: Int] = [:]
    var start = 0
    // Sources are mostly sorted by period: a run is taken at once.
    while start < flows.count {
      let period = flows[start].periodCode
      let count = deal(UnsafeBufferPointer(rebasing: flows[start...]), of: period)
      counts[Period(uncheckedCode: period), default: 0] += count
      start += count
    }
    return counts
  }

  /// Deals out the flows before the first of another period, and says how many they are.
  private func deal(_ flows: UnsafeBufferPointer<Flow>, of period: UInt32) -> Int {
    var rows = periods.removeValue(forKey: period) ?? ProductRows()
    var count = 0
    while count < flows.count, flows[count].periodCode == period {
      number(flows[count].product)
      rows.reserve(products.count)
      let rest = UnsafeBufferPointer(rebasing: flows[count...])
      count += rows.append(rest, of: period, numbers: numbers)
    }
    periods[period] = rows
    return count
  }

  /// Gives a product a number when it has none.
  private func number(_ product: UInt32) {
    guard numbers[Int(product)] == 0 else { return }
    products.append(product)
    numbers[Int(product)] = UInt32(products.count)
  }

  /// The periods of which it has flows.
  var heldPeriods: [Period] { periods.keys.map(Period.init(uncheckedCode:)) }

  /// The size in bytes of the memory that flows take.
  var byteCount: Int { periods.values.reduce(0) { $0 + $1.byteCount } }

  /// Gives the flows of a period away; nil when it has none.
  func take(_ period: Period) -> DealtPeriod? {
    periods.removeValue(forKey: period.code).map { DealtPeriod(products: products, rows: $0) }
  }
}

/// What one dealer had of a period; nothing is added any more.
struct DealtPeriod: @unchecked Sendable {
  /// The product of each position in `rows`.
  let products: [UInt32]
  let rows: ProductRows
}
