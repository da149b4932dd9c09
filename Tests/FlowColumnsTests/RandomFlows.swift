import FlowColumns
import TestSupport
import Testing

/// The key of a flow.
struct FlowKey: Hashable, Comparable {
  let period: Period
  let product: UInt32
  let importer: UInt16
  let exporter: UInt16

  init(_ flow: Flow) {
    period = flow.period
    product = flow.product
    importer = flow.importer
    exporter = flow.exporter
  }

  static func < (first: FlowKey, second: FlowKey) -> Bool {
    (first.period, first.product, first.importer, first.exporter)
      < (second.period, second.product, second.importer, second.exporter)
  }
}

/// Random flows without duplicates, in random order, with lines from 2.
func randomFlows(
  _ count: Int, periods: [Period], products: ClosedRange<UInt32>, countries: ClosedRange<UInt16>,
  _ random: inout SeededGenerator
) throws -> [Flow] {
  var seen: Set<FlowKey> = []
  var flows: [Flow] = []
  for line in 0..<count {
    let flow = try Flow(
      period: try pick(periods, &random),
      product: .random(in: products, using: &random),
      importer: .random(in: countries, using: &random),
      exporter: .random(in: countries, using: &random),
      value: randomNumber(&random),
      quantity: Int.random(in: 0..<8, using: &random) == 0 ? nil : randomNumber(&random),
      line: UInt32(line + 2))
    if seen.insert(FlowKey(flow)).inserted { flows.append(flow) }
  }
  return flows
}

/// A number of any of the sizes that a column must hold.
func randomNumber(_ random: inout SeededGenerator) -> Double {
  switch Int.random(in: 0..<20, using: &random) {
  case 0: 0
  case 1: Double.random(in: 0..<1e-6, using: &random)
  case 2: Double.random(in: 1e12..<1e100, using: &random)
  case 3: Double.random(in: 0..<1000, using: &random)
  default:
    Double(UInt64.random(in: 0..<(1 << UInt64.random(in: 0..<50, using: &random)), using: &random))
      / 1000
  }
}

func pick<Element>(_ elements: [Element], _ random: inout SeededGenerator) throws -> Element {
  try #require(elements.randomElement(using: &random))
}

/// A table of flows that come in pieces of some size.
func table(_ flows: [Flow], piece: Int = 1 << 20, threads: Int = 2) throws -> FlowTable {
  var builder = FlowBuilder(threads: threads)
  _ = flows.withUnsafeBufferPointer { flows in
    builder.append(
      stride(from: 0, to: flows.count, by: piece).map {
        UnsafeBufferPointer(rebasing: flows[$0..<min($0 + piece, flows.count)])
      })
  }
  return try builder.finish()
}

/// The segments of a period that a builder finishes.
func finished(_ builder: inout FlowBuilder, _ period: Period, joining earlier: [Segment] = [])
  throws -> [Segment]
{
  var segments: [Segment] = []
  try builder.finish(period, joining: earlier) { segments.append($0) }
  return segments
}

/// All flows that a query wants, in the order in which the table gives them.
func rows(_ table: FlowTable, _ query: FlowQuery = FlowQuery()) throws -> [Flow] {
  var cursor = try table.flows(query)
  var found: [Flow] = []
  while let flow = cursor.next() { found.append(flow) }
  return found
}

/// The same flows without their lines, which a segment does not keep.
func withoutLines(_ flows: [Flow]) throws -> [Flow] {
  try flows.map { flow in
    try Flow(
      period: flow.period, product: flow.product, importer: flow.importer,
      exporter: flow.exporter, value: flow.value, quantity: flow.quantity)
  }
}

/// Expects the same flows; names the first that differs, where a difference of arrays would take too
/// long to find.
func expectSame(_ found: [Flow], _ expected: [Flow]) throws {
  try #require(found.count == expected.count)
  let different = zip(found, expected).first { $0 != $1 }
  #expect(different == nil, "\(String(describing: different))")
}
