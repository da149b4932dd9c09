import Dependence
import Glibc
import TestSupport
import Testing

private let bounds = ThinBounds(
  suppliers: 3, measuredFlows: 4, value: 10, unmeasuredShare: 0.5)

private func median(_ numbers: [Double]) -> Double? {
  let sorted = numbers.sorted()
  guard !sorted.isEmpty else { return nil }
  let middle = sorted.count / 2
  return sorted.count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
}

private func isNear(_ first: Double?, _ second: Double?) -> Bool {
  guard let first, let second else { return first == nil && second == nil }
  return abs(first - second) <= 1e-9 * max(1, abs(first), abs(second))
}

@Suite("Unit values")
struct UnitValueTests {
  @Test("equal a direct computation from the flows, for a country and for a group as one")
  func bruteForce() {
    var random = SeededGenerator(seed: 31)
    for round in 0..<30 {
      let (flows, values, quantities) = randomFlows(&random)
      let members: Set<Int> = round.isMultiple(of: 2) ? [0] : [0, 2]
      func seen(_ country: Int) -> Int { members.contains(country) ? 0 : country }
      var paid: [[Int]: (value: Double, measured: Double, quantity: Double?)] = [:]
      for (key, value) in values where seen(key[1]) != seen(key[2]) {
        let pair = [key[0], seen(key[1]), seen(key[2])]
        var sum = paid[pair] ?? (0, 0, nil)
        sum.value += value
        if let quantity = quantities[key] {
          sum.measured += value
          sum.quantity = (sum.quantity ?? 0) + quantity
        }
        paid[pair] = sum
      }
      let rows = UnitValueTable(flows.united(members), thin: bounds).rows(importer: 0)
      #expect(rows.count == paid.keys.filter { $0[2] == 0 }.count)
      for row in rows {
        guard let own = paid[[row.product, row.partner, 0]] else {
          Issue.record("a row without flows")
          continue
        }
        let unitValue = own.quantity.map { own.measured / $0 }
        #expect(isNear(row.unitValue, unitValue))
        #expect(isNear(row.quantity, own.quantity))
        #expect(isNear(row.unmeasuredShare, 1 - own.measured / own.value))
        let mine = paid.filter {
          $0.key[0] == row.product && $0.key[2] == 0 && $0.value.quantity != nil
        }
        let quantity = mine.values.reduce(0) { $0 + ($1.quantity ?? 0) }
        let total = mine.values.reduce(0) { $0 + $1.measured }
        #expect(isNear(row.importerMean, mine.isEmpty ? nil : total / quantity))
        #expect(
          isNear(row.importerMedian, median(mine.values.map { $0.measured / ($0.quantity ?? 1) })))
        let world = paid.filter { $0.key[0] == row.product && $0.value.quantity != nil }.values
          .map { $0.measured / ($0.quantity ?? 1) }
        #expect(row.worldFlows == world.count)
        #expect(isNear(row.worldMedian, median(world)))
        let logs = world.map { log($0) }
        if let middle = median(logs), let unitValue, logs.count >= bounds.measuredFlows {
          let spread = 1.4826 * (median(logs.map { abs($0 - middle) }) ?? 0)
          #expect(isNear(row.robustDistance, spread > 0 ? (log(unitValue) - middle) / spread : nil))
        } else {
          #expect(row.robustDistance == nil)
        }
        #expect(row.thin.contains(.few(world.count)) == (world.count < 4))
        #expect(row.thin.contains(.little(row.value)) == (row.value < 10))
      }
    }
  }

  @Test("a quantity of zero gives no unit value and is no unknown quantity")
  func zeroIsNotUnknown() {
    var flows = Flows(countryCount: 3, productCount: 1)
    flows.append(product: 0, exporter: 1, importer: 0, value: 5, quantity: 0)
    flows.append(product: 0, exporter: 2, importer: 0, value: 5)
    let rows = UnitValueTable(flows, thin: bounds).rows(importer: 0)
    #expect(rows.map(\.quantity) == [0, nil])
    #expect(rows.map(\.unitValue) == [nil, nil])
    #expect(rows.map(\.unmeasuredShare) == [0, 1])
    #expect(rows.map { $0.thin.contains(.unmeasured(1)) } == [false, true])
    #expect(rows.allSatisfy { $0.importerMean == nil && $0.worldMedian == nil })
  }

  @Test("a price far from the world's has a great distance, whatever the unit of the value")
  func outlier() {
    for scale in [1.0, 1000] {
      var flows = Flows(countryCount: 12, productCount: 1)
      for exporter in 1..<11 {
        let price = 1 + 0.05 * Double(exporter)
        flows.append(
          product: 0, exporter: exporter, importer: 0, value: price * 100 * scale, quantity: 100)
      }
      flows.append(product: 0, exporter: 11, importer: 0, value: 900 * scale, quantity: 100)
      let rows = UnitValueTable(flows, thin: bounds).rows(partner: 11)
      #expect(rows.count == 1)
      #expect((rows.first?.robustDistance ?? 0) > 5)
    }
  }
}
