/// Which flows are wanted; what is left out is not restricted.
public struct FlowQuery: Sendable, Hashable {
  /// The periods.
  public let periods: ClosedRange<Period>?
  /// The products, as ranges that ascend and do not touch.
  public let products: [ClosedRange<UInt32>]?
  /// The importers.
  public let importers: Set<UInt16>?
  /// The exporters.
  public let exporters: Set<UInt16>?

  /// Makes a query.
  ///
  /// - Parameter products: in any order; see `products(under:)` for those of a heading.
  public init(
    periods: ClosedRange<Period>? = nil, products: [ClosedRange<UInt32>]? = nil,
    importers: Set<UInt16>? = nil, exporters: Set<UInt16>? = nil
  ) {
    self.periods = periods
    self.products = products.map(FlowQuery.united)
    self.importers = importers
    self.exporters = exporters
  }

  /// The products of a chapter or heading: those whose six digits begin with these.
  ///
  /// - Throws: `FlowFault` for anything but one to six digits.
  public static func products(under digits: String) throws(FlowFault) -> ClosedRange<UInt32> {
    guard (1...6).contains(digits.utf8.count),
      digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
      let number = UInt32(digits)
    else { throw FlowFault("'\(digits)' is not the beginning of a product: one to six digits") }
    let span = (digits.utf8.count..<6).reduce(UInt32(1)) { factor, _ in factor * 10 }
    return number * span...number * span + (span - 1)
  }

  /// Whether a segment can hold wanted flows, by what it says of itself.
  public func admits(_ summary: SegmentSummary) -> Bool {
    (periods?.contains(summary.period) ?? true)
      && (products?.contains { $0.overlaps(summary.productRange) } ?? true)
      && (importers?.contains { summary.importerRange.contains($0) } ?? true)
      && (exporters?.contains { summary.exporterRange.contains($0) } ?? true)
  }

  private static func united(_ ranges: [ClosedRange<UInt32>]) -> [ClosedRange<UInt32>] {
    var united: [ClosedRange<UInt32>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = united.last, UInt64(last.upperBound) + 1 >= UInt64(range.lowerBound) {
        united[united.count - 1] =
          last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        united.append(range)
      }
    }
    return united
  }
}
