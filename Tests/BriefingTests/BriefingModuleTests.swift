import Briefing
import Kernel
import Testing

@Suite("The briefing")
struct BriefingModuleTests {
  @Test("stands on the kernel alone")
  func requirements() {
    #expect(BriefingModule.identity.requires == ["tower"])
  }
}
