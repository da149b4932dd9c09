internal import Dependence
internal import Kernel
internal import Reference
internal import Vocabulary

/// The findings on alternatives to lost origins of one product.
struct AlternativesWording {
  private let trade: EventTrade
  private let product: ProductCode
  private let name: LocalizedText
  private let home: LocalizedText
  private let origins: LocalizedText

  init(
    _ trade: EventTrade, _ product: ProductCode, _ name: LocalizedText, origins: [String]
  ) {
    self.trade = trade
    self.product = product
    self.name = name
    home = trade.name(trade.event.home)
    let names = origins.map(trade.name)
    self.origins = LocalizedText(
      names.map(\.english).joined(separator: ", "),
      korean: names.map(\.inKorean).joined(separator: ", "))
  }

  /// What one other country exports.
  func supplier(_ supplier: AlternativeSupplier, _ answer: AlternativesAnswer) throws -> Finding {
    let year = answer.trade
    let country = year.countries[supplier.exporter]
    let countryName = trade.name(country)
    let money = StatementNumber.dollars(thousands: supplier.exports)
    let share = StatementNumber.percent(supplier.worldShare)
    let sales = StatementNumber.dollars(thousands: supplier.salesToImporter)
    let bought = StatementNumber.dollars(thousands: supplier.purchasesFromExcluded)
    let top = trade.name(year.countries[supplier.topCustomer])
    let topShare = StatementNumber.percent(supplier.topCustomerShare)
    let customers =
      supplier.customers == 1
      ? LocalizedText("its one customer is \(top.english)", korean: "유일한 수출 대상국: \(top.inKorean)")
      : LocalizedText(
        "\(supplier.customers) customers; the largest, \(top.english), takes \(topShare.english)",
        korean: "수출 대상국 \(supplier.customers)개국, 최대 대상국 \(top.inKorean)(\(topShare.inKorean))")
    return Finding(
      "alternative_supplier", subject: product.subject, object: countrySubject(country),
      value: supplier.exports, unit: "kUSD", asOf: year.lastDay,
      statement: sentence(
        "\(countryName.english) exported \(name.english) worth \(money.english) in \(year.year), "
          + "\(share.english) of world exports, "
          + (supplier.isSupplierAlready
            ? "of which \(sales.english) to \(home.english)"
            : "with no sale to \(home.english) on record")
          + (supplier.purchasesFromExcluded > 0
            ? ", and itself bought \(bought.english) of it from \(origins.english)" : ""),
        korean: "\(year.year)년 \(countryName.inKorean)의 \(name.inKorean) 수출액은 "
          + "\(money.inKorean)(세계 수출의 \(share.inKorean))이며, "
          + (supplier.isSupplierAlready
            ? "그중 \(home.inKorean)에 대한 수출은 \(sales.inKorean)이다"
            : "\(home.inKorean)에 대한 수출 기록은 없다")
          + (supplier.purchasesFromExcluded > 0
            ? "(자국도 \(origins.inKorean)에서 \(bought.inKorean)어치를 수입)" : "")),
      evidence: [
        customers, governance(of: supplier.exporter, countryName, answer),
      ], sources: answer.sources, marking: try trade.marking(answer.sources))
  }

  private func governance(of exporter: Int, _ name: LocalizedText, _ answer: AlternativesAnswer)
    -> LocalizedText
  {
    guard let held = answer.governance, let estimate = answer.governance(of: exporter) else {
      return LocalizedText(
        "the political stability of \(name.english) is not known to the store",
        korean: "\(name.inKorean)의 정치안정 지표가 저장소에 없음")
    }
    let index = StatementNumber.index(estimate)
    return LocalizedText(
      "political stability of \(name.english) in \(held.year): \(index) (World Bank, about -2.5 to 2.5)",
      korean: "\(held.year)년 \(name.inKorean)의 정치안정 지표: \(index)(세계은행, 약 -2.5~2.5)")
  }

  /// What all others export, against the loss.
  ///
  /// - Parameter lostShare: the share of home's imports that is lost; nil when it cannot be told.
  func capacity(_ answer: AlternativesAnswer, lostShare: Double?) throws -> Finding {
    let year = answer.trade
    let exported = StatementNumber.dollars(thousands: answer.found.otherExports)
    let lost = min(1, lostShare ?? 0) * answer.found.imports
    guard let cover = answer.found.cover(of: lost) else {
      return try untold(
        missing: LocalizedText(
          "how much \(home.english) would lose of \(name.english)",
          korean: "\(home.inKorean)의 \(name.inKorean) 수입 손실 규모"), sources: answer.sources,
        also: LocalizedText(
          "; they exported \(exported.english) in \(year.year)",
          korean: "(\(year.year)년 수출액 \(exported.inKorean))"))
    }
    let loss = StatementNumber.dollars(thousands: lost)
    let times = StatementNumber.times(cover)
    let concentration = answer.found.concentration.map(StatementNumber.index)
    return Finding(
      "alternative_capacity", subject: product.subject, value: cover, asOf: year.lastDay,
      statement: sentence(
        "Countries other than \(origins.english) exported \(name.english) worth \(exported.english) "
          + "in \(year.year), \(times.english) the \(loss.english) that \(home.english) would lose, though "
          + "it is sold to others already",
        korean: "\(year.year)년 \(origins.inKorean) 외 국가의 \(name.inKorean) 수출액은 "
          + "\(exported.inKorean)로 \(home.inKorean)의 손실액 \(loss.inKorean)의 "
          + "\(times.inKorean)이나, 이미 다른 나라에 팔리고 있는 물량이다"),
      evidence: [
        LocalizedText(
          "\(answer.found.suppliers.count) other exporters; HHI of their exports "
            + (concentration ?? "not defined"),
          korean: "다른 수출국 \(answer.found.suppliers.count)개국, 수출 집중도(HHI) "
            + (concentration ?? "정의되지 않음"))
      ], sources: answer.sources, marking: try trade.marking(answer.sources))
  }

  /// That the capacity cannot be told.
  func untold(
    missing: LocalizedText, sources: [String] = [], also: LocalizedText = LocalizedText("")
  ) throws -> Finding {
    try trade.untold(
      "alternative_capacity", product.subject, missing: missing, sources: sources,
      statement: sentence(
        "Whether other countries can replace what \(home.english) would lose of \(name.english) from "
          + "\(origins.english) cannot be told\(also.english)",
        korean: "\(KoreanParticle.subject.after(home.inKorean)) 잃게 되는 \(origins.inKorean)산 "
          + "\(KoreanParticle.object.after(name.inKorean)) 다른 나라가 "
          + "대신할 수 있는지는 알 수 없다\(also.inKorean)"))
  }
}
