import FlowColumns
import TestSupport
import Testing

private let years = [Period(year: 2022), Period(year: 2023), Period(year: 2023, month: 5)]

@Suite("A table of flows")
struct FlowTableTests {
  @Test(
    "gives back what was put in, sorted, whatever the order and the size of the parts",
    arguments: [(1, 1), (7, 3), (500, 64), (3000, 100_000), (3000, 999)])
  func roundTrip(count: Int, piece: Int) throws {
    var random = SeededGenerator(seed: UInt64(count))
    let flows = try randomFlows(
      count, periods: years, products: 1...999_999, countries: 0...65535, &random)
    let table = try table(flows, piece: piece)
    let sorted = try withoutLines(flows).sorted { FlowKey($0) < FlowKey($1) }
    try expectSame(try rows(table), sorted)
    for segment in table.segments { try segment.checkInvariants() }
  }

  @Test("is the same bytes however its rows came")
  func deterministic() throws {
    var random = SeededGenerator(seed: 5)
    let flows = try randomFlows(
      4000, periods: [years[0]], products: 1...40, countries: 1...240, &random)
    let once = try table(flows).segments
    let again = try table(flows.shuffled(using: &random), piece: 300).segments
    #expect(once.map(\.keys) == again.map(\.keys))
    #expect(once.map(\.values) == again.map(\.values))
    #expect(once.map(\.quantities) == again.map(\.quantities))
  }

  @Test("answers random queries as a filter over all rows does")
  func queries() throws {
    var random = SeededGenerator(seed: 11)
    let flows = try withoutLines(
      try randomFlows(6000, periods: years, products: 1...60, countries: 1...40, &random))
    let table = try table(flows)
    let sorted = flows.sorted { FlowKey($0) < FlowKey($1) }
    for _ in 0..<60 {
      let query = try randomQuery(&random)
      #expect(try rows(table, query) == sorted.filter { isWanted($0, query) }, "\(query)")
    }
  }

  private func randomQuery(_ random: inout SeededGenerator) throws -> FlowQuery {
    let bounds = [try pick(years, &random), try pick(years, &random)].sorted()
    let ranges = (0..<Int.random(in: 0...4, using: &random)).map { _ in
      let start = UInt32.random(in: 0...65, using: &random)
      return start...start + UInt32.random(in: 0...9, using: &random)
    }
    let countries = { (random: inout SeededGenerator) -> Set<UInt16>? in
      guard Bool.random(using: &random) else { return nil }
      return Set(
        (0..<Int.random(in: 0...5, using: &random)).map { _ in .random(in: 0...45, using: &random) }
      )
    }
    return FlowQuery(
      periods: Bool.random(using: &random) ? bounds[0]...bounds[1] : nil,
      products: Bool.random(using: &random) ? ranges : nil, importers: countries(&random),
      exporters: countries(&random))
  }

  private func isWanted(_ flow: Flow, _ query: FlowQuery) -> Bool {
    (query.periods?.contains(flow.period) ?? true)
      && (query.products?.contains { $0.contains(flow.product) } ?? true)
      && (query.importers?.contains(flow.importer) ?? true)
      && (query.exporters?.contains(flow.exporter) ?? true)
  }

