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

  @Test("every link reads its table as it is declared")
  func links() throws {
    let whole = try TechnologyTower.whole()
    let links = whole.tower.registry.entries.flatMap(\.descriptor.links)
      .filter { $0.table.hasPrefix("technology") }
    #expect(links.map(\.relation) == ["uses", "uses", "makes", "holds", "controlled_as"])
    try whole.tower.read { connection in
      for link in links {
        let rows = try connection.rows(
          "SELECT \(link.source), \(link.target) FROM \(link.table)")
        let pairs = rows.compactMap { row in
          row[0].text.flatMap { source in row[1].text.map { (source, $0) } }
        }
        #expect(!pairs.isEmpty)
        for (source, target) in pairs {
          _ = try Subject(source)
          _ = try Subject(target)
        }
      }
    }
  }
}
