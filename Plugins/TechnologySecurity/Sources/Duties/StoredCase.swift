internal import Kernel
internal import Store
internal import TechnologyDuty
internal import Vocabulary

/// A case by the names of its parts, read from the store.
enum StoredCase {
  /// Reads a case.
  ///
  /// - Throws: `TowerError` for a name that the register does not have, with the nearest.
  static func read(
    technology: String, holder: String, act: String, on day: Day, _ connection: Connection
  ) throws -> TransferCase {
    let technologies = try TechnologyRegister(connection).technologies
    let holders = try Holder.all(connection)
    guard let found = technologies.first(where: { $0.identifier == technology }) else {
      throw unknown("technology", technology, among: technologies.map(\.identifier))
    }
    guard let party = holders.first(where: { $0.identifier == holder }) else {
      throw unknown("holder", holder, among: holders.map(\.identifier))
    }
    guard let act = TransferAct(rawValue: act) else {
      throw unknown("act", act, among: TransferAct.allCases.map(\.rawValue))
    }
    return TransferCase(technology: found, holder: party, act: act, day: day)
  }

  private static func unknown(_ kind: String, _ name: String, among names: [String]) -> TowerError {
    let near = nearest(to: name, in: names)
    return TowerError(
      .usage, "'\(name)' is no \(kind) of the register",
      hints: near.isEmpty ? [] : ["did you mean \(near.joined(separator: " or "))?"])
  }
}
