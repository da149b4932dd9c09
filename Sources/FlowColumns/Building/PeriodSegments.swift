/// Puts the rows of one period, dealt out by product in one part or several, into segments.
struct PeriodSegments: Sendable {
  private let period: Period
  private let parts: [DealtRows]
  private let earlier: [Segment]
  private let products: [GatheredProduct]

  /// Finds the products of all parts.
  ///
  /// - Parameters:
  ///   - parts: at least one, in the order of their lines.
  ///   - earlier: segments that hold flows of the period already; their lines are not known any more.
  init(period: Period, parts: [DealtRows], joining earlier: [Segment]) {
    self.period = period
    self.parts = parts
    self.earlier = earlier
    products = GatheredProduct.all(parts, earlier)
  }

  /// Sorts and compresses: each product once, on all threads.
  ///
  /// - Returns: the segments by product, the same bytes however the rows were divided into parts.
  /// - Throws: `DuplicateFlows` when a flow stands there twice.
  func make(threads: Int) throws(DuplicateFlows) -> [Segment] {
    let plan = SegmentPlan.divide(products.map(\.rows))
    let made = concurrentMap(plan.count, threads: threads) { index in
      var sorter = ProductSorter()
      var encoder = SegmentEncoder(
        period: period, rows: plan[index].reduce(0) { $0 + products[$1].rows })
      let gathered = FlowBuffer(capacity: 0)
      let scratch = RowScratch()
      for product in plan[index] {
        encoder.append(sorter.sort(rows(of: products[product], using: scratch, in: gathered)))
      }
      return (segment: encoder.finish(), duplicates: sorter.duplicates)
    }
    let duplicates = made.reduce(into: DuplicateFlows()) { $0.merge($1.duplicates) }
    if duplicates.count > 0 { throw duplicates }
    return made.map(\.segment)
  }

  /// The rows of a product, in the order of their lines.
  private func rows(
    of product: GatheredProduct, using scratch: RowScratch, in gathered: FlowBuffer
  ) -> UnsafeBufferPointer<Flow> {
    if product.places.count == 1, case .part(let part, let index) = product.places[0] {
      return parts[part].rows(index)
    }
    gathered.count = 0
    for place in product.places {
      switch place {
      case .part(let part, let index): gathered.append(parts[part].rows(index))
      case .segment(let segment, let index):
        earlier[segment].appendRows(of: index, using: scratch, to: gathered)
      }
    }
    return UnsafeBufferPointer(gathered.flows)
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
    /// A position among the products of a part.
    case part(Int, index: Int)
    /// A position among the products of a segment.
    case segment(Int, index: Int)
  }

  var rows = 0
  var places: [Place] = []

  private mutating func add(_ place: Place, rows more: Int) {
    places.append(place)
    rows += more
  }

  /// The products in order; the rows of segments come before those of parts.
  static func all(_ parts: [DealtRows], _ earlier: [Segment]) -> [GatheredProduct] {
    var found: [UInt32: GatheredProduct] = [:]
    for (number, segment) in earlier.enumerated() {
      segment.withKeys { keys in
        for index in 0..<keys.layout.products {
          found[keys.product(index), default: GatheredProduct()]
            .add(.segment(number, index: index), rows: keys.rows(index).count)
        }
      }
    }
    for (number, part) in parts.enumerated() {
      for index in part.products.indices {
        let rows = part.rows(index)
        found[rows[0].product, default: GatheredProduct()]
          .add(.part(number, index: index), rows: rows.count)
      }
    }
    return found.keys.sorted().compactMap { found[$0] }
  }
}
