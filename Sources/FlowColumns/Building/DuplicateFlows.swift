/// The flow of one period, product, importer and exporter stands in a source more than once.
public struct DuplicateFlows: Error, Sendable, Hashable, CustomStringConvertible {
  /// Two lines with the same flow.
  public struct Pair: Sendable, Hashable {
    /// The period of both.
    public let period: Period
    /// The product of both.
    public let product: UInt32
    /// The importer of both.
    public let importer: UInt16
    /// The exporter of both.
    public let exporter: UInt16
    /// The earlier line; zero when it is not known any more.
    public let firstLine: UInt32
    /// The later line.
    public let secondLine: UInt32

    init(_ period: Period, _ product: UInt32, _ first: DealtRow, _ second: DealtRow) {
      self.period = period
      self.product = product
      importer = first.importer
      exporter = first.exporter
      firstLine = min(first.line, second.line)
      secondLine = max(first.line, second.line)
    }
  }

  /// The first of them, by their later lines, at most `limit`.
  public private(set) var pairs: [Pair] = []
  /// How many there are in all.
  public private(set) var count = 0
  /// How many are named.
  public static let limit = 100

  mutating func append(_ pair: Pair) {
    count += 1
    pairs.append(pair)
    if pairs.count >= 2 * DuplicateFlows.limit { shorten() }
  }

  mutating func merge(_ other: DuplicateFlows) {
    count += other.count
    pairs += other.pairs
    shorten()
  }

  private mutating func shorten() {
    pairs.sort { ($0.secondLine, $0.firstLine) < ($1.secondLine, $1.firstLine) }
    pairs.removeLast(max(0, pairs.count - DuplicateFlows.limit))
  }

  /// One line for each pair that is named.
  public var description: String {
    let lines = pairs.map { pair in
      "line \(pair.secondLine): product \(pair.product) from \(pair.exporter) to \(pair.importer) in "
        + "\(pair.period) stands on line \(pair.firstLine) already"
    }
    let rest = count > lines.count ? ["and \(count - lines.count) more"] : []
    return (lines + rest).joined(separator: "\n")
  }
}
