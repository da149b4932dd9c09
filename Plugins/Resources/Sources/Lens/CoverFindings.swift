internal import Criticality
internal import Kernel
internal import Reference
internal import Store
internal import Vocabulary

/// How long the stock of each material lasts under an event.
struct CoverFindings {
  private let input: LensInput
  private let thresholds: CoverThresholds
  private let visible: VisiblePositions

  init(_ input: LensInput, _ thresholds: CoverThresholds) throws {
    self.input = input
    self.thresholds = thresholds
    visible = try VisiblePositions(input.tower.deployment, asOf: input.asOf, input.connection)
  }

  func findings(_ materials: [Material]) throws -> [Finding] {
    try materials.map { material in
      let loss = SupplyLoss(of: material, isAlone: materials.count == 1, input)
      let held = visible.latest(material.identifier, isTarget: false)
      guard let stock = HeldStock(held) else { return try withoutStock(material, loss) }
      guard let days = stock.days else {
        return try withoutConsumption(material, stock)
      }
      return try withStock(material, stock, days: days, loss)
    }
  }

  private func withStock(
    _ material: Material, _ stock: HeldStock, days: Double, _ loss: SupplyLoss
  ) throws -> Finding {
    var finding = try finding(material, loss)
    finding.sources = Set(finding.sources + stock.sources).sorted()
    finding.marking = finding.marking.combined(with: stock.marking)
    let use = StatementNumber.number(days)
    finding.evidence +=
      stock.evidence(name(of:)) + [
        LocalizedText("days of use: \(use)", korean: "사용일수 기준 재고: \(use)일분")
      ]
    let wording = CoverWording(material: material.name, days: days)
    switch loss {
    case .none:
      finding.value = days
      finding.statement = wording.ofUse
    case .unknown:
      finding.status = .insufficient(missing: [CoverWording.missingShare(material.name)])
      finding.statement = wording.withoutShare
    case .share(let share, _, _, _):
      guard case .days(let survival) = survival(of: days, share) else {
        finding.statement = wording.untouched
        return finding
      }
      finding.value = survival
      finding.level = thresholds.level(days: survival)
      finding.statement = wording.held(share, survival: survival)
      finding.due = runsOut(after: survival, stock)
    }
    return finding
  }

  private func withoutConsumption(_ material: Material, _ stock: HeldStock) throws -> Finding {
    var finding = try finding(material, .none)
    finding.sources = stock.sources
    finding.marking = stock.marking
    finding.evidence = stock.evidence(name(of:))
    finding.status = .insufficient(missing: [CoverWording.missingConsumption(material.name)])
    finding.statement = CoverWording.withoutConsumption(material.name)
    return finding
  }

  private func withoutStock(_ material: Material, _ loss: SupplyLoss) throws -> Finding {
    var finding = try finding(material, loss)
    var missing = [CoverWording.missingStock(material.name)]
    if visible.heldBack > 0 { missing.append(CoverWording.heldBack(visible.heldBack)) }
    if case .unknown = loss { missing.append(CoverWording.missingShare(material.name)) }
    finding.status = .insufficient(missing: missing)
    let targets = visible.latest(material.identifier, isTarget: true)
    guard let target = targets.max(by: { ($0.daysOfUse ?? -1) < ($1.daysOfUse ?? -1) }),
      let days = target.daysOfUse
    else {
      finding.statement = CoverWording.untold(material.name)
      return finding
    }
    finding.sources = Set(finding.sources + [target.source]).sorted()
    finding.marking = finding.marking.combined(with: target.marking)
    let use = StatementNumber.number(days)
    let agency = name(of: target.agency)
    finding.evidence.append(
      LocalizedText(
        "target of \(agency.english): \(use) days of use, \(target.note ?? "as of \(target.asOf)")",
        korean: "\(agency.inKorean) 비축 목표: \(use)일분(\(target.asOf) 기준)"))
    let wording = CoverWording(material: material.name, days: days)
    if case .share(let share, _, _, _) = loss, case .days(let survival) = survival(of: days, share)
    {
      finding.statement = wording.target(share, survival: survival)
    } else {
      finding.statement = wording.targetAlone
    }
    return finding
  }

  /// An agency by the name that the playbook gives it.
  private func name(of agency: String) -> LocalizedText {
    input.tower.deployment.coordination.agencies.first { $0.identifier == agency }?.name
      ?? LocalizedText(agency)
  }

  private func name(ofProduct code: String) throws -> LocalizedText {
    guard let title = try Products.title(of: ProductCode(code), input.connection) else {
      return LocalizedText(code)
    }
    return LocalizedText(
      "\(title.inSentence) (\(code))", korean: "\(title.inKorean)(\(code))")
  }

  /// A stock of so many days of use, with all that is used taken as imported.
  private func survival(of days: Double, _ share: Percentage) -> Survival {
    Disruption(dailyDemand: 1, dailyInflow: 1, loss: .init(share)).timeToSurvive(stock: days)
  }

  /// The day on which the stock is used up, counted from the later of the event and the position.
  private func runsOut(after days: Double, _ stock: HeldStock) -> Day? {
    guard days < 36_500 else { return nil }
    let from = stock.positions.map(\.asOf).reduce(input.event.starts, max)
    return from.adding(days: Int(days))
  }

  /// A finding with what the loss of supply rests on.
  private func finding(_ material: Material, _ loss: SupplyLoss) throws -> Finding {
    var finding = Finding(
      "days_of_cover", subject: material.subject, unit: Unit.day.rawValue, asOf: input.asOf,
      statement: material.name)
    if case .share(let share, let product, let sources, let marking) = loss {
      finding.sources = sources
      finding.marking = marking
      let percent = StatementNumber.percent(share.fraction)
      let name = try name(ofProduct: product.identifier)
      finding.evidence = [
        LocalizedText(
          "largest share at risk among its products: \(percent.english), \(name.english)",
          korean: "품목 중 가장 큰 위험 비중: \(percent.inKorean), \(name.inKorean)")
      ]
    }
    return finding
  }
}
