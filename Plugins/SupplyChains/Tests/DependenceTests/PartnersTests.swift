import Dependence
import TestSupport
import Testing

@Suite("Trade partners and reverse dependence")
struct PartnersTests {
  @Test("partners equal a direct computation from the flows, for a country and a group")
  func partners() {
    var random = SeededGenerator(seed: 11)
    for round in 0..<30 {
      let (flows, values, quantities) = randomFlows(&random)
      let members: Set<Int> = round.isMultiple(of: 2) ? [0] : [0, 1]
      let found = TradePartners(flows, product: 1, importers: members)
      let bought = values.filter {
        $0.key[0] == 1 && members.contains($0.key[2]) && !members.contains($0.key[1])
      }
      let sold = values.filter {
        $0.key[0] == 1 && members.contains($0.key[1]) && !members.contains($0.key[2])
      }
      #expect(isNear(found.imports, bought.values.reduce(0, +)))
      #expect(isNear(found.exports, sold.values.reduce(0, +)))
      let countries = Set(bought.keys.map { $0[1] }).union(sold.keys.map { $0[2] })
      #expect(Set(found.partners.map(\.country)) == countries)
      for partner in found.partners {
        let from = bought.filter { $0.key[1] == partner.country }
        let to = sold.filter { $0.key[2] == partner.country }
        #expect(isNear(partner.imports, from.values.reduce(0, +)))
        #expect(isNear(partner.exports, to.values.reduce(0, +)))
        #expect(isNear((partner.importShare ?? 0) * found.imports, partner.imports))
        let known = from.keys.compactMap { quantities[$0] }
        #expect((partner.quantity == nil) == known.isEmpty)
        #expect(isNear(partner.quantity ?? 0, known.reduce(0, +)))
      }
      let order = found.partners.map(\.imports)
      #expect(order == order.sorted(by: >), "the largest supplier first")
    }
  }

  @Test("without imports no share is defined")
  func noImports() {
    var flows = Flows(countryCount: 2, productCount: 1)
    flows.append(product: 0, exporter: 0, importer: 1, value: 5)
    let found = TradePartners(flows, product: 0, importers: [0])
    #expect(found.partners.map(\.importShare) == [nil])
    #expect(found.partners.map(\.exportShare) == [1])
  }

  @Test("reverse dependence equals a direct computation from the flows")
  func reverse() throws {
    var random = SeededGenerator(seed: 12)
    for round in 0..<30 {
      let (flows, values, _) = randomFlows(&random)
      let partners: Set<Int> = round.isMultiple(of: 2) ? [1] : [1, 2]
      let found = ReverseDependence(flows, home: 0, partners: partners)
      let home = values.filter { $0.key[1] == 0 }
      #expect(isNear(found.homeExports, home.values.reduce(0, +)))
      let sold = home.filter { partners.contains($0.key[2]) }
      #expect(isNear(found.sales, sold.values.reduce(0, +)))
      #expect(Set(found.rows.map(\.product)) == Set(sold.keys.map { $0[0] }))
      #expect(found.rows.map(\.sales) == found.rows.map(\.sales).sorted(by: >))
      for row in found.rows {
        let imports = values.filter {
          $0.key[0] == row.product && partners.contains($0.key[2]) && !partners.contains($0.key[1])
        }
        let total = imports.values.reduce(0, +)
        let bySupplier = Dictionary(grouping: imports, by: { $0.key[1] })
          .mapValues { $0.map(\.value).reduce(0, +) }
        #expect(isNear(row.partnerImports, total))
        #expect(isNear(row.share, (bySupplier[0] ?? 0) / total))
        #expect(row.suppliers == bySupplier.count)
        let index = bySupplier.values.map { ($0 / total) * ($0 / total) }.reduce(0, +)
        #expect(isNear(row.importConcentration, index))
        let others = bySupplier.filter { $0.key != 0 }
        let top = others.values.max() ?? 0
        #expect(isNear(row.topOtherShare, top / total))
        #expect((row.topOtherSupplier == nil) == others.isEmpty)
        let exports = values.filter {
          $0.key[0] == row.product && $0.key[1] != 0 && !partners.contains($0.key[1])
        }
        #expect(isNear(row.otherExports, exports.values.reduce(0, +)))
        let own = home.filter { $0.key[0] == row.product }.values.reduce(0, +)
        #expect(isNear(row.shareOfHomeExports, row.sales / own))
      }
    }
  }

