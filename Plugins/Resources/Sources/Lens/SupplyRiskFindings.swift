internal import Criticality
internal import Kernel
internal import Reference
internal import Store
internal import Vocabulary

/// The supply risk of the materials of an event for the home country.
struct SupplyRiskFindings {
  private let input: LensInput
  private let settings: ResourcesSettings
  private let home: LocalizedText

  init(_ input: LensInput, _ settings: ResourcesSettings) throws {
    self.input = input
    self.settings = settings
    home = try Countries.names(input.connection).inSentence(input.event.home)
  }

  func findings(_ materials: [Material]) throws -> [Finding] {
    let lastYear = input.asOf.adding(days: 1).year - 1
    var years: [String: Int] = [:]
    for material in materials {
      years[material.identifier] = try TradeYear.heldYears([material], input.connection)
        .last { $0 <= lastYear }
    }
    // The flows of a year are read once, however many materials they are read for.
    var facts: [Int: CriticalityYear] = [:]
    for year in Set(years.values) {
      facts[year] = try CriticalityYear(
        importer: input.event.home, year: year,
        materials: Set(years.filter { $0.value == year }.keys),
        settings: settings, input.connection)
    }
    return try materials.map { material in
      guard let year = years[material.identifier], let facts = facts[year] else {
        return withoutTrade(material)
      }
      return try finding(facts.assess(material), facts)
    }
  }

  private func finding(_ found: MaterialCriticality, _ facts: CriticalityYear) throws -> Finding {
    let sources = facts.facts.sources(of: [found.material])
    let risk = found.supplyRisk.high
    let missing = SupplyRiskWording.missing(risk, found)
    return Finding(
      "supply_risk", subject: found.material.subject, value: risk.value,
      asOf: Day(year: found.year, month: 12, day: 31) ?? input.asOf,
      status: missing.isEmpty ? .known : .insufficient(missing: missing),
      statement: SupplyRiskWording.statement(found, home: home),
      evidence: SupplyRiskWording.evidence(found) + found.remarks, sources: sources,
      marking: try SourceRegister.marking(of: sources, input.connection))
  }

  private func withoutTrade(_ material: Material) -> Finding {
    let missing =
      material.products.isEmpty
      ? LocalizedText(
        "a product code that \(material.name.inSentence) is traded under",
        korean: "\(material.name.inKorean) 거래에 쓰이는 품목 코드")
      : LocalizedText(
        "trade flows of a year before \(input.asOf.year)",
        korean: "\(input.asOf.year)년 이전의 무역 통계")
    return Finding(
      "supply_risk", subject: material.subject, asOf: input.asOf,
      status: .insufficient(missing: [missing]),
      statement: SupplyRiskWording.untold(material, home: home))
  }
}
