/// Puts the rows of one period, dealt out by product on one thread or several, into segments.
struct PeriodSegments: Sendable {
  private let period: Period
  private let parts: [DealtPeriod]
  private let earlier: [Segment]
  private let products: [GatheredProduct]
  /// How many segments are made before they are handed on.
  private static let batch = 16

  /// Finds the products of all parts.
  ///
  /// - Parameters:
  ///   - parts: what each dealer had of the period.
  ///   - earlier: segments that hold flows of the period already; their lines are not known any more.
  init(period: Period, parts: [DealtPeriod], joining earlier: [Segment]) {
    self.period = period
    self.parts = parts
    self.earlier = earlier
    products = GatheredProduct.all(parts, earlier)
  }

  /// Sorts and compresses: each product once, on all threads.
  ///
  /// - Parameter body: takes the segments by product, the same bytes however the rows were dealt out.
  /// - Throws: `DuplicateFlows` when a flow stands there twice; what the closure throws.
  func make(threads: Int, _ body: (Segment) throws -> Void) throws {
    let plan = SegmentPlan.divide(products.map(\.rows))
    var duplicates = DuplicateFlows()
    for start in stride(from: 0, to: plan.count, by: PeriodSegments.batch) {
      let count = min(PeriodSegments.batch, plan.count - start)
      for made in concurrentMap(count, threads: threads, { encode(plan[start + $0]) }) {
        switch made {
        case .success(let segment): if duplicates.count == 0 { try body(segment) }
        case .failure(let found): duplicates.merge(found)
        }
      }
    }
    if duplicates.count > 0 { throw duplicates }
  }

  /// Makes the segment of some products.
  private func encode(_ range: Range<Int>) -> Result<Segment, DuplicateFlows> {
    var sorter = ProductSorter(period: period)
    var encoder = SegmentEncoder(
      period: period, rows: products[range].reduce(0) { $0 + $1.rows })
    let gathered = RowBuffer<DealtRow>(capacity: 0)
    let read = FlowBuffer(capacity: 0)
    let scratch = RowScratch()
    for product in products[range] {
      gather(product, into: gathered, reading: read, scratch)
      let sorted = sorter.sort(UnsafeBufferPointer(gathered.rows), of: product.code)
      if sorter.duplicates.count == 0 { encoder.append(product.code, sorted) }
    }
    return sorter.duplicates.count == 0 ? .success(encoder.finish()) : .failure(sorter.duplicates)
  }

  /// Puts the rows of a product together.
  private func gather(
    _ product: GatheredProduct, into gathered: RowBuffer<DealtRow>, reading read: FlowBuffer,
    _ scratch: RowScratch
  ) {
    gathered.count = 0
    for place in product.places {
      switch place {
      case .part(let part, let index): parts[part].rows.appendRows(of: index, to: gathered)
      case .segment(let segment, let index):
        read.count = 0
        earlier[segment].appendRows(of: index, using: scratch, to: read)
        for flow in read.rows { gathered.append(DealtRow(flow)) }
      }
    }
  }
}

extension Segment {
  /// Appends all rows of the product at a position.
  fileprivate func appendRows(of index: Int, using scratch: RowScratch, to buffer: FlowBuffer) {
    let (product, groups, rows) = withKeys {
      ($0.product(index), $0.groups(index), $0.rows(index))
    }
    appendRows(
      of: product, groups: groups, firstRow: rows.lowerBound, isWanted: nil, using: scratch,
      to: buffer)
  }
}

/// A product with its rows in all parts.
private struct GatheredProduct {
  enum Place {
    /// The number of the product in a part.
    case part(Int, index: Int)
    /// A position among the products of a segment.
    case segment(Int, index: Int)
  }

  let code: UInt32
  var rows = 0
  var places: [Place] = []

  private mutating func add(_ place: Place, rows more: Int) {
    places.append(place)
    rows += more
  }

  /// The products in order; the rows of segments come before those of parts.
  static func all(_ parts: [DealtPeriod], _ earlier: [Segment]) -> [GatheredProduct] {
    var found: [UInt32: GatheredProduct] = [:]
    for (number, segment) in earlier.enumerated() {
      segment.withKeys { keys in
        for index in 0..<keys.layout.products {
          found[keys.product(index), default: GatheredProduct(code: keys.product(index))]
            .add(.segment(number, index: index), rows: keys.rows(index).count)
        }
      }
    }
    for (number, part) in parts.enumerated() {
      for (index, product) in part.products.enumerated() where part.rows.count(index) > 0 {
        found[product, default: GatheredProduct(code: product)]
          .add(.part(number, index: index), rows: part.rows.count(index))
      }
    }
    return found.keys.sorted().compactMap { found[$0] }
  }
}
