internal import MeasureStatus
internal import Vocabulary

/// The sentences in which a brief tells whether an alternative is closed.
struct ClosureSentence {
  let product: LocalizedText
  let supplier: LocalizedText
  let home: LocalizedText
  let day: Day

  private var korean: (product: String, supplier: String, home: String) {
    (product.text(in: .korean), supplier.text(in: .korean), home.text(in: .korean))
  }

  /// No measure on record closes it.
  var open: LocalizedText {
    LocalizedText(
      "No measure on record restricts \(product.english) from \(supplier.english) to "
        + "\(home.english) on \(day), which is not clearance",
      korean: "\(day) 현재 기록된 조치 중 \(korean.supplier)에서 \(korean.home)"
        + "\(KoreanParticle.direction.form(after: korean.home)) 들어오는 "
        + "\(KoreanParticle.object.after(korean.product)) 제한하는 것은 없으나, "
        + "제한이 없다는 확인은 아니다")
  }

  /// It cannot be told.
  var undecided: LocalizedText {
    LocalizedText(
      "It cannot be told whether a measure restricts \(product.english) from \(supplier.english) to "
        + "\(home.english) on \(day)",
      korean: "\(day) 현재 \(korean.supplier)에서 \(korean.home)"
        + "\(KoreanParticle.direction.form(after: korean.home)) 들어오는 "
        + "\(KoreanParticle.object.after(korean.product)) 제한하는 조치가 있는지 판단할 수 없다")
  }

  /// Measures close it.
  func closed(by measures: [RegisteredMeasure]) -> LocalizedText {
    let english = measures.map { "'\($0.title.english)' (\($0.announcement))" }
    let titles = measures.map { "'\($0.title.text(in: .korean))'(\($0.announcement))" }
    return LocalizedText(
      "\(product.english) from \(supplier.english) to \(home.english) needs a permit or is forbidden "
        + "on \(day) under " + english.joined(separator: "; "),
      korean: "\(day) 현재 \(korean.supplier)에서 \(korean.home)"
        + "\(KoreanParticle.direction.form(after: korean.home)) 들어오는 "
        + "\(KoreanParticle.topic.after(korean.product)) \(titles.joined(separator: ", ")) "
        + "조치에 따라 허가가 필요하거나 금지된다")
  }

  /// What was compared, and what was not, where nothing was found.
  static func compared(_ found: RegisterFinding) -> [LocalizedText] {
    let compared = StatementNumber.count(found.compared)
    let listings = StatementNumber.count(found.partyListings.count)
    let left = LocalizedText(
      "left out, since they name parties and no party is known: \(listings)",
      korean: "거래 상대방을 대상으로 하여 제외한 조치(상대방 미상): \(listings)건")
    return [
      LocalizedText(
        "measures on record that were compared: \(compared)", korean: "대조한 조치: \(compared)건")
    ] + (found.partyListings.isEmpty ? [] : [left])
  }

  /// What is missing to tell whether a measure closes it: what the goods are, and whether the
  /// measure still applies.
  func missing(
    _ coverage: Answer, _ standing: MeasureStanding?, _ registered: RegisteredMeasure
  ) -> [LocalizedText] {
    var missing: [LocalizedText] = []
    if !coverage.missing.isEmpty {
      missing.append(
        LocalizedText(
          coverage.missing.joined(separator: "; ") + " ('\(registered.title.english)')",
          korean: "\(KoreanParticle.subject.after(korean.product)) "
            + "'\(registered.title.inKorean)' 조치의 대상인지 가를 물품 정보(재질, 통제번호, 당사자 등)"))
    }
    if let standing, standing.status == .expiredUnverified {
      missing.append(StatusSentence(registered).missing(standing))
    }
    return missing
  }
}
