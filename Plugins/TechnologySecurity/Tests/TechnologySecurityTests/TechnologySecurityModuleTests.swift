import Kernel
import TechnologySecurity
import Testing

@Suite("The module of technology security")
struct TechnologySecurityModuleTests {
  @Test("stands on the reference data alone")
  func requirements() {
    #expect(TechnologySecurityModule.identity.requires == ["reference"])
  }
}
