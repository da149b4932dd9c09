internal import Dependence
internal import Kernel
internal import Reference
internal import Store
internal import Vocabulary

/// The trade in an event's products, loaded once for a lens, and the words for it.
struct EventTrade {
  let event: Event
  let asOf: Day
  let connection: Connection
  private let countryNames: CountryNames
  /// By edition: the year of the event last, before it the years before; empty when none is held.
  private let windows: [String: [TradeYear]]

  /// Loads the flows of the event's products.
  ///
  /// - Parameter yearsBefore: how many years before the event's are loaded where they are held.
  init(_ input: LensInput, yearsBefore: Int = 0) throws {
    event = input.event
    asOf = input.asOf
    connection = input.connection
    countryNames = try Countries.names(input.connection)
    var windows: [String: [TradeYear]] = [:]
    for (edition, products) in Dictionary(grouping: input.event.products, by: \.edition) {
      guard
        let year = try HeldFlows.year(
          forEventOf: input.event.starts.year, edition: edition, input.connection)
      else { continue }
      let held = try TradeFlows.years(edition: edition, input.connection)
      windows[edition] = try held.filter { (year - yearsBefore...year).contains($0) }.map {
        try TradeYear(edition: edition, year: $0, products: products, input.connection)
      }
    }
    self.windows = windows
  }

  /// The years of a product's edition, the event's last.
  func window(of product: ProductCode) -> [TradeYear] { windows[product.edition] ?? [] }

  /// The year by which the event is read; nil where the store holds no flows of the edition.
  func year(of product: ProductCode) -> TradeYear? { window(of: product).last }

  /// The name of a country as a sentence says it.
  func name(_ country: String) -> LocalizedText { countryNames.inSentence(country) }

  /// A product with its title and code.
  func name(_ product: ProductCode) throws -> LocalizedText {
    guard let title = try Products.title(of: product, connection) else {
      return LocalizedText(product.description)
    }
    return LocalizedText(
      "\(title.inSentence) (\(product))", korean: title.korean.map { "\($0)(\(product))" })
  }

  /// Why nothing can be told of a product; nil where somebody traded it in the event's year.
  func gap(of product: ProductCode) throws -> LocalizedText? {
    guard let trade = year(of: product) else {
      let edition = ProductCode.title(ofEdition: product.edition)
      return LocalizedText(
        "trade flows in the product codes of \(edition), of which the store holds no year",
        korean: "\(edition) 품목분류의 무역통계(저장소에 없음)")
    }
    if trade.flows(of: product).count > 0 { return nil }
    let held = try TradeFlows.products(edition: trade.edition, year: trade.year, connection).count
    let name = try name(product)
    let codes = EventTrade.codes(held, trade.edition)
    return LocalizedText(
      "trade flows of \(name.english) in \(trade.year); the flows held for that year cover "
        + "\(codes.english), not this one",
      korean: "\(trade.year)년 \(name.inKorean)의 무역통계(저장소의 \(codes.inKorean)에 포함되지 않음)")
  }

  /// A number of product codes: `71 HS 1992 codes`.
  static func codes(_ count: Int, _ edition: String) -> LocalizedText {
    let (count, title) = (StatementNumber.count(count), ProductCode.title(ofEdition: edition))
    return LocalizedText("\(count) \(title) codes", korean: "\(title) 품목 \(count)개")
  }

  /// The marking of what stands on sources.
  func marking(_ sources: [String]) throws -> Marking {
    try SourceRegister.marking(of: sources, connection)
  }

  /// A finding that cannot be told.
  func untold(
    _ indicator: String, _ subject: Subject, object: Subject? = nil, missing: LocalizedText,
    sources: [String] = [], statement: LocalizedText
  ) throws -> Finding {
    Finding(
      indicator, subject: subject, object: object, asOf: asOf,
      status: .insufficient(missing: [missing]), statement: statement, sources: sources,
      marking: try marking(sources))
  }
}

/// A country as the subject of a statement.
func countrySubject(_ country: String) -> Subject {
  Subject(kind: "country", identifier: country)
}

/// A statement in both languages; it begins with a capital letter.
func sentence(_ english: String, korean: String) -> LocalizedText {
  LocalizedText(english.prefix(1).uppercased() + english.dropFirst(), korean: korean)
}
