internal import Kernel
internal import Reference
internal import Store
internal import Vocabulary

/// Which years of flows the store can answer for.
enum HeldFlows {
  /// The years held.
  ///
  /// - Throws: `TowerError` that names them when the wanted one is not among them.
  static func years(including year: Int, edition: String, _ connection: Connection) throws -> [Int]
  {
    try AskedYears(year...year, edition: edition, connection).held
  }

  /// The year by which an event is read: the latest held that is not after the year in which it
  /// starts, else the latest held; nil when none is held.
  static func year(forEventOf start: Int, edition: String, _ connection: Connection) throws -> Int?
  {
    let held = try TradeFlows.years(edition: edition, connection)
    return held.last { $0 <= start } ?? held.last
  }

  /// The edition whose flows an event's countries are compared by, with the year: that of the
  /// event's products where its flows are held, else the newest held; nil when none is.
  static func edition(for event: Event, _ connection: Connection) throws
    -> (edition: String, year: Int)?
  {
    for edition in event.products.map(\.edition) + ProductCode.editions.reversed() {
      if let year = try year(forEventOf: event.starts.year, edition: edition, connection) {
        return (edition, year)
      }
    }
    return nil
  }
}
