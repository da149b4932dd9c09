import Configuration
import Store
import TestSupport
import Testing
import Vocabulary

@testable import Kernel
@testable import tower

@Suite("The links of the installed modules")
struct LinkSearchTests {
  @Test("every one that a table holds is found by an index from either end")
  func indexes() throws {
    let folder = ScratchFolder()
    let tower = Tower(
      deployment: try Deployment.defaults(modules: installedModules.map { $0.identity }),
      registry: try Registry(installedModules),
      clock: .fixed(try Instant("2026-11-24T00:00:00Z")), storePath: folder.file("tower.db"))
    try tower.prepareStore()
    let links = tower.registry.entries.flatMap(\.descriptor.links)
    #expect(links.count > 20)
    try tower.read { connection in
      for link in links {
        guard case .table(let columns) = link.rows else { continue }
        for (hasSource, hasTarget) in [(true, false), (false, true), (true, true)] {
          let form = LinkStatement(
            hasSource: hasSource, hasTarget: hasTarget, hasDay: true, hasLimit: true)
          let plan = try connection.prepare(
            "EXPLAIN QUERY PLAN " + form.sql(link, columns, keys: []))
          var steps: [String] = []
          while try plan.step() { steps.append(plan.text(3)) }
          let name = "\(link.relation) of \(columns.table), source \(hasSource)"
          #expect(steps.contains { $0.hasPrefix("SEARCH t USING") }, "\(name): \(steps)")
        }
      }
    }
  }
}
