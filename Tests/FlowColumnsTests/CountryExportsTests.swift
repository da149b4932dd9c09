import FlowColumns
import TestSupport
import Testing

@Suite("What countries export")
struct CountryExportsTests {
  @Test("is the sum over importers, by product and country, on random flows")
  func random() throws {
    struct Key: Hashable { let product: UInt32, exporter: UInt16 }
    var random = SeededGenerator(seed: 5)
    for count in [1, 40, 3000] {
      let flows = try randomFlows(
        count, periods: [Period(year: 2023)], products: 1...20, countries: 1...40, &random)
      var sums: [Key: Double] = [:]
      for flow in flows.sorted(by: { FlowKey($0) < FlowKey($1) }) {
        sums[Key(product: flow.product, exporter: flow.exporter), default: 0] += flow.value
      }
      let found = try table(flows).segments.flatMap { $0.countryExports() }
      #expect(
        Dictionary(
          uniqueKeysWithValues: found.map {
            (Key(product: $0.product, exporter: $0.exporter), $0.value)
          }) == sums.filter { $0.value > 0 })
      let some = try table(flows).segments.flatMap { $0.countryExports(of: [3...7]) }
      #expect(some == found.filter { (3...7).contains($0.product) })
    }
  }
}
