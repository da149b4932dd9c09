internal import Kernel
internal import Reference
internal import Store
internal import Vocabulary

/// The countries and groups that a question is about, each group as one.
struct CountryGroups {
  /// Each with its members, in alphabetical order; a country is its own member.
  let members: [(name: String, countries: [String])]
  private let names: [String: String]

  /// Reads the groups.
  ///
  /// - Parameters:
  ///   - asked: the countries and groups; `all` stands for none of them.
  ///   - day: the day on which members count.
  /// - Throws: `TowerError` where two of them have a country in common.
  init(_ asked: [String], on day: Day, _ connection: Connection) throws {
    var members: [(name: String, countries: [String])] = []
    var names: [String: String] = [:]
    for name in Set(asked).sorted() where name != CountryScope.all {
      let found = try Countries.members(of: name, on: day, connection)
      let countries = found.isEmpty ? [name] : found
      if let other = countries.compactMap({ names[$0] }).first {
        throw TowerError(.usage, "\(other) and \(name) are not two: they share countries")
      }
      for country in countries { names[country] = name }
      members.append((name, countries))
    }
    self.members = members
    self.names = names
  }

  /// The group of a country, or the country itself where it is in none.
  subscript(country: String) -> String { names[country] ?? country }
}

/// Whom a question is about.
enum CountryScope {
  /// The name that stands for every country.
  static let all = "all"
}
