/// Rows of one period, in any order, put into segments: all rows of the period, or some of them that
/// are merged with the others later.
public struct SortedPart: Sendable {
  /// The period.
  public let period: Period
  /// The segments, by product.
  public let segments: [PartSegment]
  /// What stood there more than once.
  public let duplicates: DuplicateFlows

  /// Sorts rows of one period.
  ///
  /// Rows are first dealt out by product, which is one pass over memory; the rows of a product then fit
  /// the processor's cache.
  init(_ rows: UnsafeBufferPointer<Flow>, period: Period, threads: Int) {
    let dealt = DealtRows(rows)
    let plan = SegmentPlan.divide(dealt.products.map(\.count))
    let made = concurrentMap(plan.count, threads: threads) { index in
      var sorter = ProductSorter()
      var encoder = SegmentEncoder(
        period: period, rows: plan[index].reduce(0) { $0 + dealt.products[$1].count })
      for product in plan[index] { encoder.append(sorter.sort(dealt.rows(product))) }
      return (encoder.finish(), sorter.duplicates)
    }
    self.init(period, made)
  }

  /// Takes segments that hold a part of a period, by product, without the lines of their rows.
  init(period: Period, _ segments: [Segment]) {
    self.init(
      period: period, segments: segments.map { PartSegment(segment: $0, lines: []) },
      duplicates: DuplicateFlows())
  }

  /// The size in bytes of its segments and lines.
  var byteCount: Int {
    segments.reduce(0) { $0 + $1.segment.byteCount + 4 * $1.lines.count }
  }

  /// Merges parts of one period.
  ///
  /// - Parameter parts: at least one, in the order of their lines.
  /// - Returns: the segments of the whole, the same bytes however the rows were divided into parts.
  public static func merge(_ parts: [SortedPart], threads: Int) -> SortedPart {
    precondition(!parts.isEmpty && parts.allSatisfy { $0.period == parts[0].period })
    guard parts.count > 1 else { return parts[0] }
    let products = MergedProduct.all(parts)
    let plan = SegmentPlan.divide(products.map(\.rows))
    let period = parts[0].period
    let made = concurrentMap(plan.count, threads: threads) { index in
      var sorter = ProductSorter()
      var encoder = SegmentEncoder(
        period: period, rows: plan[index].reduce(0) { $0 + products[$1].rows })
      let gathered = FlowBuffer(capacity: 0)
      let scratch = RowScratch()
      for product in plan[index] {
        gathered.count = 0
        for place in products[product].places {
          parts[place.part].segments[place.segment]
            .appendRows(of: place.index, using: scratch, to: gathered)
        }
        encoder.append(sorter.sort(UnsafeBufferPointer(gathered.flows)))
      }
      return (encoder.finish(), sorter.duplicates)
    }
    var merged = SortedPart(period, made)
    for part in parts { merged = merged.adding(part.duplicates) }
    return merged
  }

  private init(_ period: Period, _ made: [(segment: PartSegment, duplicates: DuplicateFlows)]) {
    self.init(
      period: period, segments: made.map(\.segment),
      duplicates: made.reduce(into: DuplicateFlows()) { $0.merge($1.duplicates) })
  }

  private init(period: Period, segments: [PartSegment], duplicates: DuplicateFlows) {
    self.period = period
    self.segments = segments
    self.duplicates = duplicates
  }

  private func adding(_ more: DuplicateFlows) -> SortedPart {
    var all = duplicates
    all.merge(more)
    return SortedPart(period: period, segments: segments, duplicates: all)
  }
}

extension PartSegment {
  /// Appends the rows of the product at a position, with their lines.
  fileprivate func appendRows(
    of index: Int, using scratch: RowScratch, to buffer: FlowBuffer
  ) {
    let (product, groups, rows) = segment.withKeys {
      ($0.product(index), $0.groups(index), $0.rows(index))
    }
    segment.appendRows(
      of: product, groups: groups, firstRow: rows.lowerBound, isWanted: nil, lines: lines,
      using: scratch, to: buffer)
  }
}

/// A product with its rows in all parts.
private struct MergedProduct {
  struct Place {
    let part: Int
    let segment: Int
    let index: Int
  }

  var rows = 0
  var places: [Place] = []

  /// The products of all parts in order; the rows of each in the order of the parts.
  static func all(_ parts: [SortedPart]) -> [MergedProduct] {
    var found: [UInt32: MergedProduct] = [:]
    for (part, sorted) in parts.enumerated() {
      for (segment, one) in sorted.segments.enumerated() {
        one.segment.withKeys { keys in
          for index in 0..<keys.layout.products {
            let place = Place(part: part, segment: segment, index: index)
            found[keys.product(index), default: MergedProduct()].places.append(place)
            found[keys.product(index), default: MergedProduct()].rows += keys.rows(index).count
          }
        }
      }
    }
    return found.keys.sorted().compactMap { found[$0] }
  }
}
