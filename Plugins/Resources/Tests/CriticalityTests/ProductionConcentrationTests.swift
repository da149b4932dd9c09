import Criticality
import Tabular
import TestSupport
import Testing

private let productionFile = "data/production/world_mining_data_2018_2024_long.csv"
private let cases = "cases/supply/geopolrisk_results.csv"

private func rows(_ name: String) throws -> [[String]] {
  var reader = CSVReader(source: SharedData.chunks(name))
  var record = CSVRecord()
  var found: [[String]] = []
  while try reader.next(into: &record) {
    found.append((0..<record.count).map { record.text($0) ?? "" })
  }
  return Array(found.dropFirst())
}

@Suite("Concentration of world production")
struct ProductionConcentrationTests {
  @Test("rescales governance to 0 for the best and 10 for the worst")
  func governance() {
    #expect(Governance.weight(estimate: 2.5) == 0)
    #expect(Governance.weight(estimate: 0) == 5)
    #expect(Governance.weight(estimate: -2.5) == 10)
    #expect(Governance.weight(estimate: -3.1) == 10)
    #expect(Governance.weight(estimate: 2.7) == 0)
  }

  @Test("names the top producer, and weighs each share by governance")
  func workedExample() throws {
    let measured = try #require(
      ProductionConcentration(production: [20, 60, 20, 0], governance: [2, 5, 8, nil]))
    #expect(measured.total == 100)
    #expect(abs(measured.index - 0.44) < 1e-15)
    #expect(measured.topProducer == 1)
    #expect(measured.topShare == 0.6)
    #expect(measured.producers == 3)
    let expected = 0.04 * 2 + 0.36 * 5 + 0.04 * 8
    #expect(abs(measured.governanceIndex.lowerBound - expected) < 1e-12)
    #expect(measured.governanceIndex.lowerBound == measured.governanceIndex.upperBound)
  }

  @Test("gives bounds where the governance of a producer is not known, and names the producer")
  func bounds() throws {
    let measured = try #require(
      ProductionConcentration(production: [50, 50], governance: [4, nil]))
    #expect(measured.governanceIndex == 1...3.5)
    #expect(measured.withoutGovernance == [1])
  }

  @Test("leaves out and names a country whose production is not known")
  func missingProduction() throws {
    let measured = try #require(
      ProductionConcentration(production: [nil, 30, 10], governance: [9, 5, 5]))
    #expect(measured.topShare == 0.75)
    #expect(measured.withoutProduction == [0])
    #expect(ProductionConcentration(production: [nil, 0], governance: [1, 1]) == nil)
  }

  @Test(
    "equals the reference index of every mineral and year on published production",
    .enabled(if: SharedData.has(productionFile) && SharedData.has(cases)))
  func published() throws {
    var production: [[String]: [Double]] = [:]
    // The file has a row with the total of all countries, which is no producer.
    for row in try rows(productionFile) where row[1] != "Total" {
      if let amount = Double(row[7]) { production[[row[0], row[6]], default: []].append(amount) }
    }
    var compared = 0
    for row in try rows(cases) {
      guard let amounts = production[[row[2], row[3]]] else { continue }
      let measured = ProductionConcentration(
        production: amounts, governance: amounts.map { _ in nil })
      let expected = try #require(Double(row[6]))
      #expect(abs((measured?.index ?? 0) - expected) < 1e-9, "\(row[2]) \(row[3])")
      compared += 1
    }
    #expect(compared == 680)
  }
}
