import Kernel
import Runner
import Testing

@Suite("The batch runner")
struct RunnerModuleTests {
  @Test("stands on the kernel alone")
  func requirements() {
    #expect(RunnerModule.identity.requires == ["tower"])
  }
}
