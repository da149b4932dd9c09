import Kernel
import Store
import TestSupport
import Testing
import Vocabulary

@testable import Runner

/// A job on a store of its own, that can be edited, planned and run.
struct JobBench {
  let folder = ScratchFolder()
  var instant = "2026-11-24T00:00:00Z"
  var disabledModules: Set<String> = []

  func tower() throws -> Tower {
    try makeTower(folder, at: instant, disabledModules: disabledModules)
  }

  func job(_ text: String, in tower: Tower, given: [String] = [], forced: Set<String> = []) throws
    -> JobRun
  {
    let job = try Job.load(path: folder.write("job.yaml", text), registry: tower.registry)
    try tower.prepareStore()
    return JobRun(
      job: job, tower: tower, options: GlobalOptions(),
      parameters: try job.parameters.values(given: given), forced: forced, report: { _ in },
      show: { _, _, _ in })
  }

  /// Each step with its decision and why.
  func plan(_ text: String, given: [String] = [], forced: Set<String> = []) throws -> [String] {
    let tower = try tower()
    let run = try job(text, in: tower, given: given, forced: forced)
    return try Planner(run, asOf: tower.clock.today).plan().entries.map {
      "\($0.instance.name): \($0.decision.name), \($0.decision.explanation)"
    }
  }

  @discardableResult
  func run(_ text: String, given: [String] = [], forced: Set<String> = []) throws -> RunRecord {
    try job(text, in: tower(), given: given, forced: forced)()
  }
}

@Suite("A plan")
struct PlanTests {
  private static let head = "id: words\ntitle: Words\nsteps:\n"
  private static let chain =
    head + "  - {id: keep, run: word keep alpha}\n  - {id: list, run: word list}\n"

