import Dependence
import FlowColumns
import TestSupport
import Testing

/// The same flows as the engine of the supply-chain module takes them: countries by their numbers,
/// products by their places in a list.
private func dense(_ flows: [Flow], _ products: [UInt32]) -> Flows {
  let places = Dictionary(uniqueKeysWithValues: zip(products, products.indices))
  var dense = Flows(
    countryCount: Int(flows.map { max($0.importer, $0.exporter) }.max() ?? 0) + 1,
    productCount: products.count)
  for flow in flows {
    dense.append(
      product: places[flow.product] ?? 0, exporter: Int(flow.exporter),
      importer: Int(flow.importer), value: flow.value, quantity: flow.quantity)
  }
  return dense
}

/// Whether the columns and the table of the module give the same figures, to the last bit.
func expectSameDependence(_ flows: [Flow], _ segments: [Segment]) throws {
  let products = Set(flows.map(\.product)).sorted()
  let expected = DependenceTable(dense(flows, products)).countries()
    .sorted { ($0.product, $0.importer ?? 0) < ($1.product, $1.importer ?? 0) }
  let found = concurrentMap(segments.count, threads: 2) { segments[$0].dependences() }.flatMap {
    $0
  }
  try #require(found.count == expected.count)
  for (row, wanted) in zip(found, expected) {
    let isSame =
      row.imports.product == products[wanted.product]
      && Int(row.imports.importer) == wanted.importer
      && row.imports.imports == wanted.imports
      && Int(row.imports.suppliers) == wanted.suppliers
      && row.imports.index == wanted.importConcentration
      && row.imports.topShare == wanted.topShare
      && Int(row.imports.topSupplier) == wanted.topSupplier
      && row.worldIndex == wanted.worldConcentration && row.exports == wanted.exports
      && row.ratio == wanted.importExportRatio
    #expect(isSame, "\(row) \(wanted)")
  }
  let alone = concurrentMap(segments.count, threads: 2) {
    segments[$0].importConcentrations()
  }.flatMap { $0 }
  #expect(alone == found.map(\.imports))
}

@Suite("Concentration and dependence from columns")
struct ConcentrationTests {
  @Test("equals the engine of the supply-chain module to the last bit on random flows")
  func random() throws {
    var random = SeededGenerator(seed: 21)
    for count in [1, 30, 2000, 8000] {
      let flows = try randomFlows(
        count, periods: [Period(year: 2023)], products: 1...30, countries: 1...60, &random)
      try expectSameDependence(
        flows.sorted { FlowKey($0) < FlowKey($1) }, try table(flows).segments)
    }
  }

  @Test("of world exports equals a direct computation from the definition")
  func exports() throws {
    var random = SeededGenerator(seed: 22)
    let flows = try randomFlows(
      3000, periods: [Period(year: 2023)], products: 1...10, countries: 1...40, &random
    ).filter { $0.value < 1e9 }
    let found = try table(flows).segments.flatMap { $0.exportConcentrations() }
    #expect(found.map(\.product) == Array(1...10))
    for row in found {
      var sums: [UInt16: Double] = [:]
      for flow in flows where flow.product == row.product {
        sums[flow.exporter, default: 0] += flow.value
      }
      let total = sums.values.reduce(0, +)
      let index = sums.values.reduce(0) { $0 + ($1 / total) * ($1 / total) }
      #expect(abs(row.exports - total) <= 1e-12 * total)
      #expect(abs(row.index - index) <= 1e-12)
      #expect(Int(row.exporters) == sums.values.count { $0 > 0 })
      let top = sums.max { ($0.value, $1.key) < ($1.value, $0.key) }
      #expect(row.topExporter == top?.key)
      #expect(abs(row.topShare - (top?.value ?? 0) / total) <= 1e-12)
    }
  }

  @Test(
    "of a group leaves out what its members buy of each other, and sums what they buy of others")
  func groups() throws {
    var random = SeededGenerator(seed: 23)
    let members: Set<UInt16> = [3, 7, 8, 20]
    let flows = try randomFlows(
      4000, periods: [Period(year: 2023)], products: 1...12, countries: 1...40, &random
    ).filter { $0.value < 1e9 }
    let segments = try table(flows).segments
    let found = segments.flatMap { $0.importConcentrations(ofGroup: members) }
    for row in found {
      var sums: [UInt16: Double] = [:]
      for flow in flows
      where flow.product == row.product && members.contains(flow.importer)
        && !members.contains(flow.exporter)
      {
        sums[flow.exporter, default: 0] += flow.value
      }
      let total = sums.values.reduce(0, +)
      let top = sums.max { ($0.value, $1.key) < ($1.value, $0.key) }
      #expect(abs(row.imports - total) <= 1e-12 * total)
      #expect(abs(row.index - sums.values.reduce(0) { $0 + $1 * $1 / total / total }) <= 1e-12)
      #expect(row.topSupplier == top?.key && row.importer == 0)
      #expect(Int(row.suppliers) == sums.values.count { $0 > 0 })
    }
    #expect(found.map(\.product) == Array(1...12))
    let some = segments.flatMap {
      $0.importConcentrations(ofGroup: members, products: [2...3, 9...9])
    }
    #expect(some == found.filter { [2, 3, 9].contains($0.product) })
    let every = segments.flatMap { $0.importConcentrations() }
    #expect(
      segments.flatMap { $0.importConcentrations(of: [4...6]) }
        == every.filter { (4...6).contains($0.product) })
  }

  @Test("names the lowest number among equal suppliers, and leaves out imports of zero")
  func ties() throws {
    let flows = try [(3, 7, 5.0), (3, 2, 5), (3, 9, 1), (4, 7, 0), (5, 7, 0), (5, 8, 2)].map {
      try Flow(
        period: Period(year: 2023), product: 1, importer: $0.0, exporter: $0.1, value: $0.2,
        quantity: nil)
    }
    let found = try table(flows).segments.flatMap { $0.importConcentrations() }
    #expect(found.map(\.importer) == [3, 5])
    #expect(found.map(\.topSupplier) == [2, 8])
    #expect(found.map(\.suppliers) == [3, 1])
  }
}
