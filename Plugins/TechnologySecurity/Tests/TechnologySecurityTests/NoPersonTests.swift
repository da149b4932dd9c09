import Configuration
import Kernel
import TechnologySecurity
import TestSupport
import Testing

@Suite("Persons have no place in the register")
struct NoPersonTests {
  private static let forbidden = [
    "nationality", "citizenship", "birthplace", "ethnicity", "race", "religion", "language",
    "health", "disability", "sex", "gender", "age", "family", "union", "person", "persons",
    "people", "employee", "employees", "inventor", "inventors", "staff", "address", "passport",
  ]

  private func refusal(_ dataset: String, _ yaml: String) throws -> ConfigurationError? {
    let whole = try TechnologyTower()
    let path = whole.folder.write("people.yaml", yaml)
    return #expect(throws: ConfigurationError.self) { try whole.run(["import", dataset, path]) }
  }

  @Test("no such key can enter a file of holders, at any depth", arguments: forbidden)
  func holders(key: String) throws {
    let error = try refusal(
      "technology-holders",
      """
      holders:
        - id: a
          name: {en: A, ko: B, \(key): x}
          synthetic: true
          \(key): x
          holdings:
            - {technology: nand-flash, state_funded: "no", \(key): x}
      \(key): x
      """)
    #expect(error?.diagnostics.filter { $0.message == "unknown key '\(key)'" }.count == 4)
  }

  @Test("nor a file of technologies", arguments: forbidden)
  func technologies(key: String) throws {
    let error = try refusal(
      "technologies",
      """
      technologies:
        - id: a
          title: T
          field: bio
          criticality: core
          national_core: unknown
          law_reference: x
          source: s
          \(key): x
          steps: [{id: s, title: S, order: 1, \(key): x}]
          uses: [{step: s, material: tin, role: r, \(key): x}]
          makes: [{product: hs92/280530, \(key): x}]
          control_codes: [{regime: eu, code: c, \(key): x}]
      """)
    #expect(error?.diagnostics.filter { $0.message == "unknown key '\(key)'" }.count == 5)
  }

  @Test("no table, function or parameter of the module speaks of them")
  func declarations() throws {
    let entry = try #require(
      TechnologyTower().tower.registry.entries.first { $0.identity.identifier == "technology" })
    let descriptor = entry.descriptor
    var names = descriptor.tables.map(\.name)
    names += descriptor.tables.flatMap(\.columns).map(\.name)
    names += descriptor.functions.flatMap(\.columns).map(\.name)
    names += descriptor.functions.flatMap(\.arguments).map(\.name)
    names += descriptor.commands.flatMap(\.parameters).map(\.name)
    let words = Set(
      names.flatMap { name in name.split { $0 == "_" || $0 == "-" }.map { String($0) } })
    #expect(words.isDisjoint(with: Self.forbidden))
  }
}
