import Kernel
import Runner
import Store
import TestSupport
import Testing

@Suite("The batch runner")
struct RunnerModuleTests {
  private let folder = ScratchFolder()

  @Test("stands on the kernel alone")
  func requirements() {
    #expect(RunnerModule.identity.requires == ["tower"])
  }

  @Test("explains every event with its common and its own fields")
  func events() throws {
    let result = try Dispatcher(makeTower(folder)).run(["batch", "events"]).result
    let rows = result.tables[0].rows
    for event in ["run_started", "step_started", "step_finished", "run_finished"] {
      let fields = rows.filter { $0[0] == .text(event) }.compactMap { $0[1].text }
      #expect(fields.starts(with: ["schema", "event", "run", "at"]))
      #expect(fields.count > 4)
    }
  }

  @Test("refuses two forms of one output, and a step to force that the job has not")
  func usage() throws {
    let tower = try makeTower(folder)
    let file = folder.write(
      "job.yaml", "id: words\ntitle: Words\nsteps: [{id: alpha, run: word keep alpha}]\n")
    let forms = #expect(throws: TowerError.self) {
      try Dispatcher(tower).run(["batch", "run", file, "--events", "--format", "csv"])
    }
    #expect(forms?.status == .usage)
    let from = #expect(throws: TowerError.self) {
      try Dispatcher(tower).run(["batch", "run", file, "--force", "alhpa"])
    }
    #expect(from?.status == .usage)
    #expect(from?.hints == ["did you mean alpha?"])
    // Neither got as far as to make a store.
    #expect(!tower.store.exists)
  }

  @Test("answers with a line for each step, also for those that did not run, and says how to go on")
  func answer() throws {
    let tower = try makeTower(folder)
    let file = folder.write(
      "job.yaml",
      "id: words\ntitle: Words\nsteps:\n  - {id: a, run: word keep alpha}\n"
        + "  - {id: b, run: word break beta}\n  - {id: c, run: word day}\n")
    let result = try Dispatcher(tower).run(["batch", "run", file, "--quiet"]).result
    #expect(result.status == .failed)
    #expect(
      result.tables[0].rows.map { Array($0.prefix(3)) } == [
        ["a", "done", 0], ["b", "failed", 8], ["c", "not run", .null],
      ])
    #expect(result.notes.last == "to go on: tower batch resume words/2026-11-24/1")
  }
}