  @Test("a home that is not among the countries sells nothing")
  func unknownHome() {
    var random = SeededGenerator(seed: 13)
    let (flows, _, _) = randomFlows(&random)
    #expect(ReverseDependence(flows, home: nil, partners: [1]).rows.isEmpty)
  }
}

@Suite("Partners and reverse dependence of every country at once")
struct PartnerTableTests {
  @Test("the partners of all products are those of each product alone")
  func partnerTable() {
    var random = SeededGenerator(seed: 21)
    for _ in 0..<20 {
      let (flows, values, _) = randomFlows(&random)
      let table = PartnerTable(flows)
      for country in 0..<flows.countryCount {
        let found = table.products(of: country)
        let traded = Set(values.keys.filter { $0[1] == country || $0[2] == country }.map { $0[0] })
        #expect(found.map(\.product) == traded.sorted())
        for (product, partners) in found {
          let alone = TradePartners(flows, product: product, importers: [country])
          #expect(partners.partners == alone.partners)
          #expect(isNear(partners.imports, alone.imports))
        }
      }
    }
  }

  @Test("a group united is one country: its members' trade with others, none among themselves")
  func united() {
    var random = SeededGenerator(seed: 22)
    for _ in 0..<20 {
      let (flows, values, quantities) = randomFlows(&random)
      let members: Set<Int> = [1, 2]
      let united = flows.united(members)
      func seen(_ country: Int) -> Int { members.contains(country) ? 1 : country }
      var sums: [[Int]: Double] = [:]
      var known: [[Int]: Double] = [:]
      for (key, value) in values where seen(key[1]) != seen(key[2]) {
        let pair = [key[0], seen(key[1]), seen(key[2])]
        sums[pair, default: 0] += value
        if let quantity = quantities[key] { known[pair, default: 0] += quantity }
      }
      #expect(united.count == sums.count)
      for row in 0..<united.count {
        let pair = [
          Int(united.products[row]), Int(united.exporters[row]), Int(united.importers[row]),
        ]
        #expect(isNear(united.values[row], sums[pair] ?? .nan))
        #expect((united.quantity(row) == nil) == (known[pair] == nil))
        #expect(isNear(united.quantity(row) ?? 0, known[pair] ?? 0))
      }
    }
  }

  @Test("reverse dependence of all pairs equals that of each pair, and names the largest supplier")
  func reverseTable() {
    var random = SeededGenerator(seed: 23)
    for _ in 0..<20 {
      let (flows, values, _) = randomFlows(&random)
      let table = ReverseDependenceTable(flows)
      let all = table.rows()
      #expect(all.count == values.count)
      let own = DependenceTable(flows).countries()
      for row in all {
        let imports = values.filter { $0.key[0] == row.product && $0.key[2] == row.partner }
        let best = imports.max { ($0.value, -$0.key[1]) < ($1.value, -$1.key[1]) }
        #expect(row.isTopSupplier == (best?.key[1] == row.home))
        let world = values.filter { $0.key[0] == row.product }
        let sold = world.filter { $0.key[1] == row.home }.values.reduce(0, +)
        #expect(isNear(row.shareOfWorldExports, sold / world.values.reduce(0, +)))
        let mirror = own.first { $0.product == row.product && $0.importer == row.partner }
        #expect(isNear(row.worldConcentration, mirror?.worldConcentration ?? .nan))
        #expect(isNear(row.importExportRatio, mirror?.importExportRatio ?? .nan))
        #expect(
          row.dependsOnHome(.published)
            == (mirror?.meetsAll(.published) == true && mirror?.topSupplier == row.home))
      }
      for home in 0..<flows.countryCount {
        #expect(table.rows(home: home) == all.filter { $0.home == home })
      }
    }
  }
}
