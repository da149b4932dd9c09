internal import Dependence
internal import Kernel
internal import Vocabulary

/// The lens `supply-alternatives`: who else exports what an event takes away.
enum AlternativesLens {
  static let lens = Lens(
    "supply-alternatives", title: LocalizedText("Alternative supply", korean: "대체 공급"),
    reads: ["share_at_risk"], writes: ["alternative_supplier", "alternative_capacity"]
  ) { input in
    let trade = try EventTrade(input)
    let risks = Dictionary(grouping: input.findings(of: "share_at_risk"), by: \.subject)
    return try input.event.products.flatMap { product in
      try findings(product, risks[product.subject] ?? [], trade)
    }
  }

  private static func findings(_ product: ProductCode, _ risks: [Finding], _ trade: EventTrade)
    throws -> [Finding]
  {
    // A loss of nothing needs no alternative; one that cannot be told may be a loss.
    let losses = risks.filter { $0.value.map { $0 > 0 } ?? true }
    guard !losses.isEmpty else { return [] }
    let name = try trade.name(product)
    let origins = losses.compactMap { $0.object?.identifier }
    let words = AlternativesWording(trade, product, name, origins: origins)
    if let gap = try trade.gap(of: product) { return [try words.untold(missing: gap)] }
    guard let year = trade.year(of: product) else { return [] }
    let answer = try AlternativesAnswer(
      year, product: product, importer: trade.event.home, without: origins, trade.connection)
    guard !answer.found.suppliers.isEmpty else {
      return [
        try words.untold(
          missing: LocalizedText(
            "exports of \(name.english) by other countries in \(year.year); none are recorded, which "
              + "does not mean that there are none",
            korean: "\(year.year)년 다른 나라의 \(name.inKorean) 수출 기록(기록이 없다고 수출이 없다는 뜻은 아님)"),
          sources: answer.sources)
      ]
    }
    let shares = losses.compactMap(\.value)
    return try answer.found.suppliers.prefix(8).map { try words.supplier($0, answer) }
      + [words.capacity(answer, lostShare: shares.isEmpty ? nil : shares.reduce(0, +))]
  }
}
