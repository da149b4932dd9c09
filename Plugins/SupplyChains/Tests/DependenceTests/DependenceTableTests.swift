import Dependence
import TestSupport
import Testing

@Suite("Dependence of every importer on every product")
struct DependenceTableTests {
  @Test("equals a direct computation from the definitions on random flows")
  func bruteForce() throws {
    var random = SeededGenerator(seed: 42)
    for _ in 0..<40 {
      let countries = Int.random(in: 2...9, using: &random)
      let products = Int.random(in: 1...4, using: &random)
      var flows = Flows(countryCount: countries, productCount: products)
      var values: [[Int]: Double] = [:]
      for exporter in 0..<countries {
        for importer in 0..<countries where importer != exporter {
          for product in 0..<products where Bool.random(using: &random) {
            let value = Double.random(in: 0.001...1000, using: &random)
            values[[product, exporter, importer]] = value
            flows.append(product: product, exporter: exporter, importer: importer, value: value)
          }
        }
      }
      let table = DependenceTable(flows)
      for row in table.countries() {
        let importer = try #require(row.importer)
        let bought = values.filter { $0.key[0] == row.product && $0.key[2] == importer }
        let sold = values.filter { $0.key[0] == row.product && $0.key[1] == importer }
        let total = bought.values.reduce(0, +)
        let index = bought.values.map { ($0 / total) * ($0 / total) }.reduce(0, +)
        #expect(abs(row.imports - total) <= 1e-9 * total)
        #expect(abs(row.importConcentration - index) < 1e-12)
        #expect(row.suppliers == bought.count)
        #expect(row.topShare == (bought.values.max() ?? 0) / row.imports)
        #expect(abs(row.exports - sold.values.reduce(0, +)) < 1e-9)
      }
      let everybody = table.group(Set(0..<countries))
      #expect(everybody.isEmpty, "a group of all countries imports nothing from outside")
      for row in table.group([0]) {
        let alone = table.countries().first { $0.importer == 0 && $0.product == row.product }
        #expect(row.imports == alone?.imports)
        #expect(row.importConcentration == alone?.importConcentration)
        #expect(row.outsideShare == 1)
      }
    }
  }

  @Test("leaves out an importer whose imports are all zero: no share is defined")
  func zeroTotal() {
    var flows = Flows(countryCount: 2, productCount: 1)
    flows.append(product: 0, exporter: 0, importer: 1, value: 0)
    #expect(DependenceTable(flows).countries().isEmpty)
  }

  @Test("names the lowest code among equal suppliers, in whatever order the rows come")
  func ties() {
    for exporters in [[1, 2], [2, 1]] {
      var flows = Flows(countryCount: 4, productCount: 1)
      for exporter in exporters {
        flows.append(product: 0, exporter: exporter, importer: 0, value: 5)
        flows.append(product: 0, exporter: exporter, importer: 3, value: 5)
      }
      let table = DependenceTable(flows)
      #expect(table.countries().allSatisfy { $0.topSupplier == 1 })
      #expect(table.group([0, 3]).map(\.topSupplier) == [1])
    }
  }

  @Test("persists when it held in two of three years, even if not in the last of them")
  func persistence() {
    #expect(holdsInTwoOfThreeYears([true, true, false]) == true)
    #expect(holdsInTwoOfThreeYears([true, false, false]) == false)
    #expect(holdsInTwoOfThreeYears([nil, true, true]) == nil)
  }

  @Test("the margin is above 1 where all criteria hold, and that of three years where they persist")
  func margins() {
    var random = SeededGenerator(seed: 43)
    for _ in 0..<60 {
      let years = (0..<3).map { _ in randomFlows(&random).flows }
        .map { DependenceTable($0).country(0).first { $0.product == 0 } }
      for row in years.compactMap({ $0 }) {
        #expect((row.margin(.published) > 1) == row.meetsAll(.published))
      }
      #expect(
        marginOfThreeYears(years.map { $0?.margin(.published) ?? 0 }).map { $0 > 1 }
          == holdsInTwoOfThreeYears(years.map { $0?.meetsAll(.published) ?? false }))
    }
    #expect(marginOfThreeYears([nil, 2, 2]) == nil)
  }
}
