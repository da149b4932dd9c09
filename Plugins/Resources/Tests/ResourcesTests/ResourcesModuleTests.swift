import Kernel
import Resources
import Testing

@Suite("The module of resources")
struct ResourcesModuleTests {
  @Test("stands on the reference data alone")
  func requirements() {
    #expect(ResourcesModule.identity.requires == ["reference"])
  }
}
