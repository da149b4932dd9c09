internal import Dependence
internal import Kernel
internal import Vocabulary

/// The lens `supply-exposure`: what of home's trade an event touches, and how much is at risk.
enum ExposureLens {
  static func make(_ settings: SupplySettings) -> Lens {
    Lens(
      "supply-exposure", title: LocalizedText("Supply exposure", korean: "공급망 노출"),
      writes: [
        "import_value", "import_share", "share_at_risk", "import_dependence", "export_value",
      ]
    ) { input in
      let trade = try EventTrade(input, yearsBefore: 2)
      let event = input.event
      let exports = ExportFindings(trade)
      var findings: [Finding] = []
      for product in event.products {
        let isLost = event.shocks.contains { $0.product.contains(product) }
        // A tariff strikes what home sells; what home buys it touches only where a loss is named.
        if event.kind == "tariff", !isLost {
          findings += try exports.findings(of: product)
        } else {
          findings += try importFindings(product, trade, settings, horizonDays: event.horizonDays)
        }
      }
      if event.kind == "tariff" { findings += try exports.total() }
      return findings
    }
  }

  private static func importFindings(
    _ product: ProductCode, _ trade: EventTrade, _ settings: SupplySettings, horizonDays: Int
  ) throws -> [Finding] {
    let name = try trade.name(product)
    let home = trade.name(trade.event.home)
    let risk = RiskFindings(trade, product, name, settings, horizonDays: horizonDays)
    if let gap = try trade.gap(of: product) {
      let untold = try trade.untold(
        "import_value", product.subject, missing: gap,
        statement: sentence(
          "How much \(home.english) imports of \(name.english) cannot be told",
          korean: "\(home.inKorean)의 \(name.inKorean) 수입 규모는 알 수 없다"))
      return try [untold] + risk.untold(missing: gap)
    }
    guard let year = trade.year(of: product) else { return [] }
    let flows = year.flows(of: product)
    let members = try year.members(of: trade.event.home, trade.connection)
    let partners = TradePartners(flows, product: 0, importers: members)
    guard partners.imports > 0 else {
      let missing = LocalizedText(
        "imports of \(name.english) by \(home.english) in \(year.year)",
        korean: "\(year.year)년 \(home.inKorean)의 \(name.inKorean) 수입 기록")
      let untold = try trade.untold(
        "import_value", product.subject, missing: missing, sources: year.sources,
        statement: sentence(
          "No imports of \(name.english) by \(home.english) are recorded for \(year.year); that "
            + "does not mean there are none",
          korean: "\(year.year)년 \(home.inKorean)의 \(name.inKorean) 수입 기록이 없으나, "
            + "수입이 없다는 뜻은 아니다"))
      return try [untold] + risk.untold(missing: missing, sources: year.sources)
    }
    let imports = ImportFindings(trade, product, name, year, partners)
    return try [imports.value()] + imports.shares() + risk.findings(year, flows, partners, members)
      + imports.dependence(settings.dependence)
  }
}