  @Test("runs what was never done, and skips what has not changed since")
  func neverDone() throws {
    let bench = JobBench()
    #expect(
      try bench.plan(PlanTests.chain) == [
        "keep: run, it was never done before", "list: run, it was never done before",
      ])
    try bench.run(PlanTests.chain)
    let since = "skip, nothing that it stands on has changed since run words/2026-11-24/1"
    #expect(try bench.plan(PlanTests.chain) == ["keep: \(since)", "list: \(since)"])
  }

  @Test("names the old and the new command line, and what follows from a step that runs")
  func command() throws {
    let bench = JobBench()
    try bench.run(PlanTests.chain)
    #expect(
      try bench.plan(PlanTests.chain.replacing("alpha", with: "beta")) == [
        "keep: run, command: word keep alpha -> word keep beta",
        "list: run, step 'keep' runs before it and writes word",
      ])
  }

  @Test("names a file that changed, one that went, and a card that came beside it")
  func files() throws {
    let bench = JobBench()
    let file = bench.folder.write("in.txt", "one")
    let text = PlanTests.head + "  - {id: say, run: word say x --file \(file)}\n"
    try bench.run(text)
    _ = bench.folder.write("in.txt", "two")
    let changed = try bench.plan(text)[0]
    #expect(changed.hasPrefix("say: run, file \(file): "))
    #expect(changed.contains(" -> "))
  }

  @Test("names a table that somebody else changed, with both versions")
  func tables() throws {
    let bench = JobBench()
    try bench.run(PlanTests.chain)
    try bench.tower().write { try $0.execute("INSERT INTO word VALUES ('other')") }
    let plan = try bench.plan(PlanTests.chain)
    #expect(
      plan[0] == "keep: run, table word: version 1 -> version 2")
    #expect(plan[1].hasPrefix("list: run, table word: version 1 -> version 2"))
  }

  @Test("names the day when the step asked for it, and only then")
  func day() throws {
    var bench = JobBench()
    let text =
      PlanTests.head
      + "  - {id: day, run: word day}\n  - {id: fixed, run: word day --as-of 2026-01-01}\n"
    try bench.run(text)
    bench.instant = "2026-11-25T00:00:00Z"
    let plan = try bench.plan(text)
    #expect(plan[0] == "day: run, day: 2026-11-24 -> 2026-11-25")
    #expect(plan[1].hasPrefix("fixed: skip"))
  }

  @Test("names a module that was switched off")
  func module() throws {
    var bench = JobBench()
    let text =
      PlanTests.head + "  - {id: modules, run: modules}\n  - {id: keep, run: word keep x}\n"
    try bench.run(text)
    bench.disabledModules = ["word"]
    let plan = try bench.plan(text)
    #expect(plan[0] == "modules: run, module word: version 1, migration 1 -> not there")
    #expect(plan[1] == "keep: leave out, the module 'word' is switched off")
  }

  @Test("names a file that a step made and that is not what it was")
  func artefacts() throws {
    let bench = JobBench()
    let saved = bench.folder.file("list.csv")
    let text = PlanTests.head + "  - {id: list, run: word list, save: \(saved)}\n"
    try bench.run(text)
    #expect(bench.folder.text("list.csv") == "word\n")
    #expect(try bench.plan(text)[0].hasPrefix("list: skip"))
    _ = bench.folder.write("list.csv", "other\n")
    #expect(try bench.plan(text)[0].hasPrefix("list: run, artefact \(saved): "))
  }

  @Test("runs a forced step, and those that stand on what it writes")
  func force() throws {
    let bench = JobBench()
    try bench.run(PlanTests.chain)
    #expect(
      try bench.plan(PlanTests.chain, forced: ["keep"]) == [
        "keep: run, --force", "list: run, step 'keep' runs before it and writes word",
      ])
  }

  @Test("two steps that write one table do not send each other round")
  func sharedTable() throws {
    let bench = JobBench()
    let text = PlanTests.head + "  - {id: a, run: word keep a}\n  - {id: b, run: word keep b}\n"
    try bench.run(text)
    #expect(try bench.plan(text).allSatisfy { $0.contains(": skip, ") })
    // The second stands on what the first leaves, and not the other way round.
    let changed = try bench.plan(text.replacing("keep b", with: "keep c"))
    #expect(changed[0].hasPrefix("a: skip"))
    let first = try bench.plan(text.replacing("keep a", with: "keep d"))
    #expect(first[1] == "b: run, step 'a' runs before it and writes word")
  }

  @Test("leaves out by a parameter, and depends on a step by its answer")
  func conditions() throws {
    let bench = JobBench()
    let text =
      "id: words\ntitle: Words\nparameters:\n"
      + "  mode: {type: text, default: short, choices: [short, long], doc: How much.}\nsteps:\n"
      + "  - {id: find, run: word find}\n"
      + "  - {id: long, run: word day, when: {parameter: mode, is: [long]}}\n"
      + "  - {id: after, run: word keep x, when: {step: find, status: [findings]}}\n"
      + "  - {id: never, run: word keep y, when: {step: find, status: [failed]}}\n"
    #expect(
      try bench.plan(text).suffix(3) == [
        "long: leave out, parameter 'mode' is 'short', not 'long'",
        "after: depends, its condition is over step 'find'",
        "never: depends, its condition is over step 'find'",
      ])
    let run = try bench.run(text, given: ["mode=long"])
    #expect(run.steps.map(\.status) == [.done, .done, .done, .skipped])
    #expect(run.steps[3].reason == "step 'find' is done, not 'failed'")
    #expect(run.exitStatus == .findingsAtLevel)
  }

  @Test("repeats a step for the items of a list and of a question")
  func items() throws {
    let bench = JobBench()
    let text =
      PlanTests.head
      + "  - {id: keep, run: 'word keep ${item}', for-each: {list: [b, a]}}\n"
      + "  - {id: say, run: 'word say ${item}', "
      + "for-each: {query: 'SELECT word FROM word ORDER BY word'}}\n"
    #expect(
      try bench.plan(text) == [
        "keep[b]: run, it was never done before", "keep[a]: run, it was never done before",
        "say: depends, its items are known later: step 'keep[b]' runs before it, and what it "
          + "writes is not known yet",
      ])
    let run = try bench.run(text)
    #expect(run.steps.map(\.name) == ["keep[b]", "keep[a]", "say[a]", "say[b]"])
    #expect(run.steps.map { $0.outcome?.message ?? "" }.suffix(2) == ["a!", "b!"])
    #expect(try bench.plan(text).allSatisfy { $0.contains(": skip, ") })
  }

  @Test("hands the one value that a step answers to another")
  func output() throws {
    let bench = JobBench()
    let text =
      PlanTests.head
      + "  - {id: keep, run: word keep alpha}\n"
      + "  - {id: count, run: word count}\n  - {id: say, run: 'word say n${steps.count.output}'}\n"
    let run = try bench.run(text)
    #expect(run.steps[2].line == "word say n1")
    #expect(run.steps[2].outcome?.message == "n1!")
    #expect(try bench.plan(text).allSatisfy { $0.contains(": skip, ") })
  }
}
