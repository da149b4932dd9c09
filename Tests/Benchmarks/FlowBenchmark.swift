internal import FlowColumns

/// What the flow columns are measured at.
enum FlowBenchmark {
  static let threads = 2
  private static let countries = Set(YearGenerator.countryNumbers)

  static func parse(_ path: String, threads: Int) throws {
    let start = seconds()
    let bytes = try forEachFlows(path, threads: threads) { _ in }
    print("seconds", seconds() - start)
    print("megabytes_per_second", Double(bytes) / 1e6 / (seconds() - start))
  }

  static func importFile(_ path: String, to target: String) throws {
    let start = seconds()
    var builder = FlowBuilder(threads: threads)
    _ = try forEachFlows(path, threads: threads) { builder.append($0) }
    let parsed = seconds()
    let table = try builder.finish()
    let built = seconds()
    try SegmentFile.write(table.segments, to: target)
    print("seconds", seconds() - start)
    print("reading_and_sorting", parsed - start)
    print("merging", built - parsed)
    print("rows", table.count)
    print("segments", table.segments.count)
    print("key_bytes", table.segments.reduce(0) { $0 + $1.keys.count })
    print("value_bytes", table.segments.reduce(0) { $0 + $1.values.count })
    print("quantity_bytes", table.segments.reduce(0) { $0 + ($1.quantities?.count ?? 0) })
  }

  /// Concentration for every product and importer, from a closed file; only keys and values are read.
  static func concentration(_ path: String, years: Int) throws {
    let start = seconds()
    var sums = Sums()
    for _ in 0..<years {
      let file = try SegmentFile(path: path)
      let parts = try concurrentMap(file.count, threads: threads) { index in
        Sums(try file.segment(index, withQuantities: false).importConcentrations())
      }
      sums = parts.reduce(Sums()) { $0 + $1 }
    }
    print("inside", seconds() - start)
    sums.print()
  }

  /// Questions one after the other in one process, from segments in memory.
  static func session(_ path: String, repeats: Int) throws {
    let file = try SegmentFile(path: path)
    var segments: [Segment] = []
    let opening = try shortest(of: 1) {
      segments = try concurrentMap(file.count, threads: threads) {
        try file.segment($0, withQuantities: true)
      }
    }
    print("opening", opening)
    let all = segments
    var sums = Sums()
    print(
      "concentration",
      shortest(of: repeats) {
        sums = concurrentMap(all.count, threads: threads) { Sums(all[$0].importConcentrations()) }
          .reduce(Sums()) { $0 + $1 }
      })
    sums.print()
    print(
      "concentration_one_thread",
      shortest(of: repeats) {
        _ = concurrentMap(all.count, threads: 1) { Sums(all[$0].importConcentrations()) }
      })
    var worlds = 0.0
    print(
      "world_concentration",
      shortest(of: repeats) {
        worlds = concurrentMap(all.count, threads: threads) {
          all[$0].exportConcentrations().reduce(0) { $0 + $1.index }
        }.reduce(0, +)
      })
    print("world_index", worlds)
    var dependent = 0
    print(
      "dependence",
      shortest(of: repeats) {
        dependent = concurrentMap(all.count, threads: threads) {
          all[$0].dependences().count {
            $0.imports.index > 0.4 && $0.worldIndex > 0.4 && $0.ratio > 1
          }
        }.reduce(0, +)
      })
    print("dependent", dependent)
    try questions(all, repeats)
  }

  private static func questions(_ segments: [Segment], _ repeats: Int) throws {
    let importer = YearGenerator.countryNumbers[3]
    var product: UInt32 = 0
    let middle = segments[segments.count / 2]
    product = middle.summary.productRange.lowerBound
    let asked: [(String, FlowQuery)] = [
      ("everything", FlowQuery()),
      ("importer_year", FlowQuery(importers: [importer])),
      ("exporter_year", FlowQuery(exporters: [importer])),
      ("product_year", FlowQuery(products: [product...product])),
      ("lookup", FlowQuery(products: [product...product], importers: [importer], exporters: [4])),
    ]
    for (name, query) in asked {
      var count = 0
      var value = 0.0
      let time = try shortest(of: repeats) {
        count = 0
        value = 0
        var cursor = try FlowCursor(segments, query)
        while let flow = cursor.next() {
          count += 1
          value += flow.value
        }
      }
      print(name, time)
      print("\(name)_rows", count)
      print("\(name)_value", value)
    }
    print("asked_importer", importer)
    print("asked_product", product)
  }

  /// Feeds the parser the file in chunks.
  ///
  /// - Returns: the number of bytes.
  private static func forEachFlows(
    _ path: String, threads: Int, _ body: (UnsafeBufferPointer<Flow>) -> Void
  ) throws -> Int {
    var parser = BACIParser(countries: countries, threads: threads)
    let file = try OpenFile(path: path)
    var chunk = [UInt8](repeating: 0, count: 1 << 20)
    var bytes = 0
    while case let count = try file.read(into: &chunk), count > 0 {
      bytes += count
      try chunk.withUnsafeBufferPointer {
        try parser.feed(UnsafeBufferPointer(rebasing: $0[..<count]), body)
      }
    }
    try parser.finish(body)
    guard parser.takeRejects().isEmpty else {
      throw FlowFault("\(path) has records that are no flows")
    }
    return bytes
  }
}

/// What both sides must agree on.
private struct Sums: Sendable {
  var groups = 0
  var suppliers = 0
  var index = 0.0
  var topShare = 0.0
  var topSuppliers = 0

  init() {}

  init(_ rows: [ImportConcentration]) {
    groups = rows.count
    for row in rows {
      suppliers &+= Int(row.suppliers)
      index += row.index
      topShare += row.topShare
      topSuppliers &+= Int(row.topSupplier)
    }
  }

  static func + (first: Sums, second: Sums) -> Sums {
    var sum = first
    sum.groups += second.groups
    sum.suppliers += second.suppliers
    sum.index += second.index
    sum.topShare += second.topShare
    sum.topSuppliers += second.topSuppliers
    return sum
  }

  func print() {
    Swift.print("groups", groups)
    Swift.print("suppliers", suppliers)
    Swift.print("index", index)
    Swift.print("top_share", topShare)
    Swift.print("top_suppliers", topSuppliers)
  }
}
