internal import Dependence
internal import Kernel
internal import Reference
internal import Vocabulary

/// What home exports to the author of a tariff.
struct ExportFindings {
  private let trade: EventTrade
  private let home: LocalizedText

  init(_ trade: EventTrade) {
    self.trade = trade
    home = trade.name(trade.event.home)
  }

  /// The exports of one product.
  func findings(of product: ProductCode) throws -> [Finding] {
    guard let author = trade.event.author else { return [] }
    let name = try trade.name(product)
    let authorName = trade.name(author)
    if let gap = try trade.gap(of: product) {
      return [
        try trade.untold(
          "export_value", product.subject, object: countrySubject(author), missing: gap,
          statement: sentence(
            "How much \(home.english) exports of \(name.english) to \(authorName.english) cannot be "
              + "told",
            korean: "\(home.inKorean)의 \(authorName.inKorean)에 대한 \(name.inKorean) 수출 규모는 알 수 없다"))
      ]
    }
    guard let year = trade.year(of: product) else { return [] }
    let members = try year.members(of: trade.event.home, trade.connection)
    let partners = TradePartners(year.flows(of: product), product: 0, importers: members)
    let sold = year.code(author).flatMap { code in
      partners.partners.first { $0.country == code && $0.exports > 0 }
    }
    guard let sold, let share = sold.exportShare else {
      return [try unrecorded(product.subject, name, author, year)]
    }
    let money = StatementNumber.dollars(thousands: sold.exports)
    let percent = StatementNumber.percent(share)
    return [
      Finding(
        "export_value", subject: product.subject, object: countrySubject(author),
        value: sold.exports, unit: "kUSD", asOf: year.lastDay,
        statement: sentence(
          "\(home.english) exported \(name.english) worth \(money.english) to \(authorName.english) "
            + "in \(year.year), \(percent.english) of its exports of it",
          korean: "\(year.year)년 \(home.inKorean)의 \(authorName.inKorean)에 대한 \(name.inKorean) "
            + "수출액은 \(money.inKorean)로, 해당 품목 수출의 \(percent.inKorean)이다"),
        sources: year.sources, marking: try trade.marking(year.sources))
    ]
  }

  /// The exports of all products that the store covers.
  func total() throws -> [Finding] {
    let subject = countrySubject(trade.event.home)
    guard let author = trade.event.author else {
      return [
        try trade.untold(
          "export_value", subject,
          missing: LocalizedText("the author of the tariff", korean: "관세 부과국"),
          statement: sentence(
            "What \(home.english) exports to the author of the tariff cannot be told",
            korean: "\(home.inKorean)의 관세 부과국에 대한 수출 규모는 알 수 없다"))
      ]
    }
    let authorName = trade.name(author)
    guard let (edition, number) = try HeldFlows.edition(for: trade.event, trade.connection) else {
      return [
        try trade.untold(
          "export_value", subject, object: countrySubject(author),
          missing: LocalizedText("trade flows of any year", korean: "무역통계"),
          statement: sentence(
            "What \(home.english) exports to \(authorName.english) cannot be told",
            korean: "\(home.inKorean)의 \(authorName.inKorean)에 대한 수출 규모는 알 수 없다"))
      ]
    }
    let answer = try LeverageAnswer(
      home: trade.event.home, partner: author, edition: edition, year: number, trade.connection)
    let year = answer.trade
    let codes = EventTrade.codes(year.flows.productCount, year.edition)
    let scope = LocalizedText(
      "the goods of the \(codes.english) that the store holds",
      korean: "저장소에 있는 \(codes.inKorean)")
    guard answer.found.sales > 0 else { return [try unrecorded(subject, scope, author, year)] }
    let money = StatementNumber.dollars(thousands: answer.found.sales)
    let share = StatementNumber.percent(answer.found.sales / answer.found.homeExports)
    return [
      Finding(
        "export_value", subject: subject, object: countrySubject(author), value: answer.found.sales,
        unit: "kUSD", asOf: year.lastDay,
        statement: sentence(
          "Of \(scope.english), \(home.english) exported \(money.english) worth to "
            + "\(authorName.english) in \(year.year), \(share.english) of its exports of those "
            + "goods; other goods are not counted",
          korean: "\(year.year)년 \(home.inKorean)의 \(authorName.inKorean)에 대한 수출액은 "
            + "\(scope.inKorean) 합계 \(money.inKorean)로, 해당 품목 전체 수출의 \(share.inKorean)이다"
            + "(그 밖의 품목은 포함하지 않음)"),
        sources: year.sources, marking: try trade.marking(year.sources))
    ]
  }

  private func unrecorded(
    _ subject: Subject, _ name: LocalizedText, _ author: String, _ year: TradeYear
  ) throws -> Finding {
    let authorName = trade.name(author)
    return try trade.untold(
      "export_value", subject, object: countrySubject(author),
      missing: LocalizedText(
        "exports of \(name.english) to \(authorName.english) in \(year.year)",
        korean: "\(year.year)년 \(authorName.inKorean)에 대한 \(name.inKorean) 수출 기록"),
      sources: year.sources,
      statement: sentence(
        "No exports of \(name.english) by \(home.english) to \(authorName.english) are recorded for "
          + "\(year.year); that does not mean there are none",
        korean: "\(year.year)년 \(home.inKorean)의 \(authorName.inKorean)에 대한 \(name.inKorean) "
          + "수출 기록이 없으나, 수출이 없다는 뜻은 아니다"))
  }
}
