internal import Dependence
internal import Kernel
internal import Vocabulary

/// What home imports of one product, from whom, and how it depends on it.
struct ImportFindings {
  private let trade: EventTrade
  private let product: ProductCode
  private let name: LocalizedText
  private let home: LocalizedText
  private let year: TradeYear
  private let partners: TradePartners

  init(
    _ trade: EventTrade, _ product: ProductCode, _ name: LocalizedText, _ year: TradeYear,
    _ partners: TradePartners
  ) {
    self.trade = trade
    self.product = product
    self.name = name
    home = trade.name(trade.event.home)
    self.year = year
    self.partners = partners
  }

  func value() throws -> Finding {
    let money = StatementNumber.dollars(thousands: partners.imports)
    let suppliers = partners.partners.count { $0.imports > 0 }
    return Finding(
      "import_value", subject: product.subject, value: partners.imports, unit: "kUSD",
      asOf: year.lastDay,
      statement: sentence(
        "\(home.english) imported \(name.english) worth \(money.english) in \(year.year)",
        korean: "\(year.year)년 \(home.inKorean)의 \(name.inKorean) 수입액은 \(money.inKorean)이다"),
      evidence: [
        LocalizedText(
          "\(suppliers) suppliers are recorded for \(year.year)",
          korean: "\(year.year)년 기록된 공급국 \(suppliers)개국")
      ], sources: year.sources,
      marking: try trade.marking(year.sources))
  }

  /// The five largest suppliers.
  func shares() throws -> [Finding] {
    let marking = try trade.marking(year.sources)
    return partners.partners.prefix(5).filter { $0.imports > 0 }.map { partner in
      let supplier = year.countries[partner.country]
      let supplierName = trade.name(supplier)
      let share = StatementNumber.percent(partner.importShare ?? 0)
      let money = StatementNumber.dollars(thousands: partner.imports)
      return Finding(
        "import_share", subject: product.subject, object: countrySubject(supplier),
        value: partner.importShare, unit: "share", asOf: year.lastDay,
        statement: sentence(
          "\(supplierName.english) supplied \(share.english) of what \(home.english) imported of "
            + "\(name.english) in \(year.year), worth \(money.english)",
          korean: "\(year.year)년 \(home.inKorean)의 \(name.inKorean) 수입 중 "
            + "\(share.inKorean)(\(money.inKorean))\(KoreanParticle.subject.form(after: share.inKorean)) \(supplierName.inKorean)에서 들어왔다"
        ),
        sources: year.sources, marking: marking)
    }
  }

  /// Criteria 1 to 4 of CEPII's GeoDep.
  func dependence(_ bounds: DependenceThresholds) throws -> [Finding] {
    let window = trade.window(of: product)
    let rows = window.map { year in
      year.code(trade.event.home).flatMap { home in
        DependenceTable(year.flows(of: product)).country(home).first
      }
    }
    guard let row = rows.last ?? nil else { return [] }
    let persists =
      window.map(\.year) == [year.year - 2, year.year - 1, year.year]
      ? holdsInTwoOfThreeYears(rows.map { $0?.meetsAll(bounds) ?? false }) : nil
    let words = DependenceWording(row, persists: persists, bounds: bounds, year: year.year)
    let sources = Set(window.flatMap(\.sources)).sorted()
    return [
      Finding(
        "import_dependence", subject: product.subject, value: row.importConcentration,
        asOf: year.lastDay,
        statement: sentence(
          "The imports of \(name.english) by \(home.english) in \(year.year) \(words.english)",
          korean: "\(year.year)년 \(home.inKorean)의 \(name.inKorean) 수입은 \(words.korean)"),
        evidence: words.evidence, sources: sources, marking: try trade.marking(sources))
    ]
  }
}
