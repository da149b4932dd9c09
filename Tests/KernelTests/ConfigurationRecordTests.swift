import Configuration
import Kernel
import Store
import TestSupport
import Testing
import Vocabulary

@Suite("The configuration in the ledger")
struct ConfigurationRecordTests {
  private let folder = ScratchFolder()

  private func tower(_ yaml: String) throws -> Tower {
    let modules: [any Module.Type] = [KernelModule.self, SampleModule.self]
    let path = folder.write("tower.yaml", yaml)
    let deployment = try Deployment.load(path: path, modules: modules.map { $0.identity })
    return Tower(
      deployment: deployment, registry: try Registry(modules, settings: deployment.moduleSettings),
      clock: .fixed(try Instant("2026-11-24T00:00:00Z")), storePath: folder.file("tower.db"))
  }

  private func kinds(_ tower: Tower) throws -> [String] {
    try tower.read { try Ledger.entries($0) }.map(\.kind)
  }

  @Test("is written at the first write under it, and once")
  func once() throws {
    let tower = try tower("modules: {sample: {limit: 4}}\n")
    try tower.write { _ in }
    try tower.write { _ in }
    #expect(try kinds(tower) == ["configuration"])
  }

  @Test("is written again when a setting has changed, and when it changes back")
  func changed() throws {
    try tower("modules: {sample: {limit: 4}}\n").write { _ in }
    try tower("modules: {sample: {limit: 5}}\n").write { _ in }
    let last = try tower("modules: {sample: {limit: 4}}\n")
    try last.write { _ in }
    #expect(try kinds(last) == ["configuration", "configuration", "configuration"])
  }
}
