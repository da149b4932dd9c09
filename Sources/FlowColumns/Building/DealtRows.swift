/// Rows dealt out by product: those of one product lie together, in the order in which they came.
struct DealtRows: Sendable {
  private let buffer: FlowBuffer
  /// For each product that is there, in order, where its rows lie.
  let products: [Range<Int>]

  init(_ rows: UnsafeBufferPointer<Flow>) {
    buffer = FlowBuffer(capacity: rows.count)
    buffer.count = rows.count
    var lowest = UInt32.max
    var highest: UInt32 = 0
    for row in rows {
      lowest = min(lowest, row.product)
      highest = max(highest, row.product)
    }
    let span = rows.isEmpty ? 0 : Int(highest - lowest) + 1
    var places = [Int](repeating: 0, count: span)
    var products: [Range<Int>] = []
    let target = buffer.start
    places.withUnsafeMutableBufferPointer { places in
      for row in rows { places[Int(row.product &- lowest)] &+= 1 }
      var total = 0
      for product in places.indices where places[product] > 0 {
        let count = places[product]
        products.append(total..<total + count)
        places[product] = total
        total += count
      }
      for row in rows {
        let product = Int(row.product &- lowest)
        (target + places[product]).initialize(to: row)
        places[product] &+= 1
      }
    }
    self.products = products
  }

  /// The number of rows.
  var count: Int { buffer.count }

  /// The rows of the product at a position of `products`.
  func rows(_ product: Int) -> UnsafeBufferPointer<Flow> {
    UnsafeBufferPointer(rebasing: buffer.flows[products[product]])
  }
}
