import Dependence
import TestSupport
import Testing

/// Random flows of one year, and the same as values by product, exporter and importer.
func randomFlows(_ random: inout SeededGenerator, products: Int = 3) -> (
  flows: Flows, values: [[Int]: Double], quantities: [[Int]: Double]
) {
  let countries = Int.random(in: 3...8, using: &random)
  var flows = Flows(countryCount: countries, productCount: products)
  var values: [[Int]: Double] = [:]
  var quantities: [[Int]: Double] = [:]
  for exporter in 0..<countries {
    for importer in 0..<countries where importer != exporter {
      for product in 0..<products where Bool.random(using: &random) {
        let value = Double.random(in: 0.001...1000, using: &random)
        let quantity =
          Bool.random(using: &random) ? Double.random(in: 0.1...50, using: &random) : nil
        values[[product, exporter, importer]] = value
        quantities[[product, exporter, importer]] = quantity
        flows.append(
          product: product, exporter: exporter, importer: importer, value: value,
          quantity: quantity)
      }
    }
  }
  return (flows, values, quantities)
}

/// Whether two numbers are equal but for the order of summing.
func isNear(_ first: Double, _ second: Double) -> Bool {
  abs(first - second) <= 1e-9 * max(1, abs(first), abs(second))
}

@Suite("Products combined into one")
struct FlowsTests {
  @Test("keep one row for each pair of countries, with the sums of a direct computation")
  func sums() {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<30 {
      let (flows, values, quantities) = randomFlows(&random, products: 4)
      let combined = flows.combined(1..<3)
      var pairs: Set<[Int]> = []
      for row in 0..<combined.count {
        let pair = [Int(combined.exporters[row]), Int(combined.importers[row])]
        #expect(pairs.insert(pair).inserted, "one row for each pair")
        let keys = [[1] + pair, [2] + pair]
        let value = keys.compactMap { values[$0] }.reduce(0, +)
        #expect(isNear(combined.values[row], value))
        let known = keys.filter { quantities[$0] != nil }
        #expect((combined.quantity(row) == nil) == known.isEmpty)
        let quantity = known.compactMap { quantities[$0] }.reduce(0, +)
        #expect(isNear(combined.quantity(row) ?? 0, quantity))
        let measured = known.compactMap { values[$0] }.reduce(0, +)
        #expect(isNear(combined.measuredValue(row), measured))
      }
      let wanted = Set(values.keys.filter { (1..<3).contains($0[0]) }.map { Array($0[1...]) })
      #expect(pairs == wanted)
    }
  }

  @Test("give a heading the concentration of its sums, not of its rows")
  func concentration() {
    var flows = Flows(countryCount: 3, productCount: 2)
    flows.append(product: 0, exporter: 1, importer: 0, value: 30)
    flows.append(product: 1, exporter: 1, importer: 0, value: 30)
    flows.append(product: 1, exporter: 2, importer: 0, value: 40)
    let row = DependenceTable(flows.combined(0..<2)).country(0).first
    let index: Double = 0.6 * 0.6 + 0.4 * 0.4
    #expect(row?.importConcentration == index)
    #expect(row?.suppliers == 2)
  }

  @Test("of a single product are its own rows")
  func single() {
    var random = SeededGenerator(seed: 6)
    let (flows, _, _) = randomFlows(&random)
    let own = DependenceTable(flows).countries().filter { $0.product == 2 }
    let combined = DependenceTable(flows.combined(2..<3)).countries()
    #expect(own.map(\.importConcentration) == combined.map(\.importConcentration))
    #expect(own.map(\.importExportRatio) == combined.map(\.importExportRatio))
  }

  @Test("one country alone has the rows that the table of all countries has of it")
  func oneCountry() {
    var random = SeededGenerator(seed: 8)
    let (flows, _, _) = randomFlows(&random)
    let table = DependenceTable(flows)
    for country in 0..<flows.countryCount {
      #expect(table.country(country) == table.countries().filter { $0.importer == country })
    }
  }
}
