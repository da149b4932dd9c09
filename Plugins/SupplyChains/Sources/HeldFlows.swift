internal import Kernel
internal import Reference
internal import Store

/// Which years of flows the store can answer for.
enum HeldFlows {
  /// The years held.
  ///
  /// - Throws: `TowerError` that names them when the wanted one is not among them.
  static func years(including year: Int, edition: String, _ connection: Connection) throws -> [Int]
  {
    let held = try TradeFlows.years(edition: edition, connection)
    guard held.contains(year) else {
      let list = held.isEmpty ? "none" : held.map(String.init).joined(separator: ", ")
      throw TowerError(
        .failed, "cannot tell: the store holds no flows of \(edition) for \(year)",
        hints: ["years held: \(list)", "tower import baci FILE brings more"])
    }
    return held
  }

  /// The year by which an event is read: the latest held that is not after the year in which it
  /// starts, else the latest held; nil when none is held.
  static func year(forEventOf start: Int, edition: String, _ connection: Connection) throws -> Int?
  {
    let held = try TradeFlows.years(edition: edition, connection)
    return held.last { $0 <= start } ?? held.last
  }
}
