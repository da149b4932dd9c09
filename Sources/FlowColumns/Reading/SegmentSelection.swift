/// What a query wants of one segment, in the segment's own positions.
struct SegmentSelection {
  /// The positions of the wanted products.
  let products: [Range<Int>]
  /// For each position in the list of countries whether its imports are wanted; nil when all are.
  let isImporterWanted: [Bool]?
  /// For each position in the list of countries whether its exports are wanted; nil when all are.
  let isExporterWanted: [Bool]?

  init(_ query: FlowQuery, of segment: Segment) {
    let importers = query.importers.map { wanted in segment.countries.map(wanted.contains) }
    let exporters = query.exporters.map { wanted in segment.countries.map(wanted.contains) }
    isImporterWanted = importers
    isExporterWanted = exporters
    let hasNone =
      importers?.contains(true) == false || exporters?.contains(true) == false
      || !query.admits(segment.summary)
    products = segment.withKeys { keys in
      if hasNone { return [] }
      guard let ranges = query.products else { return [0..<keys.layout.products] }
      return ranges.map { range in
        let lower = keys.position(of: range.lowerBound)
        let upper =
          range.upperBound == .max
          ? keys.layout.products : keys.position(of: range.upperBound + 1)
        return lower..<upper
      }
    }
  }
}
