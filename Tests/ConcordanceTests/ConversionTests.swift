import TestSupport
import Testing

@testable import Concordance

@Suite("Converting codes with values")
struct ConversionTests {
  private func convert(
    _ entries: [CodeConversion.Entry], _ relation: CodeRelation, _ weights: CodeWeights
  ) -> CodeConversion {
    CodeConversion(entries, by: relation, weights: weights, families: CodeFamilies(relation))
  }

  @Test(
    "a code that became two is divided, one that merged goes over whole, one that ended is told")
  func worked() {
    let relation = CodeRelation([
      (source: "010", target: "011"), ("010", "012"), ("020", "025"), ("021", "025"),
    ])
    let entries = [
      CodeConversion.Entry("010", value: 100), .init("021", value: 7), .init("099", value: 5),
    ]
    let equal = convert(entries, relation, .equal(relation))
    #expect(equal.rows.map(\.target) == ["011", "012", "025"])
    #expect(equal.rows.map(\.value) == [50, 50, 7])
    #expect(equal.rows.map(\.kind) == [.oneToMany, .oneToMany, .manyToOne])
    #expect(equal.rows.map(\.basis) == [.equal, .equal, .only])
    #expect(equal.residual == [CodeConversion.Entry("099", value: 5)])
    let byValue = convert(
      entries, relation, .byValue(relation, ["011": 30, "012": 10, "025": 999]))
    #expect(byValue.rows.map(\.value) == [75, 25, 7])
    #expect(byValue.rows.map(\.basis) == [.value, .value, .only])
  }

  @Test("a counterpart without a recorded value is no share of zero: the code is divided equally")
  func unknown() {
    let relation = CodeRelation([
      (source: "1", target: "a"), ("1", "b"), ("2", "c"), ("2", "d"), ("3", "e"), ("3", "f"),
    ])
    let weights = CodeWeights.byValue(relation, ["a": 8, "c": 0, "d": 4, "e": 0, "f": 0])
    let result = convert(["1", "2", "3"].map { .init($0) }, relation, weights)
    #expect(result.rows.map(\.weight) == [0.5, 0.5, 0, 1, 0.5, 0.5])
    #expect(result.rows.map(\.basis) == [.equal, .equal, .value, .value, .equal, .equal])
    #expect(result.rows.allSatisfy { $0.value == nil })
  }

  @Test("weights sum to 1 for each code, and rows and residual to what was given, for any relation")
  func conservation() {
    var random = SeededGenerator(seed: 4)
    for round in 0..<1000 {
      let sample = RandomRelation(from: "a", to: "b", random: &random)
      let relation = sample.relation
      let values = relation.targets.filter { _ in Int.random(in: 0...3, using: &random) > 0 }
        .map { ($0, Double.random(in: 0...1e6, using: &random)) }
      let known = Dictionary(uniqueKeysWithValues: values)
      let isEqual = round.isMultiple(of: 2)
      let weights = isEqual ? CodeWeights.equal(relation) : .byValue(relation, known)
      let entries = (1...9).map {
        CodeConversion.Entry("a\($0)", value: Double.random(in: 0...1e9, using: &random))
      }
      let result = convert(entries, relation, weights)
      for entry in entries {
        let targets = sample.targets(of: entry.source)
        let rows = result.rows.filter { $0.source == entry.source }
        #expect(Set(rows.map(\.target)) == targets)
        #expect(rows.count == targets.count)
        #expect(result.residual.contains(entry) == targets.isEmpty)
        guard !targets.isEmpty else { continue }
        #expect(abs(rows.reduce(0) { $0 + $1.weight } - 1) < 1e-12)
        let total = targets.compactMap { isEqual ? nil : known[$0] }
        let sum = total.reduce(0, +)
        for row in rows {
          let share =
            total.count == targets.count && sum > 0 && targets.count > 1
            ? (known[row.target] ?? 0) / sum : 1 / Double(targets.count)
          #expect(abs(row.weight - share) < 1e-12)
          #expect(abs((row.value ?? .nan) - (entry.value ?? .nan) * share) < 1e-3)
        }
      }
      let given = entries.reduce(0) { $0 + ($1.value ?? 0) }
      let found =
        result.rows.reduce(0) { $0 + ($1.value ?? 0) }
        + result.residual.reduce(0) { $0 + ($1.value ?? 0) }
      #expect(abs(found - given) <= 1e-12 * given)
    }
  }
}

@Suite("Converting flows")
struct FlowConversionTests {
  @Test("sums what meets in one product between one pair, and says what has no counterpart")
  func worked() {
    let relation = CodeRelation([
      (source: "1", target: "a"), ("2", "a"), ("2", "b"),
    ])
    var flows = CodedFlows(products: ["1", "2", "3"], pairCount: 2)
    flows.append(product: 0, pair: 1, value: 10, quantity: 1)
    flows.append(product: 1, pair: 1, value: 4, quantity: .nan)
    flows.append(product: 1, pair: 0, value: 6, quantity: 2)
    flows.append(product: 2, pair: 0, value: 9, quantity: 3)
    let result = FlowConversion(flows, by: relation, weights: .equal(relation))
    #expect(result.flows.products == ["a", "b"])
    #expect(result.flows.rowProducts == [0, 0, 1, 1])
    #expect(result.flows.pairs == [0, 1, 0, 1])
    #expect(result.flows.values == [3, 12, 3, 2])
    #expect(result.flows.quantities[0] == 1)
    #expect(result.flows.quantities[1].isNaN, "one of the two is not known")
    #expect(
      result.residual == [
        FlowConversion.Residual(source: "3", value: 9, quantity: 3, count: 1)
      ])
  }

  @Test("agrees with the conversion of each flow alone, for any relation")
  func property() {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<300 {
      let relation = RandomRelation(from: "a", to: "b", random: &random).relation
      let weights = CodeWeights.equal(relation)
      var flows = CodedFlows(products: (1...9).map { "a\($0)" }, pairCount: 4)
      var expected: [String: Double] = [:]
      var without = 0.0
      for _ in 0..<40 {
        let product = Int32.random(in: 0..<9, using: &random)
        let pair = Int32.random(in: 0..<4, using: &random)
        let value = Double.random(in: 0...100, using: &random)
        flows.append(product: product, pair: pair, value: value, quantity: value * 2)
        let alone = CodeConversion(
          [.init("a\(product + 1)", value: value)], by: relation, weights: weights,
          families: CodeFamilies(relation))
        for row in alone.rows { expected["\(row.target)/\(pair)", default: 0] += row.value ?? 0 }
        without += alone.residual.reduce(0) { $0 + ($1.value ?? 0) }
      }
      let result = FlowConversion(flows, by: relation, weights: weights)
      var found: [String: Double] = [:]
      for row in result.flows.values.indices {
        let product = result.flows.products[Int(result.flows.rowProducts[row])]
        let key = "\(product)/\(result.flows.pairs[row])"
        #expect(found.updateValue(result.flows.values[row], forKey: key) == nil)
        #expect(abs(result.flows.quantities[row] - 2 * result.flows.values[row]) < 1e-9)
      }
      #expect(found.keys.sorted() == expected.keys.sorted())
      for (key, value) in expected { #expect(abs((found[key] ?? .nan) - value) < 1e-9) }
      #expect(abs(result.residual.reduce(0) { $0 + $1.value } - without) < 1e-9)
      let kept = result.flows.values.reduce(0, +) + result.residual.reduce(0) { $0 + $1.value }
      #expect(abs(kept - flows.values.reduce(0, +)) < 1e-9)
    }
  }
}
