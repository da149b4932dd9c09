import Kernel
import Store
import TestSupport
import Testing

@testable import Runner

@Suite("A step that fails")
struct FailingStepTests {
  private static let head = "id: words\ntitle: Words\nsteps:\n"

  @Test("is tried again as often as the job says, and leaves nothing of any attempt")
  func retry() throws {
    let bench = JobBench()
    let run = try bench.run(
      FailingStepTests.head
        + "  - {id: a, run: word break x, retry: {attempts: 3, on: [failed], wait-seconds: 0}}\n")
    #expect(run.steps[0].attempts == 3)
    #expect(run.exitStatus == .failed)
    #expect(try bench.tower().words() == [])
  }

  @Test("is not tried again after another class of failure")
  func otherClass() throws {
    let run = try JobBench().run(
      FailingStepTests.head
        + "  - {id: a, run: word break x, retry: {attempts: 3, on: [locked], wait-seconds: 0}}\n")
    #expect(run.steps[0].attempts == 1)
  }

  @Test("by its timeout is stopped, says so, and leaves nothing behind")
  func timeout() throws {
    let bench = JobBench()
    let run = try bench.run(
      FailingStepTests.head + "  - {id: a, run: word dawdle x, timeout-seconds: 0.1}\n")
    #expect(run.steps[0].status == .failed)
    #expect(run.steps[0].outcome?.message == "stopped after 0.1 s, its timeout")
    #expect(run.exitStatus == .failed)
    #expect(try bench.tower().words() == [])
  }

  @Test(
    "lets the others end, start or stop as the job says",
    arguments: [
      (Job.FailurePolicy.finish, ["failed", "planned", "planned"]),
      (.continue, ["failed", "planned", "done"]),
    ])
  func policies(policy: Job.FailurePolicy, statuses: [String]) throws {
    let bench = JobBench()
    let run = try bench.run(
      "id: words\ntitle: Words\nworkers: 1\non-failure: \(policy.rawValue)\nsteps:\n"
        + "  - {id: a, run: word break x}\n  - {id: b, run: word keep b, needs: [a]}\n"
        + "  - {id: c, run: word keep c, needs: []}\n")
    #expect(run.steps.map(\.status.rawValue) == statuses)
    #expect(run.exitStatus == .failed)
    if policy == .continue { #expect(run.steps[1].reason == "it needs step 'a', which failed") }
  }

  @Test("with 'stop' interrupts what runs beside it")
  func stop() throws {
    let bench = JobBench()
    let run = try bench.run(
      "id: words\ntitle: Words\non-failure: stop\nsteps:\n"
        + "  - {id: fail, run: word say x --file \(bench.folder.write("f", "f")) --level 1}\n"
        + "  - {id: slow, run: word linger, needs: [], timeout-seconds: 30}\n"
        + "  - {id: bad, run: 'word say ${steps.fail.output}', needs: [fail]}\n")
    #expect(run.steps.map(\.status) == [.done, .failed, .failed])
    #expect(run.steps[1].outcome?.message.hasPrefix("stopped: step 'bad' failed") == true)
    #expect(try bench.tower().words() == [])
  }
}

@Suite("A run that was interrupted")
struct ResumedRunTests {
  @Test("goes on with its own plan, day and parameters, and does nothing twice")
  func resume() throws {
    let bench = JobBench()
    let file = bench.folder.file("flag")
    let text =
      "id: words\ntitle: Words\nparameters:\n  w: {type: text, doc: A word.}\nsteps:\n"
      + "  - {id: a, run: 'word keep ${parameters.w}'}\n"
      + "  - {id: b, run: 'word say x --out \(file)', artefacts: {flag: \(file)}}\n"
      + "  - {id: c, run: word keep gamma}\n  - {id: d, run: word day}\n"
    let first = try bench.run(text, given: ["w=alpha"])
    #expect(first.steps.map(\.status) == [.done, .failed, .planned, .planned])
    #expect(first.cause?.contains("the artefact 'flag' was not made") == true)
    _ = bench.folder.write("flag", "made")
    let later = try makeTower(bench.folder, at: "2026-11-30T00:00:00Z")
    let result = try Dispatcher(later).run(["batch", "resume", "--quiet"]).result
    #expect(result.status == .ok)
    #expect(result.notes[0].hasPrefix("run words/2026-11-24/1: done, 4 of 4 steps"))
    #expect(try later.words() == ["alpha", "gamma"])
    let day = try later.read {
      try $0.rows("SELECT message FROM batch_step WHERE step = 'd'")
    }
    #expect(day == [["as_of 2026-11-24"]])
    let again = #expect(throws: TowerError.self) {
      try Dispatcher(later).run(["batch", "resume", "words/2026-11-24/1"])
    }
    #expect(again?.message == "run words/2026-11-24/1 is done")
  }

  @Test("runs what could not run because a step failed, and decides anew what that step decides")
  func blocked() throws {
    let bench = JobBench()
    let file = bench.folder.file("flag")
    let text =
      "id: words\ntitle: Words\non-failure: continue\nsteps:\n"
      + "  - {id: a, run: 'word say x --out \(file)', artefacts: {flag: \(file)}}\n"
      + "  - {id: b, run: word keep beta, needs: [a]}\n"
      + "  - {id: c, run: word keep gamma, needs: [b]}\n"
      + "  - {id: d, run: word keep delta, needs: [a], when: {step: a, status: [done]}}\n"
      + "  - {id: e, run: word keep epsilon, needs: []}\n"
    let first = try bench.run(text)
    #expect(first.steps.map(\.status) == [.failed, .planned, .planned, .skipped, .done])
    #expect(first.steps[2].reason == "it needs step 'b', which did not run")
    _ = bench.folder.write("flag", "made")
    let tower = try bench.tower()
    let result = try Dispatcher(tower).run(["batch", "resume", "--quiet"]).result
    #expect(result.status == .ok)
    #expect(try tower.words() == ["beta", "delta", "epsilon", "gamma"])
  }

  @Test("is refused with another job file, and when another run followed it")
  func refused() throws {
    let bench = JobBench()
    let text = "id: words\ntitle: Words\nsteps:\n  - {id: a, run: word break x}\n"
    try bench.run(text)
    let tower = try bench.tower()
    try bench.run(text)
    let followed = #expect(throws: TowerError.self) {
      try Dispatcher(tower).run(["batch", "resume", "words/2026-11-24/1"])
    }
    #expect(followed?.message == "run words/2026-11-24/1 was followed by words/2026-11-24/2")
    _ = bench.folder.write("job.yaml", text.replacing("break", with: "keep"))
    let other = #expect(throws: TowerError.self) { try Dispatcher(tower).run(["batch", "resume"]) }
    #expect(
      other?.message.contains("is not the one that run words/2026-11-24/2 began with") == true)
  }
}
