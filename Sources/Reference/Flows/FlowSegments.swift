internal import FlowColumns
internal import Kernel
internal import Store

/// The segments of flows in the store: one row each, with what it says of itself beside its blocks.
///
/// The segments of a period do not overlap, so that the first product tells them apart.
struct FlowSegments {
  let edition: String
  let connection: Connection

  /// A segment as the store lists it, its blocks not read yet.
  struct Entry: Sendable {
    let row: Int64
    let summary: SegmentSummary
    let checksums: SegmentChecksums
  }

  /// How many threads verify segments.
  static let threads = 2

  /// The segments that can hold wanted flows, by period and product.
  func entries(_ query: FlowQuery = FlowQuery()) throws -> [Entry] {
    let statement = try connection.prepare(
      """
      SELECT rowid, year, month, row_count, product_count, group_count, first_product, last_product,
        first_importer, last_importer, first_exporter, last_exporter, keys_checksum,
        values_checksum, quantities_checksum
      FROM flow_segment
      WHERE edition = ? AND year BETWEEN ? AND ? AND first_product <= ? AND last_product >= ?
      ORDER BY year, month, first_product
      """)
    let years = query.periods.map { ($0.lowerBound.year, $0.upperBound.year) } ?? (0, 9999)
    let products = (
      query.products?.first?.lowerBound ?? 0, query.products?.last?.upperBound ?? .max
    )
    try statement.bind([
      .text(edition), Value(years.0), Value(years.1), .integer(Int64(products.1)),
      .integer(Int64(products.0)),
    ])
    var entries: [Entry] = []
    while try statement.step() {
      guard let entry = Entry(statement) else {
        throw TowerError(
          .integrity, "the store lists a segment of flows that cannot be one",
          hints: ["tower store check names it"])
      }
      if query.admits(entry.summary) { entries.append(entry) }
    }
    return entries
  }

  /// Reads segments, verified; those read lately come from memory.
  ///
  /// - Parameter quantities: whether the quantities are read too.
  /// - Throws: `TowerError` for one that is torn or altered.
  func load(_ entries: [Entry], quantities: Bool) throws -> [Segment] {
    var segments = entries.map { SegmentCache.segment($0.checksums, quantities: quantities) }
    let missing = segments.indices.filter { segments[$0] == nil }
    let blocks = try missing.map { try self.blocks(of: entries[$0], quantities: quantities) }
    let loaded = try concurrentMap(missing.count, threads: FlowSegments.threads) {
      [edition] index in
      try verified(blocks[index], entries[missing[index]], edition)
    }
    for (index, segment) in zip(missing, loaded) {
      SegmentCache.keep(segment, entries[index].checksums)
      segments[index] = segment
    }
    return segments.compactMap { $0 }
  }

  /// Reads segments and asks something of each, on all threads.
  ///
  /// They are not kept in memory: what reads whole years would push out what questions need again.
  ///
  /// - Throws: as `load`.
  func map<Result: Sendable>(
    _ entries: [Entry], quantities: Bool, _ body: @escaping @Sendable (Segment) -> Result
  ) throws -> [Result] {
    let kept = entries.map { SegmentCache.segment($0.checksums, quantities: quantities) }
    let blocks = try entries.indices.map { index in
      kept[index] == nil ? try self.blocks(of: entries[index], quantities: quantities) : nil
    }
    return try concurrentMap(entries.count, threads: FlowSegments.threads) { [edition] index in
      if let segment = kept[index] { return body(segment) }
      guard let blocks = blocks[index] else { preconditionFailure("a segment is kept or read") }
      return body(try verified(blocks, entries[index], edition))
    }
  }

  /// The blocks of a segment as they are stored.
  func blocks(of entry: Entry, quantities: Bool) throws -> SegmentBlocks {
    let columns = quantities ? "keys, value_block, quantity_block" : "keys, value_block"
    let row = try connection.first(
      "SELECT \(columns) FROM flow_segment WHERE rowid = ?", [.integer(entry.row)])
    let bytes = (row ?? []).map { value in
      if case .blob(let bytes) = value { bytes } else { [UInt8]() }
    }
    return SegmentBlocks(
      keys: bytes.first ?? [], values: bytes.dropFirst().first ?? [],
      quantities: quantities ? bytes.last ?? [] : nil)
  }

