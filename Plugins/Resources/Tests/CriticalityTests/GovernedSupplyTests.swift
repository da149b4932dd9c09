import Criticality
import Tabular
import TestSupport
import Testing

private typealias Part = GovernedSupply.Part

private let terms = TradeTerm(
  own: 0.8, agreement: 0.8,
  taxBands: [
    .init(from: 0.75, term: 1.3), .init(from: 0.001, term: 1.1), .init(from: 0.25, term: 1.2),
  ],
  quota: 1.3, prohibition: 1.5)

@Suite("The trade term")
struct TradeTermTests {
  @Test("is that of the strictest restriction, of an agreement without any, or 1")
  func levels() {
    func term(_ measures: TradeTerm.Measure...) -> Double {
      terms.value(of: measures, isOwn: false)
    }
    #expect(term() == 1)
    #expect(term(.agreement) == 0.8)
    #expect(term(.tax(0)) == 1)
    #expect(term(.tax(0.24)) == 1.1)
    #expect(term(.tax(0.25)) == 1.2)
    #expect(term(.tax(0.9)) == 1.3)
    #expect(term(.quota, .prohibition) == 1.5)
    #expect(term(.agreement, .tax(0.3)) == 1.2)
    #expect(terms.value(of: [.prohibition], isOwn: true) == 0.8)
  }
}

@Suite("A supply weighted by governance and trade terms")
struct GovernedSupplyTests {
  @Test("has the concentration of the European Commission's formula")
  func workedExample() throws {
    let supply = GovernedSupply([
      Part(quantity: 60, weight: 5, term: 1.3, country: 0),
      Part(quantity: 30, weight: 2, term: 1, country: 1),
      Part(quantity: 10, weight: 1, term: 0.8, country: 2),
    ])
    let found = try #require(supply.concentration(hasTerms: true))
    #expect(abs(found.lowerBound - (0.36 * 5 * 1.3 + 0.09 * 2 + 0.01 * 0.8)) < 1e-12)
    #expect(found.lowerBound == found.upperBound)
    let without = try #require(supply.concentration(hasTerms: false))
    #expect(abs(without.upperBound - (0.36 * 5 + 0.09 * 2 + 0.01)) < 1e-12)
  }

  @Test(
    "has bounds where governance is not known, the trade term included, and none without supply")
  func unknown() throws {
    let supply = GovernedSupply([
      Part(quantity: 1, weight: nil, term: 1.5, country: 0),
      Part(quantity: 1, weight: 4, term: 1, country: 1),
    ])
    #expect(supply.concentration(hasTerms: true) == 1...(1 + 0.25 * 15))
    #expect(GovernedSupply([]).concentration(hasTerms: true) == nil)
    let nothing = GovernedSupply([Part(quantity: 0, weight: 4, term: 1, country: 0)])
    #expect(nothing.concentration(hasTerms: true) == nil)
  }

  @Test("is in every draw without error what it is, and lies within the bounds with unknown ones")
  func draws() throws {
    var random = SeededGenerator(seed: 15)
    for _ in 0..<200 {
      let count = Int.random(in: 1...7, using: &random)
      let estimates = (0..<count).map { _ in
        Int.random(in: 0...3, using: &random) == 0
          ? nil : Double.random(in: -2...2, using: &random)
      }
      let supply = GovernedSupply(
        estimates.indices.map {
          Part(
            quantity: .random(in: 1...100, using: &random),
            weight: estimates[$0].map(Governance.weight),
            term: .random(in: 0.8...1.5, using: &random),
            country: $0)
        })
      let draws = RiskDraws(
        of: estimates.enumerated().map {
          ("\($0)", $1.map { .estimate($0, standardError: 0) } ?? .unknown)
        }, count: 20, seed: 3)
      let bounds = try #require(supply.concentration(hasTerms: true))
      for drawn in supply.concentrations(draws) {
        #expect(drawn >= bounds.lowerBound - 1e-12 && drawn <= bounds.upperBound + 1e-12)
      }
    }
  }
}

private let shares = "cases/supply/ireland_crm2023_global_shares_by_stage.csv"
private let results = "cases/supply/ireland_crm2023_sr_ei.csv"
private let governance = "data/governance/wgi2019_six_dimensions_dw.csv"

private func records(_ name: String) throws -> [[String]] {
  var reader = CSVReader(source: SharedData.chunks(name))
  var record = CSVRecord()
  var found: [[String]] = []
  while try reader.next(into: &record) {
    found.append((0..<record.count).map { record.text($0) ?? "" })
  }
  return Array(found.dropFirst())
}

@Suite(
  "The concentration of world supply, against the assessment of Ireland of 2023",
  .enabled(
    if: [shares, results, governance].allSatisfy(SharedData.has), "the labelled cases are absent"))
struct IrelandCaseTests {
  /// Names that the two files spell in ways of their own.
  private static let spellings = [
    "Russia": "Russian Federation", "Slovakia": "Slovak Republic", "Laos": "Lao PDR",
    "Czechia": "Czech Republic", "Kyrgyzstan": "Kyrgyz Republic",
  ]

  private static func weights() throws -> (String) -> Double? {
    let means = try records(governance).compactMap { row -> (String, Double)? in
      let estimates = stride(from: 2, to: row.count, by: 3).compactMap { Double(row[$0]) }
      return estimates.count == 6
        ? (row[0], Governance.weight(estimate: estimates.reduce(0, +) / 6)) : nil
    }
    return { country in
      let name = spellings[country] ?? String(country.prefix { $0 != "," })
      return means.first { $0.0 == country }?.1 ?? means.first { $0.0.contains(name) }?.1
    }
  }

  // The file holds neither Ireland's own supply, nor recycling, substitution and trade terms, all of
  // which lower the risk: what can be told is the order, and that the method's first part is above.
  @Test("of the stage that is the larger orders the materials much as their supply risk does")
  func order() throws {
    let weight = try Self.weights()
    var supplies: [String: [String: [Part]]] = [:]
    for row in try records(shares) {
      let part = Part(
        quantity: try #require(Double(row[3])), weight: weight(row[2]), term: 1, country: 0)
      supplies[row[0], default: [:]][row[1], default: []].append(part)
    }
    var pairs: [(ours: Double, published: Double)] = []
    for row in try records(results) {
      let stages = try #require(supplies[row[0]])
      let larger = stages.values.compactMap {
        GovernedSupply($0).concentration(hasTerms: false)?.lowerBound
      }.max()
      pairs.append((try #require(larger), try #require(Double(row[2]))))
    }
    #expect(pairs.count == 42)
    func ranks(_ numbers: [Double]) -> [Double] {
      numbers.map { number in Double(numbers.filter { $0 < number }.count) }
    }
    let ours = ranks(pairs.map(\.ours))
    let published = ranks(pairs.map(\.published))
    let distance = zip(ours, published).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    let correlation = 1 - 6 * distance / Double(42 * (42 * 42 - 1))
    #expect(correlation > 0.75, "\(correlation)")
    #expect(pairs.filter { $0.ours > $0.published }.count >= 30)
  }
}
