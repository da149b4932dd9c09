internal import Criticality
internal import Kernel
internal import Reference
internal import Store
internal import Vocabulary

/// The facts of one importer and year from which the criticality of its materials is told.
struct CriticalityYear {
  let importer: String
  /// The importer, or the members of a group at the end of the year, in alphabetical order.
  let members: [String]
  let facts: ResourcesYear

  var year: Int { facts.year }

  /// Gathers the facts of an importer.
  ///
  /// - Throws: `TowerError` when the store holds no flows of the year.
  init(
    importer: String, year: Int, materials only: Set<String>?, settings: ResourcesSettings,
    _ connection: Connection
  ) throws {
    self.init(
      importer: importer,
      members: try Countries.members(of: importer, on: Day("\(year)-12-31"), connection),
      facts: try ResourcesYear(year: year, materials: only, settings: settings, connection))
  }

  /// Takes the facts of a year that are there already.
  ///
  /// - Parameter members: the members of a group; empty for a country.
  init(importer: String, members: [String], facts: ResourcesYear) {
    self.importer = importer
    self.members = members.isEmpty ? [importer] : members
    self.facts = facts
  }

  /// What each member produced of a material; nil when the production of the year is not held.
  func ownProduction(of material: Material) -> [OwnProduction]? {
    facts.production[material.identifier].map { world in members.map(world.production) }
  }
}