  /// Puts segments in the place of all flows of a period.
  ///
  /// - Parameter make: makes them, and gives each to its closure when it is ready.
  func replace(_ period: Period, _ make: ((Segment) throws -> Void) throws -> Void) throws {
    try connection.execute(
      "DELETE FROM flow_segment WHERE edition = ? AND year = ? AND month = ?",
      [.text(edition), Value(period.year), Value(period.month ?? 0)])
    let insert = try connection.prepare(
      "INSERT INTO flow_segment VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    try make { segment in
      guard let checksums = segment.checksums, let quantities = segment.quantities else {
        preconditionFailure("a segment is stored with its quantities")
      }
      let summary = segment.summary
      try insert.run([
        .text(edition), Value(period.year), Value(period.month ?? 0),
        .integer(Int64(summary.productRange.lowerBound)),
        .integer(Int64(summary.productRange.upperBound)), Value(summary.rows),
        Value(summary.products), Value(summary.groups),
        Value(Int(summary.importerRange.lowerBound)), Value(Int(summary.importerRange.upperBound)),
        Value(Int(summary.exporterRange.lowerBound)), Value(Int(summary.exporterRange.upperBound)),
        .integer(Int64(bitPattern: checksums.keys)), .integer(Int64(bitPattern: checksums.values)),
        .integer(Int64(bitPattern: checksums.quantities)), .blob(segment.keys),
        .blob(segment.values), .blob(quantities),
      ])
    }
  }
}

/// The blocks of a segment, not verified.
struct SegmentBlocks: Sendable {
  let keys: [UInt8]
  let values: [UInt8]
  let quantities: [UInt8]?

  /// The segment that they are.
  ///
  /// - Throws: `FlowFault` for a block that is torn, altered or of another segment.
  func segment() throws(FlowFault) -> Segment {
    try Segment(keys: keys, values: values, quantities: quantities)
  }
}

/// A segment out of its blocks, compared with what the store lists of it.
private func verified(_ blocks: SegmentBlocks, _ entry: FlowSegments.Entry, _ edition: String)
  throws
  -> Segment
{
  do throws(FlowFault) {
    let segment = try blocks.segment()
    if let fault = entry.difference(from: segment) { throw FlowFault(fault) }
    return segment
  } catch {
    throw TowerError(
      .integrity, "\(entry.name(edition)): \(error)",
      hints: ["tower store check names every damaged part; import the file of the year again"])
  }
}

extension FlowSegments.Entry {
  /// Reads a row of the list; nil where its numbers cannot be those of a segment.
  fileprivate init?(_ statement: Statement) {
    func number<N: FixedWidthInteger>(_ column: Int) -> N? { N(exactly: statement.integer(column)) }
    func range<N: FixedWidthInteger>(_ column: Int) -> ClosedRange<N>? {
      guard let lower: N = number(column), let upper: N = number(column + 1), lower <= upper else {
        return nil
      }
      return lower...upper
    }
    guard let year: Int = number(1), let month: Int = number(2), (0...9999).contains(year),
      (0...12).contains(month), let products: ClosedRange<UInt32> = range(6),
      let importers: ClosedRange<UInt16> = range(8), let exporters: ClosedRange<UInt16> = range(10)
    else { return nil }
    row = statement.integer(0)
    summary = SegmentSummary(
      period: month == 0 ? Period(year: year) : Period(year: year, month: month),
      rows: Int(statement.integer(3)), products: Int(statement.integer(4)),
      groups: Int(statement.integer(5)), productRange: products, importerRange: importers,
      exporterRange: exporters)
    checksums = SegmentChecksums(
      keys: UInt64(bitPattern: statement.integer(12)),
      values: UInt64(bitPattern: statement.integer(13)),
      quantities: UInt64(bitPattern: statement.integer(14)))
  }

  /// What the store lists otherwise than the segment says; nil when they agree.
  func difference(from segment: Segment) -> String? {
    if segment.summary != summary { return "the store lists other counts or ranges than it has" }
    if let found = segment.checksums, found != checksums {
      return "the store lists other checksums than it has"
    }
    return nil
  }

  /// The segment by name: edition, period and first product.
  func name(_ edition: String) -> String {
    "the segment of flows \(edition) \(summary.period) from product "
      + TradeFlows.digits(summary.productRange.lowerBound)
  }
}
