import Dependence
import TestSupport
import Testing

@Suite("Alternatives to a supplier")
struct AlternativesTests {
  /// Countries 0 to 4; 0 imports, 1 is its main supplier.
  private var flows: Flows {
    var flows = Flows(countryCount: 5, productCount: 2)
    flows.append(product: 0, exporter: 1, importer: 0, value: 80, quantity: 8)
    flows.append(product: 0, exporter: 2, importer: 0, value: 20, quantity: 1)
    flows.append(product: 0, exporter: 2, importer: 1, value: 60)
    flows.append(product: 0, exporter: 3, importer: 4, value: 30)
    flows.append(product: 0, exporter: 3, importer: 1, value: 10)
    flows.append(product: 0, exporter: 0, importer: 4, value: 5, quantity: 2)
    flows.append(product: 1, exporter: 4, importer: 0, value: 1000)
    return flows
  }

  @Test("are the other exporters of the product, the largest first")
  func others() {
    let found = Alternatives(flows, product: 0, importers: [0], without: [1])
    #expect(found.imports == 100)
    #expect(found.lost == 80)
    #expect(found.worldExports == 205)
    #expect(found.suppliers.map(\.exporter) == [2, 3])
    #expect(found.suppliers.map(\.exports) == [80, 40])
    #expect(found.suppliers.map(\.worldShare) == [80.0 / 205, 40.0 / 205])
    #expect(found.suppliers.map(\.isSupplierAlready) == [true, false])
    #expect(found.suppliers[0].salesToImporter == 20)
  }

  @Test("show how concentrated their customers are")
  func customers() {
    let found = Alternatives(flows, product: 0, importers: [0], without: [1])
    #expect(found.suppliers.map(\.customers) == [2, 2])
    #expect(found.suppliers.map(\.customerConcentration) == [0.625, 0.625])
    #expect(found.suppliers.map(\.topCustomer) == [1, 4])
    #expect(found.suppliers.map(\.topCustomerShare) == [0.75, 0.75])
  }

  @Test("say how much of their exports has a known quantity, and nil where none has")
  func quantities() {
    let found = Alternatives(flows, product: 0, importers: [0], without: [1])
    #expect(found.suppliers.map(\.quantity) == [1, nil])
    #expect(found.suppliers.map(\.quantityCoverage) == [0.25, 0])
  }

  @Test("say what they buy from the excluded countries themselves")
  func purchases() {
    var more = flows
    more.append(product: 0, exporter: 1, importer: 3, value: 7)
    let found = Alternatives(more, product: 0, importers: [0], without: [1])
    #expect(found.suppliers.map(\.purchasesFromExcluded) == [0, 7])
  }

  @Test("have a unit value where a quantity is known, and a cover of the loss")
  func measures() {
    let found = Alternatives(flows, product: 0, importers: [0], without: [1])
    #expect(found.suppliers.map(\.unitValue) == [20, nil])
    #expect(found.otherExports == 120)
    #expect(found.cover(of: found.lost) == 1.5)
    #expect(found.cover(of: 0) == nil)
    let squares: Double = 80 * 80 + 40 * 40
    #expect(found.concentration == squares / 14_400)
  }

  @Test("equal a direct computation from the flows, for a heading too")
  func bruteForce() {
    var random = SeededGenerator(seed: 21)
    for _ in 0..<30 {
      let (flows, values, quantities) = randomFlows(&random, products: 3)
      let found = Alternatives(flows.combined(0..<2), product: 0, importers: [0], without: [1])
      let heading = values.filter { $0.key[0] < 2 }
      #expect(isNear(found.worldExports, heading.values.reduce(0, +)))
      let lost = heading.filter { $0.key[1] == 1 && $0.key[2] == 0 }
      #expect(isNear(found.lost, lost.values.reduce(0, +)))
      let exporters = Set(heading.keys.map { $0[1] }).subtracting([0, 1])
      #expect(Set(found.suppliers.map(\.exporter)) == exporters)
      for supplier in found.suppliers {
        let sales = heading.filter { $0.key[1] == supplier.exporter }
        let total = sales.values.reduce(0, +)
        let customers = Dictionary(grouping: sales, by: { $0.key[2] })
          .mapValues { $0.map(\.value).reduce(0, +) }
        #expect(isNear(supplier.exports, total))
        #expect(supplier.customers == customers.count)
        let index = customers.values.map { ($0 / total) * ($0 / total) }.reduce(0, +)
        #expect(isNear(supplier.customerConcentration, index))
        #expect(isNear(supplier.salesToImporter, customers[0] ?? 0))
        let known = sales.filter { quantities[$0.key] != nil }
        #expect(isNear(supplier.quantityCoverage * total, known.values.reduce(0, +)))
        let amount = known.keys.compactMap { quantities[$0] }.reduce(0, +)
        #expect(isNear(supplier.quantity ?? 0, amount))
        let bought = heading.filter { $0.key[1] == 1 && $0.key[2] == supplier.exporter }
        #expect(isNear(supplier.purchasesFromExcluded, bought.values.reduce(0, +)))
      }
    }
  }

  @Test("of a group leave out its members, and its trade within itself is no import")
  func group() {
    let found = Alternatives(flows, product: 0, importers: [0, 2], without: [1])
    #expect(found.imports == 80)
    #expect(found.lost == 80)
    #expect(found.suppliers.map(\.exporter) == [3])
    #expect(found.suppliers[0].salesToImporter == 0)
  }

  @Test("are none where nobody else exports")
  func none() {
    let found = Alternatives(flows, product: 1, importers: [0], without: [4])
    #expect(found.lost == found.imports)
    #expect(found.suppliers.isEmpty)
  }

  @Test(
    "agree with the table of dependence on published flows",
    .enabled(if: SharedData.has(ReferenceFlows.file)))
  func publishedFlows() throws {
    let reference = try ReferenceFlows.all.get()
    let flows = try #require(reference.flows[2023])
    let korea = try #require(reference.countries.firstIndex(of: 410))
    for row in DependenceTable(flows).countries() where row.importer == korea {
      let found = Alternatives(
        flows, product: row.product, importers: [korea], without: [row.topSupplier])
      #expect(abs(found.imports - row.imports) <= 1e-9 * row.imports)
      #expect(abs(found.lost - row.topShare * row.imports) <= 1e-9 * row.imports)
      #expect(found.suppliers.count { $0.isSupplierAlready } == row.suppliers - 1)
    }
  }
}
