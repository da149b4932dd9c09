internal import Dependence
internal import Kernel
internal import Vocabulary

/// Which share of home's imports of one product the losses of an event take.
struct RiskFindings {
  private let trade: EventTrade
  private let product: ProductCode
  private let name: LocalizedText
  private let home: LocalizedText
  private let settings: SupplySettings
  private let shocks: [Shock]
  private let window: ClosedRange<Day>

  init(
    _ trade: EventTrade, _ product: ProductCode, _ name: LocalizedText, _ settings: SupplySettings,
    horizonDays: Int
  ) {
    self.trade = trade
    self.product = product
    self.name = name
    self.settings = settings
    home = trade.name(trade.event.home)
    shocks = trade.event.shocks.filter { $0.product.contains(product) }
    window = trade.asOf...trade.asOf.adding(days: horizonDays)
  }

  /// A finding for each origin of a loss, when nothing can be told of the product.
  func untold(missing: LocalizedText, sources: [String] = []) throws -> [Finding] {
    try Set(shocks.map(\.origin)).sorted().map {
      try untold(origin: $0, missing: missing, sources: sources)
    }
  }

  /// A finding for each origin of a loss, with the level of all of them together.
  func findings(
    _ year: TradeYear, _ flows: Flows, _ partners: TradePartners, _ members: Set<Int>
  ) throws -> [Finding] {
    let bought = partners.partners.filter { $0.imports > 0 }.map {
      (year.countries[$0.country], $0.importShare ?? 0)
    }
    let shares = Dictionary(uniqueKeysWithValues: bought)
    let losses = shocks.map {
      OriginLoss(origin: $0.origin, fraction: $0.loss.fraction, validity: $0.validity)
    }
    let risk = ShareAtRisk(losses, shares: shares, window: window)
    let lostOrigins = risk.origins.filter { $0.begins != nil }.compactMap { year.code($0.origin) }
    let others = Alternatives(flows, product: 0, importers: members, without: Set(lostOrigins))
    let level = settings.level(
      of: risk.total, cover: others.cover(of: risk.total * partners.imports))
    return try risk.origins.map { origin in
      guard shares[origin.origin] != nil else {
        return try untold(
          origin: origin.origin,
          missing: LocalizedText(
            "imports of \(name.english) from \(trade.name(origin.origin).english); none are recorded "
              + "for \(year.year), which does not mean that there are none",
            korean: "\(year.year)년 \(trade.name(origin.origin).inKorean)산 \(name.inKorean) 수입 기록"
              + "(기록이 없다고 수입이 없다는 뜻은 아님)"),
          sources: year.sources)
      }
      return try told(origin, of: risk, level, year, imports: partners.imports)
    }
  }

  private func told(
    _ origin: ShareAtRisk.Origin, of risk: ShareAtRisk,
    _ level: (level: Level, reason: LocalizedText)?,
    _ year: TradeYear, imports: Double
  ) throws -> Finding {
    let begins = origin.begins
    let isAhead = begins.map { $0 > trade.asOf } ?? false
    let country = trade.name(origin.origin)
    let bases = shocks.filter { $0.origin == origin.origin }.map { shock in
      let from = shock.validity.from?.description
      let until = shock.validity.end?.description
      let loss = StatementNumber.percent(shock.loss.fraction)
      return LocalizedText(
        "\(loss.english) of the shipments from \(country.english) lost from \(from ?? "always")"
          + (until.map { " until \($0)" } ?? "") + " - \(shock.basis.english)",
        korean: "\(country.inKorean)산 물량 \(loss.inKorean) 손실(\(from ?? "")~\(until ?? "")) - "
          + shock.basis.inKorean)
    }
    let total = StatementNumber.percent(risk.total)
    let together =
      risk.origins.count > 1
      ? [
        LocalizedText(
          "all origins together: \(total.english) of the imports",
          korean: "모든 공급국 합계: 수입의 \(total.inKorean)")
      ] : []
    let days = LocalizedText(
      "days looked at: \(window.lowerBound) to \(window.upperBound)",
      korean: "분석 기간: \(window.lowerBound)~\(window.upperBound)")
    return Finding(
      "share_at_risk", subject: product.subject, object: countrySubject(origin.origin),
      value: origin.share, unit: "share", asOf: year.lastDay,
      level: begins == nil ? nil : level?.level,
      statement: statement(origin, risk, year, imports: imports),
      evidence: bases + together
        + [days]
        + (begins == nil ? [] : level.map { [$0.reason] } ?? []),
      sources: year.sources, marking: try trade.marking(year.sources),
      due: isAhead ? begins : nil)
  }

  private func statement(
    _ origin: ShareAtRisk.Origin, _ risk: ShareAtRisk, _ year: TradeYear, imports: Double
  ) -> LocalizedText {
    let country = trade.name(origin.origin)
    guard let begins = origin.begins else {
      return sentence(
        "No loss of \(name.english) from \(country.english) is assumed from \(window.lowerBound) to "
          + "\(window.upperBound)",
        korean: "\(window.lowerBound)부터 \(window.upperBound)까지는 "
          + "\(country.inKorean)산 \(name.inKorean)의 공급 손실이 가정되어 있지 않다")
    }
    let lost = StatementNumber.percent(origin.fraction)
    let share = StatementNumber.percent(origin.share)
    let money = StatementNumber.dollars(thousands: origin.share * imports)
    let total = StatementNumber.percent(risk.total)
    let isAhead = begins > trade.asOf
    let isAlone = risk.origins.count(where: { $0.begins != nil }) == 1
    return sentence(
      (isAhead ? "From \(begins) on a" : "A")
        + " loss of \(lost.english) of the shipments from \(country.english) takes "
        + "\(share.english) of what \(home.english) imports of \(name.english), worth "
        + "\(money.english) a year by the trade of \(year.year)"
        + (isAlone ? "" : "; with the other origins \(total.english) is lost"),
      korean: (isAhead ? "\(begins)부터 " : "")
        + "\(country.inKorean)산 물량의 \(KoreanParticle.subject.after(lost.inKorean)) 끊기면 \(home.inKorean)의 "
        + "\(name.inKorean) 수입 중 \(share.inKorean)(\(year.year)년 무역 기준 연 "
        + "\(money.inKorean))\(KoreanParticle.subject.form(after: share.inKorean)) 사라진다"
        + (isAlone ? "" : "(다른 공급국까지 합하면 \(total.inKorean))"))
  }

  private func untold(origin: String, missing: LocalizedText, sources: [String]) throws -> Finding {
    let country = trade.name(origin)
    return try trade.untold(
      "share_at_risk", product.subject, object: countrySubject(origin), missing: missing,
      sources: sources,
      statement: sentence(
        "Which share of what \(home.english) imports of \(name.english) a loss of shipments from "
          + "\(country.english) takes cannot be told",
        korean: "\(country.inKorean)산 물량이 끊길 때 \(home.inKorean)의 \(name.inKorean) 수입 중 "
          + "얼마가 사라지는지는 알 수 없다"))
  }
}
