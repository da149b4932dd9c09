internal import Kernel
internal import Vocabulary

/// The stock of one material that the deployment may see, in days of use.
struct HeldStock {
  /// The latest held position of each agency.
  let positions: [StockPosition]
  /// All of them together, in days of use; nil when one of them cannot be told in days.
  let days: Double?
  /// What is used in a year as a position states it, the latest that states one; nil when none
  /// does.
  let consumption: Quantity?
  /// Whether positions state different consumption.
  let disagrees: Bool

  /// Adds up the positions; nil when there are none.
  init?(_ positions: [StockPosition]) {
    guard !positions.isEmpty else { return nil }
    self.positions = positions
    let stated = positions.filter { $0.yearlyConsumption != nil }
      .sorted { ($1.asOf, $0.agency) < ($0.asOf, $1.agency) }
      .compactMap(HeldStock.yearly)
    let consumption = stated.first
    self.consumption = consumption
    disagrees = Set(stated.compactMap { $0.rate(in: consumption?.unit ?? $0.unit) }).count > 1
    let days = positions.map { position -> Double? in
      if let days = position.days { return days }
      guard let consumption, let amount = position.amount, let unit = position.unit,
        let stock = Quantity(amount, unit).amount(in: consumption.unit),
        let daily = consumption.rate(in: consumption.unit)
      else { return nil }
      return stock / daily
    }
    self.days = days.contains(nil) ? nil : days.compactMap { $0 }.reduce(0, +)
  }

  private static func yearly(_ position: StockPosition) -> Quantity? {
    guard let consumption = position.yearlyConsumption, let unit = position.unit else { return nil }
    return Quantity(consumption, unit, per: .year)
  }

  /// One line for each position.
  ///
  /// - Parameter name: how an agency is called.
  func evidence(_ name: (String) -> LocalizedText) -> [LocalizedText] {
    let consumed = consumption.map { consumption in
      let yearly = StatementNumber.amount(consumption.value, consumption.unit, significant: 6)
      return LocalizedText(
        "consumption: \(yearly.english) a year", korean: "소비량: 연 \(yearly.inKorean)")
    }
    let difference = LocalizedText(
      "the positions state different consumption; the latest counts",
      korean: "재고 자료마다 소비량이 달라 가장 최근 값을 사용함")
    return positions.map { position in
      let agency = name(position.agency)
      let days = position.days.map { StatementNumber.number($0) }
      let amount = StatementNumber.amount(
        position.amount ?? 0, position.unit ?? .tonne, significant: 6)
      return LocalizedText(
        "\(agency.english) held \(days.map { "\($0) days of use" } ?? amount.english) on "
          + "\(position.asOf)",
        korean: "\(position.asOf) 기준 \(agency.inKorean) 보유량: "
          + (days.map { "\($0)일분" } ?? amount.inKorean))
    } + [consumed].compactMap { $0 } + (disagrees ? [difference] : [])
  }

  /// In order.
  var sources: [String] { Set(positions.map(\.source)).sorted() }

  /// The strictest marking of the positions.
  var marking: Marking { positions.reduce(.clear) { $0.combined(with: $1.marking) } }
}
