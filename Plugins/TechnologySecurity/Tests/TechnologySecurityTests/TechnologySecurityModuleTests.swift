import Kernel
import Store
import TechnologySecurity
import TestSupport
import Testing
import Vocabulary

@Suite("The module of technology security")
struct TechnologySecurityModuleTests {
  @Test("stands on the reference data alone")
  func requirements() {
    #expect(TechnologySecurityModule.identity.requires == ["reference"])
  }

  @Test("its lens writes what its indicators declare, and every column has a sentence")
  func declarations() throws {
    let descriptor = try #require(
      TechnologyTower().tower.registry.entries.first { $0.identity.identifier == "technology" }
    ).descriptor
    #expect(descriptor.lenses.flatMap(\.writes) == descriptor.indicators.map(\.name))
    #expect(descriptor.indicators.allSatisfy { $0.section == .technology && !$0.doc.isEmpty })
    let columns = descriptor.tables.flatMap(\.columns) + descriptor.functions.flatMap(\.columns)
    #expect(columns.allSatisfy { $0.doc.hasSuffix(".") })
  }

  @Test("every relation that it declares is found among the links, from either end")
  func links() throws {
    let whole = try TechnologyTower.whole()
    let tower = whole.tower
    func ask(_ sql: String) throws -> [[Value]] {
      try Question.ask(sql, of: tower, options: GlobalOptions()).tables[0].rows
    }
    let links = try ask(
      "SELECT source, relation, target FROM links WHERE module = 'technology' ORDER BY 1, 2, 3")
    #expect(
      Set(links.compactMap { $0[1].text }) == ["uses", "makes", "holds", "controlled_as"])
    for link in links {
      for (end, value) in [("source", link[0]), ("target", link[2])] {
        let text = try Subject(value.text ?? "").description
        let found = try ask(
          "SELECT source, relation, target FROM links WHERE \(end) = '\(text)'")
        #expect(found.contains(link))
      }
    }
  }
}
