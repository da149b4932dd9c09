import TestSupport

/// A list of invented parties, written as lines of FollowTheMoney.
struct InventedList {
  /// A party of it.
  struct Party: Equatable, Sendable {
    var entry: String
    var name: String
    var aliases: [String] = []
    var weakAliases: [String] = []
    var birth: String?
    var country: String?
    var passport: String?
    var schema = "Person"
    var referents: [String] = []

    var line: String {
      func texts(_ texts: [String]) -> String {
        "[" + texts.map { "\"\($0)\"" }.joined(separator: ",") + "]"
      }
      let properties: [(String, [String])] = [
        ("name", [name]), ("alias", aliases), ("weakAlias", weakAliases),
        ("birthDate", [birth].compactMap { $0 }), ("nationality", [country].compactMap { $0 }),
        ("passportNumber", [passport].compactMap { $0 }),
      ]
      let given = properties.filter { !$0.1.isEmpty }.map { "\"\($0.0)\":\(texts($0.1))" }
      return
        "{\"id\":\"\(entry)\",\"caption\":\"\(name)\",\"schema\":\"\(schema)\",\"target\":true,"
        + "\"referents\":\(texts(referents)),\"properties\":{\(given.joined(separator: ","))}}"
    }
  }

  /// Brings a version of the list `os-test` into force.
  static func take(_ parties: [Party], published day: String, into trade: TradeTower) throws {
    let file = trade.folder.write(
      "list.ftm.json", parties.map(\.line).joined(separator: "\n") + "\n")
    try trade.run([
      "import", "opensanctions", file, "--list", "os-test", "--published", day, "--allow-shrink",
    ])
  }
}
