internal import Kernel
internal import Vocabulary

/// How many institutions hold the exposed technologies, by the register.
enum HolderFindings {
  static func findings(_ exposure: EventExposure, _ reading: TechnologyReading) throws -> [Finding]
  {
    try exposure.certain.map { exposed in
      let technology = exposed.technology
      let holders = reading.holders.filter { $0.holding(of: technology.identifier) != nil }
      return holders.isEmpty
        ? try nobody(technology, reading) : try finding(technology, holders, reading)
    }
  }

  private static func finding(
    _ technology: Technology, _ holders: [Holder], _ reading: TechnologyReading
  ) throws -> Finding {
    let synthetic = holders.filter(\.isSynthetic).count
    let title = technology.title
    let count = holders.count
    return try reading.finding(
      TechnologyIndicators.holders, technology.subject, value: Double(count),
      statement: LocalizedText(
        "\(count) \(count == 1 ? "holder" : "holders") of \(title.inSentence) "
          + "\(count == 1 ? "is" : "are") on record" + syntheticInEnglish(synthetic, of: count),
        korean: "\(title.text(in: .korean))의 보유기관은 \(count)곳이 기록되어 있다"
          + syntheticInKorean(synthetic, of: count)),
      evidence: holders.map { holder in
        let funding = funding(holder.holding(of: technology.identifier)?.stateFunded)
        // Where all are synthetic the statement says so.
        let isMarked = holder.isSynthetic && synthetic < count
        return LocalizedText(
          "\(holder.name.english): \(funding.english)"
            + (isMarked ? ", synthetic demonstration data" : ""),
          korean: "\(holder.name.inKorean): \(funding.inKorean)"
            + (isMarked ? "(시연용 가상 자료)" : ""))
      }, sources: holders.map(\.source) + [technology.source])
  }

  private static func funding(_ isFunded: Standing?) -> LocalizedText {
    switch isFunded {
    case .yes: LocalizedText("state-funded", korean: "국가 지원")
    case .no: LocalizedText("not state-funded", korean: "국가 지원 없음")
    case .unknown, nil: LocalizedText("state funding unknown", korean: "국가 지원 여부 모름")
    }
  }

  private static func syntheticInEnglish(_ synthetic: Int, of count: Int) -> String {
    if synthetic == 0 { return "" }
    return synthetic == count
      ? " (synthetic demonstration data)" : " (\(synthetic) of them synthetic demonstration data)"
  }

  private static func syntheticInKorean(_ synthetic: Int, of count: Int) -> String {
    if synthetic == 0 { return "" }
    return synthetic == count ? "(시연용 가상 자료)" : "(그중 \(synthetic)곳은 시연용 가상 자료)"
  }

  private static func nobody(_ technology: Technology, _ reading: TechnologyReading) throws
    -> Finding
  {
    let title = technology.title
    return try reading.finding(
      TechnologyIndicators.holders, technology.subject,
      missing: [
        LocalizedText(
          "the holders of \(title.inSentence)", korean: "\(title.text(in: .korean))의 보유기관")
      ],
      statement: LocalizedText(
        "No holder of \(title.inSentence) is on record; that does not mean that there is none",
        korean: "\(title.text(in: .korean))의 보유기관은 기록되어 있지 않으나 없다는 뜻은 아니다"),
      sources: [technology.source])
  }
}
