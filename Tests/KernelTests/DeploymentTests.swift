import Configuration
import Kernel
import TestSupport
import Testing
import Vocabulary

private struct Dependent: Module {
  static let identity = ModuleIdentity(
    identifier: "dependent", title: LocalizedText("Dependent"), requires: ["sample"])
  init(settings: SettingValues) {}
  var descriptor: ModuleDescriptor { ModuleDescriptor() }
}

@Suite("A deployment file")
struct DeploymentTests {
  private let folder = ScratchFolder()
  private let modules: [any Module.Type] = [
    KernelModule.self, SampleModule.self, Dependent.self,
  ]

  private func faults(_ yaml: String) -> [String] {
    do throws(ConfigurationError) {
      _ = try Deployment.load(
        path: folder.write("tower.yaml", yaml), modules: modules.map { $0.identity })
      return []
    } catch {
      return error.diagnostics.map { "\($0.mark.line):\($0.mark.column) \($0.message)" }
    }
  }

  @Test("that switches off what another module requires is refused where it does so")
  func requirements() {
    #expect(
      faults("modules:\n  sample: {enabled: false}\n") == [
        "2:21 dependent cannot run without 'sample'; enable it, or switch those off as well"
      ])
    #expect(
      faults("modules:\n  sample: {enabled: false}\n  dependent: {enabled: false}\n").isEmpty)
  }

  @Test("that is empty is refused: it would run on the defaults without a word")
  func empty() {
    for text in ["", "# nothing\n", "---\n", "~\n"] {
      #expect(faults(text).first?.hasPrefix("1:1 is empty") == true)
    }
    #expect(faults("{}\n").isEmpty)
  }

  @Test("names every agency that a task has and nobody declares, with the nearest")
  func agencies() {
    let found = faults(
      """
      coordination:
        agencies: [{id: motir, name: M, role: r}]
        tasks:
          - {id: a, title: A, accountable: motr, from_level: alert, deadline_days: 1}
          - {id: b, title: B, accountable: motir, responsible: [motir, nobody], from_level: alert, deadline_days: 1}

      """)
    #expect(
      found == [
        "4:38 'motr' is not one of the agencies", "5:66 'nobody' is not one of the agencies",
      ])
  }

  @Test("names its own faults also when its base cannot be read")
  func base() {
    let found = faults("extends: none.yaml\nstore: {}\nutc_offset_hours: 99\n")
    #expect(found.count == 3)
    #expect(found[0].contains("cannot be read: No such file or directory"))
  }
}
