internal import Criticality
internal import Reference
internal import Vocabulary

/// The supply risk of a material in words.
enum SupplyRiskWording {
  static func statement(_ found: MaterialCriticality, home: LocalizedText) -> LocalizedText {
    let material = found.material.name
    if let value = found.supplyRisk.high.value {
      let isCritical = value >= criticalFrom
      let number = StatementNumber.number(value, significant: 2)
      let isAt = KoreanParticle.direction.after(number)
      return LocalizedText(
        "The supply risk of \(material.inSentence) for \(home.english) in \(found.year) is \(number); "
          + "the European Union's list begins at 1, so that it is \(isCritical ? "above" : "below")",
        korean: "\(found.year)년 \(home.inKorean)의 \(material.inKorean) 공급 위험도는 \(isAt), "
          + "유럽연합 기준(1 이상)\(isCritical ? "에 해당한다" : "에 미치지 않는다")")
    }
    guard let before = found.supplyRisk.high.afterRecycling else {
      return untold(found.material, home: home)
    }
    let number = StatementNumber.number(before, significant: 2)
    return LocalizedText(
      "The supply risk of \(material.inSentence) for \(home.english) cannot be told; before "
        + "substitution it is \(number) in \(found.year), and substitutes can only lower it",
      korean: "\(home.inKorean)의 \(material.inKorean) 공급 위험도는 판단할 수 없으며, 대체 "
        + "가능성을 반영하기 전 값은 \(found.year)년 기준 "
        + "\(number)이며, 대체재가 있으면 그보다 낮아진다")
  }

  static func untold(_ material: Material, home: LocalizedText) -> LocalizedText {
    LocalizedText(
      "The supply risk of \(material.name.inSentence) for \(home.english) cannot be told",
      korean: "\(home.inKorean)의 \(material.name.inKorean) 공급 위험도는 판단할 수 없다")
  }

  /// What is missing, in both languages.
  static func missing(_ risk: SupplyRisk, _ found: MaterialCriticality) -> [LocalizedText] {
    risk.missing.map { part in
      LocalizedText(
        "\(part.title) of \(found.material.name.inSentence) for \(found.year)",
        korean: "\(found.year)년 \(found.material.name.inKorean)의 \(part.koreanTitle)")
    }
  }

  /// The parts that are known, one line each.
  static func evidence(_ found: MaterialCriticality) -> [LocalizedText] {
    let risk = found.supplyRisk
    func number(_ value: Double?) -> LocalizedText? {
      value.map { LocalizedText(StatementNumber.number($0)) }
    }
    func bounds(_ low: Double?, _ high: Double?) -> LocalizedText? {
      guard let low = number(low), let high = number(high) else { return nil }
      return low == high
        ? low
        : LocalizedText(
          "\(low.english) to \(high.english)", korean: "\(low.english)~\(high.english)")
    }
    let global = bounds(risk.low.globalConcentration, risk.high.globalConcentration)
    let sourcing = bounds(risk.low.sourcingConcentration, risk.high.sourcingConcentration)
    let lines: [(String, String, LocalizedText?)] = [
      ("HHI_WGI of world production", "세계 생산의 HHI_WGI", global),
      ("HHI_WGI of imports and own production", "수입·자국 생산의 HHI_WGI", sourcing),
      ("reliance on imports", "수입 의존도", risk.high.importReliance?.percent),
      ("end-of-life recycling input rate", "사용 후 재활용 투입률", risk.high.recyclingRate?.percent),
      ("SI_SR", "SI_SR", number(risk.high.substitutionIndex)),
      ("GeoPolRisk", "GeoPolRisk", number(found.geoPolRisk?.score)),
    ]
    return lines.compactMap { english, korean, value in
      value.map {
        LocalizedText("\(english): \($0.english)", korean: "\(korean): \($0.inKorean)")
      }
    }
  }

  // European Commission, guidelines of 2017: supply risk 1 and economic importance 2.8.
  private static let criticalFrom = 1.0
}

extension Percentage {
  fileprivate var percent: LocalizedText { StatementNumber.percent(fraction) }
}

extension SupplyRisk.Part {
  /// The part in Korean words.
  var koreanTitle: String {
    switch self {
    case .globalConcentration: "거버넌스 가중 세계 공급 집중도"
    case .sourcingConcentration: "거버넌스 가중 수입국 공급 집중도"
    case .importReliance: "수입 의존도"
    case .recyclingRate: "사용 후 재활용 투입률"
    case .substitutionIndex: "공급 위험 대체 지수"
    }
  }
}
