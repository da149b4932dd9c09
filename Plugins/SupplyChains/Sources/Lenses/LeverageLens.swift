internal import Dependence
internal import Kernel
internal import Reference
internal import Vocabulary

/// The lens `supply-leverage`: what the author of an event buys from home.
enum LeverageLens {
  static let lens = Lens(
    "supply-leverage", title: LocalizedText("Reverse dependence", korean: "역의존도"),
    writes: ["reverse_dependence"]
  ) { input in
    // Without an author there is nobody to negotiate with, and nothing is missing.
    guard let author = input.event.author, author != input.event.home else { return [] }
    let words = try Words(input, author)
    guard let (edition, year) = try HeldFlows.edition(for: input.event, input.connection) else {
      return [
        try words.untold(missing: LocalizedText("trade flows of any year", korean: "무역통계"))
      ]
    }
    let answer = try LeverageAnswer(
      home: input.event.home, partner: author, edition: edition, year: year, input.connection)
    guard !answer.found.rows.isEmpty else { return [try words.unrecorded(answer)] }
    return try answer.found.rows.prefix(10).map { try words.finding($0, answer) }
  }

  private struct Words {
    private let trade: EventTrade
    private let author: String
    private let authorName: LocalizedText
    private let home: LocalizedText

    init(_ input: LensInput, _ author: String) throws {
      trade = try EventTrade(input)
      self.author = author
      authorName = trade.name(author)
      home = trade.name(input.event.home)
    }

    func finding(_ row: ReverseDependenceRow, _ answer: LeverageAnswer) throws -> Finding {
      let year = answer.trade
      let product = year.product(row.product)
      let name = try trade.name(product)
      let money = StatementNumber.dollars(thousands: row.sales)
      let share = StatementNumber.percent(row.share)
      let times = StatementNumber.times(row.otherCover)
      let own = StatementNumber.percent(row.shareOfHomeExports)
      let other = row.topOtherSupplier.map { trade.name(year.countries[$0]) }
      let otherShare = StatementNumber.percent(row.topOtherShare)
      let codes = EventTrade.codes(year.flows.productCount, year.edition)
      return Finding(
        "reverse_dependence", subject: product.subject, object: countrySubject(author),
        value: row.share, unit: "share", asOf: year.lastDay,
        statement: sentence(
          "\(authorName.english) bought \(share.english) of its imports of \(name.english) from "
            + "\(home.english) in \(year.year), worth \(money.english); others exported "
            + "\(times.english) as much, and \(own.english) of what \(home.english) exports of it "
            + "goes there",
          korean: "\(year.year)년 \(authorName.inKorean)의 \(name.inKorean) 수입 중 "
            + "\(share.inKorean)(\(money.inKorean))\(KoreanParticle.subject.form(after: share.inKorean)) "
            + "\(home.inKorean)산이며, 다른 나라의 수출은 그 "
            + "\(times.inKorean)이고 \(home.inKorean)의 해당 품목 수출 중 "
            + "\(KoreanParticle.subject.after(own.inKorean)) "
            + "\(KoreanParticle.direction.after(authorName.inKorean)) 향한다"),
        evidence: [
          LocalizedText(
            "HHI of the imports of \(authorName.english): "
              + "\(StatementNumber.index(row.importConcentration)), \(row.suppliers) suppliers",
            korean: "\(authorName.inKorean)의 수입 집중도(HHI): "
              + "\(StatementNumber.index(row.importConcentration)), 공급국 \(row.suppliers)개국"),
          other.map {
            LocalizedText(
              "largest other supplier: \($0.english), \(otherShare.english)",
              korean: "다른 최대 공급국: \($0.inKorean)(\(otherShare.inKorean))")
          } ?? LocalizedText("no other supplier is recorded", korean: "다른 공급국 기록 없음"),
          row.otherConcentration.map {
            LocalizedText(
              "HHI of the exports of others: \(StatementNumber.index($0))",
              korean: "다른 나라 수출의 집중도(HHI): \(StatementNumber.index($0))")
          } ?? LocalizedText("no other exporter is recorded", korean: "다른 수출국 기록 없음"),
          LocalizedText(
            "ranked among the \(codes.english) that the store holds",
            korean: "순위 범위: 저장소에 있는 \(codes.inKorean)"),
        ], sources: year.sources, marking: try trade.marking(year.sources))
    }

    func unrecorded(_ answer: LeverageAnswer) throws -> Finding {
      let year = answer.trade
      let codes = EventTrade.codes(year.flows.productCount, year.edition)
      return try untold(
        missing: LocalizedText(
          "imports of \(authorName.english) from \(home.english) in \(year.year) among the "
            + "\(codes.english) that the store holds; none are recorded",
          korean: "저장소의 \(codes.inKorean) 중 \(year.year)년 "
            + "\(authorName.inKorean)의 \(home.inKorean)산 수입 기록"), sources: year.sources)
    }

    func untold(missing: LocalizedText, sources: [String] = []) throws -> Finding {
      try trade.untold(
        "reverse_dependence", countrySubject(trade.event.home), object: countrySubject(author),
        missing: missing, sources: sources,
        statement: sentence(
          "What \(authorName.english) depends on \(home.english) for cannot be told",
          korean: "\(authorName.inKorean)의 \(home.inKorean)에 대한 의존 품목은 알 수 없다"))
    }
  }
}
