/// Gives the flows of segments that a query wants, one by one, by product, importer and exporter inside
/// each segment.
///
/// Segments are passed over by what they say of themselves, and inside a segment only the wanted
/// products and importers are decoded. Memory is taken once and kept: no flow allocates.
public struct FlowCursor: ~Copyable {
  private let segments: [Segment]
  private let query: FlowQuery
  private let buffer = FlowBuffer(capacity: 4096)
  private let scratch = RowScratch()
  private var position = 0
  private var nextSegment = 0
  private var selection: SegmentSelection?
  private var nextRange = 0
  private var nextProduct = 0

  /// Makes a cursor that stands before the first flow.
  ///
  /// - Throws: `FlowFault` for a segment whose quantities were not read.
  public init(_ segments: [Segment], _ query: FlowQuery = FlowQuery()) throws(FlowFault) {
    guard segments.allSatisfy({ $0.quantityColumn != nil }) else {
      throw FlowFault("the quantities of a segment were not read")
    }
    self.segments = segments.filter { query.admits($0.summary) }
    self.query = query
  }

  /// The next flow; nil at the end.
  public mutating func next() -> Flow? {
    while position == buffer.count {
      guard readProduct() else { return nil }
    }
    position &+= 1
    return buffer.start[position &- 1]
  }

  /// Decodes the next wanted product; false at the end.
  private mutating func readProduct() -> Bool {
    position = 0
    buffer.count = 0
    while true {
      if let selection, nextRange < selection.products.count {
        let range = selection.products[nextRange]
        if max(nextProduct, range.lowerBound) < range.upperBound {
          nextProduct = max(nextProduct, range.lowerBound) + 1
          segments[nextSegment - 1].appendRows(
            of: nextProduct - 1, selection, using: scratch, to: buffer)
          return true
        }
        nextRange += 1
        continue
      }
      guard nextSegment < segments.count else { return false }
      selection = SegmentSelection(query, of: segments[nextSegment])
      nextSegment += 1
      nextRange = 0
      nextProduct = 0
    }
  }
}

extension Segment {
  /// Appends what is wanted of the product at a position.
  fileprivate func appendRows(
    of index: Int, _ selection: SegmentSelection, using scratch: RowScratch, to buffer: FlowBuffer
  ) {
    let (product, groups, rows) = withKeys {
      ($0.product(index), $0.groups(index), $0.rows(index))
    }
    guard let isImporterWanted = selection.isImporterWanted else {
      return appendRows(
        of: product, groups: groups, firstRow: rows.lowerBound,
        isWanted: selection.isExporterWanted, using: scratch, to: buffer)
    }
    withKeys { keys in
      keys.forEachGroup(of: groups, firstRow: rows.lowerBound, where: isImporterWanted) {
        group, row in
        appendRows(
          of: product, groups: group..<group + 1, firstRow: row,
          isWanted: selection.isExporterWanted, using: scratch, to: buffer)
      }
    }
  }
}
