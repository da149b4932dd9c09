import Vocabulary

extension MeasureScope {
  /// Whether the scope covers a trade, whatever the day; one step for each part that decides.
  func covers(_ question: TradeQuestion, citation: String) -> CitedAnswer {
    let parts = [
      originPart(question), destinationPart(question),
      partyPart(question.party), goodsPart(question),
    ]
    let answer = parts.reduce(Answer.yes) { $0.and($1.answer) }
    let deciding = parts.filter { answer != .no || $0.answer == .no }
    return CitedAnswer(
      answer, steps: deciding.compactMap(\.finding).map { CitedStep($0, citation: citation) })
  }

  private func originPart(_ question: TradeQuestion) -> ScopePart {
    guard !origins.isEmpty else { return ScopePart(.yes) }
    let list = question.names(origins)
    guard let origin = question.origin else {
      return ScopePart(
        .cannotTell(missing: ["the origin of the goods"]), "It covers goods from \(list.english)",
        "\(list.inKorean)산 물품을 대상으로 한다")
    }
    let name = question.name(origin)
    return origins.contains(origin)
      ? ScopePart(
        .yes, "It covers goods from \(name.english)", "\(name.inKorean)산 물품을 대상으로 한다")
      : ScopePart(
        .no, "It covers goods from \(list.english), not from \(name.english)",
        "\(list.inKorean)산이 대상이며 \(name.inKorean)산은 아니다")
  }

  private func destinationPart(_ question: TradeQuestion) -> ScopePart {
    guard !destinations.isEmpty || !excludedDestinations.isEmpty else { return ScopePart(.yes) }
    guard let destination = question.destination else {
      return ScopePart(
        .cannotTell(missing: ["the destination of the goods"]),
        "It depends on the destination", "목적지에 따라 다르다")
    }
    let name = question.name(destination)
    let isNamed = destinations.isEmpty || destinations.contains(destination)
    return isNamed && !excludedDestinations.contains(destination)
      ? ScopePart(
        .yes, "It covers goods to \(name.english)",
        "\(KoreanParticle.direction.after(name.inKorean)) 가는 물품을 대상으로 한다")
      : ScopePart(
        .no, "It does not cover goods to \(name.english)",
        "\(KoreanParticle.direction.after(name.inKorean)) 가는 물품은 대상이 아니다")
  }

  private func partyPart(_ party: String?) -> ScopePart {
    guard concernsParties else { return ScopePart(.yes) }
    guard let party else {
      return ScopePart(
        .cannotTell(missing: ["the name of the other party"]),
        "It names or describes the other party", "거래 상대방을 지정하거나 정의한다")
    }
    if (parties + partyClasses).contains(where: { $0.lowercased() == party.lowercased() }) {
      return ScopePart(.yes, "It names \(party)", "\(KoreanParticle.object.after(party)) 지정한다")
    }
    let classes = partyClasses.joined(separator: "; ")
    return !partyClasses.isEmpty
      ? ScopePart(
        .cannotTell(missing: ["whether \(party) is among: \(classes)"]),
        "It describes parties without naming them", "당사자의 범위를 이름 없이 정의한다")
      : ScopePart(
        .no, "It does not name \(party)", "\(KoreanParticle.object.after(party)) 지정하지 않는다")
  }

  private func goodsPart(_ question: TradeQuestion) -> ScopePart {
    if let code = question.controlCode, !allControlCodes.isEmpty {
      return ControlCodes(allControlCodes).part(for: code)
    }
    switch goods {
    case .all: return ScopePart(.yes, "It covers all goods", "모든 물품을 대상으로 한다")
    case .products(let rows): return ProductRows(rows).part(for: question)
    case .notStated: return unstatedGoods
    }
  }

  private var unstatedGoods: ScopePart {
    if !technologies.isEmpty {
      return ScopePart(
        .no, "It covers technologies, not goods", "물품이 아니라 기술을 대상으로 한다")
    }
    if concernsParties { return ScopePart(.yes) }
    let codes = controlCodes.joined(separator: ", ")
    let missing =
      controlCodes.isEmpty
      ? "which goods it covers, since the register does not state them"
      : "the control code of the goods (it covers \(codes))"
    return ScopePart(
      .cannotTell(missing: [missing]), "It names no goods by code of the Harmonized System",
      "HS 코드로 물품을 정하지 않는다")
  }
}
