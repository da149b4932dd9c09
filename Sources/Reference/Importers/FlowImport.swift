internal import FlowColumns
internal import Kernel
internal import Store

/// Brings one file of flows into segments, with memory that does not grow with the file.
struct FlowImport: ~Copyable {
  private let session: ImportSession
  private let member: String?
  /// The file as errors name it.
  private let file: String
  private let edition: String
  private let countries: CountryNumbers
  private let store: FlowSegments
  private var builder = FlowBuilder(threads: FlowSegments.threads)
  /// The periods of which some flows of this file are in the store already.
  private var stored: Set<Period> = []
  /// The parts that another file of the same archive brought.
  private let taken: Set<String>
  private let capacity: Int
  private let chunk: Int

  /// Begins with the file, or with the member of an archive, on which the session stands.
  ///
  /// - Parameters:
  ///   - member: the member of the archive; nil when the file is none.
  ///   - chunk: how much is parsed at once at most, in bytes.
  ///   - capacity: how much waits for its period to be whole before it goes to the store, in bytes; a
  ///     file that is sorted by year needs less.
  init(
    _ session: ImportSession, member: String? = nil, edition: String, _ countries: CountryNumbers,
    capacity: Int = 512 << 20, chunk: Int = 4 << 20
  ) {
    self.session = session
    self.member = member
    self.capacity = capacity
    self.chunk = chunk
    file = member.map { "\(session.path):\($0)" } ?? session.path
    taken = Set(session.parts.keys)
    self.edition = edition
    self.countries = countries
    store = FlowSegments(edition: edition, connection: session.connection)
  }

  /// Reads the file to its end.
  ///
  /// - Throws: `TowerError` for another header, what is no CSV, and flows that stand there twice.
  mutating func run() throws {
    var parser = BACIParser(countries: Set(countries.numbers), threads: FlowSegments.threads)
    do {
      var last: UInt8?
      while let bytes = try session.next() {
        last = bytes.last ?? last
        for start in stride(from: 0, to: bytes.count, by: chunk) {
          try bytes[start..<min(start + chunk, bytes.count)].withUnsafeBufferPointer { buffer in
            try parser.feed(buffer) { take($0) }
          }
          reject(&parser)
          if builder.byteCount > capacity { try storeAll() }
        }
      }
      try parser.finish { take($0) }
      reject(&parser)
      let ends = [UInt8(ascii: "\n"), UInt8(ascii: "\r"), 0x1A]
      if let last, !ends.contains(last) {
        session.noteOpenEnd(of: member)
      }
    } catch let fault as FlowFault {
      throw TowerError(
        .failed, "\(file):\(fault.line): \(fault.message)", hints: ["nothing was changed"])
    }
    try storeAll()
  }

  /// Adds flows and counts them by period.
  private mutating func take(_ flows: [UnsafeBufferPointer<Flow>]) {
    for (period, rows) in builder.append(flows) {
      session.accept(part: "\(edition)/\(period)", rows: rows)
    }
  }

  private func reject(_ parser: inout BACIParser) {
    for reject in parser.takeRejects() {
      session.reject(
        line: Int(reject.line), reason: (member.map { "\($0): " } ?? "") + reject.reason,
        content: reject.content)
    }
  }

  /// Moves what waits into the store, joined with what is there of its periods from this file.
  private mutating func storeAll() throws {
    for period in builder.periods {
      guard !taken.contains("\(edition)/\(period)") else {
        throw TowerError(
          .failed, "\(file): another file of the archive holds flows of \(period) already",
          hints: ["nothing was changed"])
      }
      let earlier =
        stored.contains(period)
        ? try store.load(store.entries(FlowQuery(periods: period...period)), quantities: true) : []
      do {
        try store.replace(period) { try builder.finish(period, joining: earlier, $0) }
      } catch let duplicates as DuplicateFlows {
        throw try refusal(of: duplicates)
      }
      stored.insert(period)
    }
  }

  /// The error that names both lines of the first flow that stands there twice.
  private func refusal(of duplicates: DuplicateFlows) throws -> TowerError {
    guard let pair = duplicates.pairs.first else { preconditionFailure("no duplicate is named") }
    let first = pair.firstLine > 0 ? pair.firstLine : try firstLine(of: pair)
    let product = TradeFlows.digits(pair.product)
    let names = try [pair.exporter, pair.importer].map(countries.identifier)
    return TowerError(
      .failed, "\(file):\(pair.secondLine): this flow stands on line \(first) already",
      hints: [
        "product \(product) from \(names[0]) to \(names[1]) in \(pair.period)",
        duplicates.count == 1
          ? "nothing was changed" : "\(duplicates.count) flows stand twice; nothing was changed",
      ])
  }

  /// Reads the file again up to the first line of a flow, for one whose lines went to the store.
  private func firstLine(of pair: DuplicateFlows.Pair) throws -> UInt32 {
    let stream = try ByteStream(path: session.path)
    if let member { while let name = try stream.nextMember(), name != member {} }
    var parser = BACIParser(countries: Set(countries.numbers))
    var line: UInt32?
    while line == nil, let bytes = try stream.next() {
      try bytes.withUnsafeBufferPointer { buffer in
        try parser.feed(buffer) { flows in
          line = line ?? flows.joined().first { $0.isSame(as: pair) }?.line
        }
      }
    }
    return line ?? 0
  }
}

extension Flow {
  /// Whether a flow is the one that stands in a file twice.
  fileprivate func isSame(as pair: DuplicateFlows.Pair) -> Bool {
    product == pair.product && exporter == pair.exporter && importer == pair.importer
      && period == pair.period
  }
}