  @Test("replaces one period and leaves the others as they were; appends only what is not there")
  func replacing() throws {
    var random = SeededGenerator(seed: 3)
    let old = try randomFlows(900, periods: years, products: 1...9, countries: 1...30, &random)
    let new = try randomFlows(50, periods: [years[1]], products: 1...9, countries: 1...30, &random)
    var whole = try table(old)
    let update = try table(new)
    #expect(throws: FlowFault("the flows of 2023 are there already")) {
      try whole.append(years[1], update.segments)
    }
    whole.replace(years[1], with: update.segments)
    let expected = try withoutLines(old.filter { $0.period != years[1] } + new)
    #expect(try rows(whole) == expected.sorted { FlowKey($0) < FlowKey($1) })
    whole.replace(years[0], with: [])
    #expect(whole.periods == [years[1], years[2]])
    try whole.append(years[0], try table(old).segments(of: years[0]))
    #expect(whole.periods == years)
  }

  @Test(
    "names both lines of a flow that stands there twice, in one piece and in many",
    arguments: [1 << 20, 40])
  func duplicates(piece: Int) throws {
    var random = SeededGenerator(seed: 8)
    var flows = try randomFlows(100, periods: years, products: 1...9, countries: 1...99, &random)
    let copied = flows[17]
    flows.append(
      try Flow(
        period: copied.period, product: copied.product, importer: copied.importer,
        exporter: copied.exporter, value: 1, quantity: nil, line: 500))
    let error = #expect(throws: DuplicateFlows.self) {
      try table(flows, piece: piece)
    }
    #expect(error?.count == 1)
    #expect(error?.pairs.map(\.firstLine) == [copied.line])
    #expect(error?.pairs.map(\.secondLine) == [500])
    #expect(error?.description.contains("stands on line \(copied.line) already") == true)
  }

  @Test("names the first hundred of many duplicates and counts the rest")
  func manyDuplicates() throws {
    var random = SeededGenerator(seed: 9)
    let flows = try randomFlows(700, periods: years, products: 1...9, countries: 1...99, &random)
    let error = #expect(throws: DuplicateFlows.self) {
      try table(flows + flows, piece: 256)
    }
    #expect(error?.count == flows.count)
    #expect(error?.pairs.count == DuplicateFlows.limit)
    #expect(error?.description.contains("and \(flows.count - 100) more") == true)
  }

  @Test("keeps whole products in a segment, also one of more rows than a segment should have")
  func wholeProducts() throws {
    var flows: [Flow] = []
    for exporter in UInt16(0)..<280 {
      for importer in UInt16(0)..<280 {
        flows.append(
          try Flow(
            period: years[0], product: 7, importer: importer, exporter: exporter, value: 1,
            quantity: 0))
      }
    }
    for product in [UInt32(6), 8, 9] {
      flows.append(
        try Flow(
          period: years[0], product: product, importer: 1, exporter: 2, value: 1, quantity: nil))
    }
    let segments = try table(flows).segments
    #expect(segments.map(\.summary.productRange) == [6...6, 7...7, 8...9])
    #expect(segments.map(\.summary.rows) == [1, 280 * 280, 2])
    for segment in segments { try segment.checkInvariants() }
  }

  @Test("a period can be finished before the others, which stay as they are")
  func periodByPeriod() throws {
    var random = SeededGenerator(seed: 14)
    let flows = try randomFlows(500, periods: years, products: 1...9, countries: 1...99, &random)
    var builder = FlowBuilder()
    _ = flows.withUnsafeBufferPointer { builder.append([$0]) }
    #expect(builder.periods == years)
    let first = try finished(&builder, years[1])
    #expect(builder.periods == [years[0], years[2]])
    #expect(try finished(&builder, years[1]).isEmpty)
    let whole = try table(flows)
    #expect(first.map(\.keys) == whole.segments(of: years[1]).map(\.keys))
    var rest = try builder.finish()
    try rest.append(years[1], first)
    try expectSame(try rows(rest), try rows(whole))
  }

  @Test(
    "a period that was finished in between is the same bytes in the end, and loses no duplicate")
  func joined() throws {
    var random = SeededGenerator(seed: 15)
    let flows = try randomFlows(
      900, periods: [years[0]], products: 1...9, countries: 1...99, &random
    )
    .shuffled(using: &random)
    var builder = FlowBuilder()
    var segments: [Segment] = []
    for start in stride(from: 0, to: flows.count, by: 200) {
      let some = Array(flows[start..<min(start + 200, flows.count)])
      _ = some.withUnsafeBufferPointer { builder.append([$0]) }
      segments = try finished(&builder, years[0], joining: segments)
    }
    let whole = try table(flows).segments
    #expect(segments.map(\.keys) == whole.map(\.keys))
    #expect(segments.map(\.quantities) == whole.map(\.quantities))
    #expect(try finished(&builder, years[0], joining: segments).map(\.keys) == whole.map(\.keys))
    _ = flows[3...3].withUnsafeBufferPointer { builder.append([$0]) }
    let error = #expect(throws: DuplicateFlows.self) {
      try finished(&builder, years[0], joining: segments)
    }
    #expect(error?.count == 1)
    #expect(error?.pairs.first?.firstLine == 0)
  }

  @Test("an empty builder makes an empty table")
  func empty() throws {
    var builder = FlowBuilder()
    let table = try builder.finish()
    #expect(table.count == 0 && table.periods.isEmpty)
  }
}

@Suite("A flow")
struct FlowTests {
  @Test(
    "refuses values and quantities that are no numbers, infinite or negative",
    arguments: [Double.nan, .infinity, -.infinity, -1, -0.001])
  func refusals(number: Double) {
    #expect(throws: FlowFault.self) {
      try Flow(period: years[0], product: 1, importer: 1, exporter: 2, value: number, quantity: 1)
    }
    #expect(throws: FlowFault.self) {
      try Flow(period: years[0], product: 1, importer: 1, exporter: 2, value: 1, quantity: number)
    }
  }

  @Test("refuses a value whose square would be no number", arguments: [1e101, 1e-101, 1e-300])
  func squares(value: Double) {
    #expect(throws: FlowFault.self) {
      try Flow(period: years[0], product: 1, importer: 1, exporter: 2, value: value, quantity: 1)
    }
  }

  @Test("refuses a product that has no six digits")
  func products() {
    for product in [UInt32(0), 1_000_000] {
      #expect(throws: FlowFault.self) {
        try Flow(
          period: years[0], product: product, importer: 1, exporter: 2, value: 1, quantity: 1)
      }
    }
  }

  @Test("products under a heading are those that begin with its digits")
  func headings() throws {
    #expect(try FlowQuery.products(under: "2805") == 280500...280599)
    #expect(try FlowQuery.products(under: "01") == 10000...19999)
    #expect(try FlowQuery.products(under: "280530") == 280530...280530)
    for wrong in ["", "28a5", "2805300", "+28"] {
      #expect(throws: FlowFault.self) { try FlowQuery.products(under: wrong) }
    }
  }

  @Test("periods are ordered in time, a year before its months, and say what they are")
  func periods() {
    #expect(years.sorted() == years)
    #expect(years.map(\.description) == ["2022", "2023", "2023-05"])
    #expect(years.map { Period(code: $0.code) } == years)
    #expect(Period(code: 2023 << 4 | 13) == nil)
    #expect(years[2].month == 5 && years[1].month == nil)
  }
}
