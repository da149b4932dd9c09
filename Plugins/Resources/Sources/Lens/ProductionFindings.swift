internal import Criticality
internal import Kernel
internal import Reference
internal import Store
internal import Vocabulary

/// Who produces the materials of an event, and how concentrated that is.
struct ProductionFindings {
  private static let producersShown = 5
  private let input: LensInput
  private let names: CountryNames
  /// The year of production by material, the latest that had ended by the day of the brief.
  private let latest: [String: WorldProduction]

  init(_ input: LensInput) throws {
    self.input = input
    names = try Countries.names(input.connection)
    let lastYear = input.asOf.adding(days: 1).year - 1
    var latest: [String: WorldProduction] = [:]
    for year in try WorldProduction.years(input.connection) where year <= lastYear {
      for (material, world) in try WorldProduction.year(year, input.connection) {
        latest[material] = world
      }
    }
    self.latest = latest
  }

  func findings(_ subject: EventMaterials) throws -> [Finding] {
    try subject.materials.flatMap { material in
      guard let world = latest[material.identifier], let measured = world.concentration([:]) else {
        return [unknown(material.subject, name: material.name)]
      }
      let marking = try SourceRegister.marking(of: world.sources, input.connection)
      return shares(material, world, measured, marking) + [
        concentration(material, world, measured, marking)
      ]
    }
      + subject.unknown.map {
        unknown(Subject(kind: "material", identifier: $0), name: LocalizedText($0))
      }
  }

  private func shares(
    _ material: Material, _ world: WorldProduction, _ measured: ProductionConcentration,
    _ marking: Marking
  ) -> [Finding] {
    world.producers.prefix(ProductionFindings.producersShown).compactMap { producer in
      guard let amount = producer.amount, amount > 0 else { return nil }
      let share = amount / measured.total
      let percent = StatementNumber.percent(share)
      let name = names.inSentence(producer.country)
      let made = StatementNumber.amount(amount, world.unit, significant: 6)
      let total = StatementNumber.amount(measured.total, world.unit, significant: 6)
      return Finding(
        "world_production_share", subject: material.subject,
        object: Subject(kind: "country", identifier: producer.country), value: share,
        unit: "share",
        asOf: lastDay(world),
        statement: LocalizedText(
          "\(name.english.prefix(1).uppercased() + name.english.dropFirst()) produced \(percent.english) of the world's \(material.name.inSentence) in "
            + "\(world.year)",
          korean: "\(world.year)년 세계 \(material.name.inKorean) 생산에서 "
            + "\(name.inKorean)의 비중은 \(percent.inKorean)이다"),
        evidence: [
          LocalizedText(
            "\(made.english) of \(total.english) in \(world.year)",
            korean: "\(world.year)년 세계 생산 \(total.inKorean) 중 \(made.inKorean)")
        ],
        sources: world.sources, marking: marking)
    }
  }

  private func concentration(
    _ material: Material, _ world: WorldProduction, _ measured: ProductionConcentration,
    _ marking: Marking
  ) -> Finding {
    let top = names.inSentence(world.producers[measured.topProducer].country)
    let percent = StatementNumber.percent(measured.topShare)
    let index = StatementNumber.index(measured.index)
    let without = measured.withoutProduction.map { world.producers[$0].country }
    return Finding(
      "production_concentration", subject: material.subject, value: measured.index,
      asOf: lastDay(world),
      statement: LocalizedText(
        "World production of \(material.name.inSentence) in \(world.year) came from "
          + "\(measured.producers) \(measured.producers == 1 ? "country" : "countries"), "
          + "\(percent.english) of it from \(top.english); its concentration (HHI) is \(index) "
          + "on a scale from 0 to 1",
        korean: "\(world.year)년 세계 \(material.name.inKorean) 생산은 "
          + "\(measured.producers)개국에서 이루어졌고 그중 "
          + "\(KoreanParticle.subject.after(percent.inKorean)) \(top.inKorean)에서 "
          + "나왔으며, 생산 집중도(HHI, 0~1)는 \(index)이다"),
      evidence: without.isEmpty
        ? []
        : [
          LocalizedText(
            "without a figure, in no share: "
              + without.map { names.inSentence($0).english }.joined(separator: ", "),
            korean: "수치가 없어 비중에 넣지 않은 국가: "
              + without.map { names[$0].inKorean }.joined(separator: ", "))
        ],
      sources: world.sources, marking: marking)
  }

  private func unknown(_ subject: Subject, name: LocalizedText) -> Finding {
    let year = input.asOf.year
    return Finding(
      "production_concentration", subject: subject, asOf: input.asOf,
      status: .insufficient(missing: [
        LocalizedText(
          "the world production of \(name.inSentence) in a year before \(year)",
          korean: "\(year)년 이전의 세계 \(name.inKorean) 생산량")
      ]),
      statement: LocalizedText(
        "Who produces \(name.inSentence), and how concentrated that is, cannot be told",
        korean: "\(name.inKorean)의 생산국과 생산 집중도는 판단할 수 없다"))
  }

  private func lastDay(_ world: WorldProduction) -> Day {
    Day(year: world.year, month: 12, day: 31) ?? input.asOf
  }
}
