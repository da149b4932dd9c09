/// Rows of one period, dealt out by product as they come.
struct ProductRows {
  /// The rows of one product, in blocks of `RowPool.block`.
  private struct Chain {
    var blocks: [UnsafeMutablePointer<DealtRow>] = []
    /// Where the next row goes, and how many more go there.
    var next: UnsafeMutablePointer<DealtRow>?
    var room = 0

    mutating func add(_ block: UnsafeMutablePointer<DealtRow>) {
      blocks.append(block)
      next = block
      room = RowPool.block
    }

    @inline(__always)
    mutating func append(_ row: DealtRow) {
      let place = next.unsafelyUnwrapped
      place.initialize(to: row)
      next = place + 1
      room &-= 1
    }
  }

  private let pool = RowPool()
  /// By the number that the dealer gave the product.
  private var chains: [Chain] = []

  /// The size in bytes of the memory it takes.
  var byteCount: Int { pool.byteCount }

  /// Makes room for so many products.
  mutating func reserve(_ products: Int) {
    while chains.count < products { chains.append(Chain()) }
  }

  /// Adds the flows before the first of another period or of a product that has no number.
  ///
  /// - Parameter numbers: for each product one more than its number, or zero.
  /// - Returns: how many they are.
  mutating func append(
    _ flows: UnsafeBufferPointer<Flow>, of period: UInt32, numbers: UnsafePointer<UInt32>
  ) -> Int {
    let pool = pool
    return chains.withUnsafeMutableBufferPointer { chains in
      var count = 0
      while count < flows.count, flows[count].periodCode == period,
        case let number = Int(numbers[Int(flows[count].product)]), number > 0
      {
        if chains[number &- 1].room == 0 { chains[number &- 1].add(pool.makeBlock()) }
        chains[number &- 1].append(DealtRow(flows[count]))
        count &+= 1
      }
      return count
    }
  }

  /// The number of rows of a product.
  func count(_ product: Int) -> Int {
    guard product < chains.count else { return 0 }
    return chains[product].blocks.count * RowPool.block - chains[product].room
  }

  /// Appends the rows of a product to a buffer.
  func appendRows(of product: Int, to buffer: RowBuffer<DealtRow>) {
    var left = count(product)
    for block in chains[product].blocks {
      let some = min(left, RowPool.block)
      buffer.append(UnsafeBufferPointer(start: block, count: some))
      left -= some
    }
  }
}
