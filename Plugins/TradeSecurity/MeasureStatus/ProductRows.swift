import Vocabulary

/// The products that a measure covers, compared with the product of a trade.
struct ProductRows {
  private let rows: [ProductScope]

  init(_ rows: [ProductScope]) {
    self.rows = rows
  }

  /// Whether the goods are covered: one row that covers them is enough.
  func part(for question: TradeQuestion) -> ScopePart {
    let parts = rows.compactMap { part(of: $0, for: question) }
    if let covering = parts.first(where: { $0.answer == .yes }) { return covering }
    let open = parts.filter { $0.answer != .no }
    guard let first = open.first else {
      let name = question.name(question.product)
      return parts.first
        ?? ScopePart(
          .no, "It does not cover \(name.english)",
          "\(KoreanParticle.topic.after(name.inKorean)) 대상이 아니다")
    }
    var missing: [String] = []
    for fact in open.flatMap(\.answer.missing) where !missing.contains(fact) {
      missing.append(fact)
    }
    return ScopePart(answer: .cannotTell(missing: missing), finding: first.finding)
  }

  /// The answer of one row; nil when it speaks of other products of the same edition.
  private func part(of row: ProductScope, for question: TradeQuestion) -> ScopePart? {
    let product = question.product
    if row.product.contains(product) {
      return row.coverage == .whole ? wholly(row, question) : partly(row, question)
    }
    if product.contains(row.product) {
      let name = question.name(product)
      return ScopePart(
        .cannotTell(missing: ["the subheading of \(name.english) (it covers \(row.product))"]),
        "It covers only a part of \(name.english)", "\(name.inKorean)의 일부만 대상으로 한다")
    }
    guard row.product.edition != product.edition else { return nil }
    let edition = ProductCode.title(ofEdition: row.product.edition)
    let asked = ProductCode.title(ofEdition: product.edition)
    return ScopePart(
      .cannotTell(missing: [
        "a concordance from \(asked) to \(edition) for \(question.name(product).english)"
      ]),
      "It names its goods in \(edition)", "\(edition) 기준으로 물품을 정한다")
  }

  private func wholly(_ row: ProductScope, _ question: TradeQuestion) -> ScopePart {
    let name = question.name(row.product)
    return ScopePart(
      .yes, "It covers \(name.english) as a whole", "\(name.inKorean) 전체를 대상으로 한다")
  }

  private func partly(_ row: ProductScope, _ question: TradeQuestion) -> ScopePart {
    let name = question.name(row.product)
    let english = "It covers only a part of \(name.english)"
    let korean = "\(name.inKorean)의 일부만 대상으로 한다"
    let asked = Set(question.materials)
    let isDecided = !asked.isEmpty && !row.materials.isEmpty
    guard isDecided else {
      return ScopePart(.cannotTell(missing: [missing(row, name)]), english, korean)
    }
    let covered = asked.intersection(row.materials).sorted()
    if covered.isEmpty { return ScopePart(.no, english + ", not this material", korean) }
    guard covered.count == asked.count else {
      return ScopePart(.cannotTell(missing: [missing(row, name)]), english, korean)
    }
    let names = covered.joined(separator: ", ")
    return ScopePart(.yes, "\(english), among it \(names)", "\(korean) (\(names) 포함)")
  }

  private func missing(_ row: ProductScope, _ name: LocalizedText) -> String {
    let materials =
      row.materials.isEmpty
      ? [] : ["which material it is (covered: \(row.materials.joined(separator: ", ")))"]
    let codes =
      row.controlCodes.isEmpty
      ? [] : ["its control code (covered: \(row.controlCodes.joined(separator: ", ")))"]
    let facts = materials + codes
    guard facts.isEmpty else { return facts.joined(separator: ", or ") }
    let part = row.note.map { " (covered: \($0))" } ?? ""
    return "which part of \(name.english) it is" + part
  }
}
