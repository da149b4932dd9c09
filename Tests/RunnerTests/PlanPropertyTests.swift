import Kernel
import Store
import TestSupport
import Testing

@testable import Runner

@Suite("Over random jobs and edits")
struct PlanPropertyTests {
  /// A job of random steps over one table and some files, with random needs.
  private struct RandomJob {
    struct Step {
      var command: String
      var needs: [Int]
    }

    var steps: [Step]

    init(_ generator: inout SeededGenerator, _ folder: ScratchFolder) {
      steps = (0..<Int.random(in: 2...7, using: &generator)).map { index in
        Step(
          command: RandomJob.command(&generator, folder),
          needs: (0..<index).filter { _ in Int.random(in: 0..<3, using: &generator) == 0 })
      }
    }

    static func command(_ generator: inout SeededGenerator, _ folder: ScratchFolder) -> String {
      let word = "w\(Int.random(in: 0..<4, using: &generator))"
      return switch Int.random(in: 0..<7, using: &generator) {
      case 0, 1: "word keep \(word)"
      case 2: "word list"
      case 3: "word count"
      case 4: "word day"
      case 5 where Int.random(in: 0..<3, using: &generator) == 0: "word break \(word)"
      default:
        "word say \(word) --file \(folder.file("in-\(Int.random(in: 0..<2, using: &generator))"))"
      }
    }

    var text: String {
      "id: random\ntitle: Random\non-failure: continue\nsteps:\n"
        + steps.enumerated().map { index, step in
          "  - {id: s\(index), run: \(step.command), needs: ["
            + step.needs.map { "s\($0)" }.joined(separator: ", ") + "]}\n"
        }.joined()
    }
  }

  @Test("what a run does is what the plan said, for the reasons it said")
  func planIsRun() throws {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<30 {
      var bench = JobBench()
      for name in ["in-0", "in-1"] { _ = bench.folder.write(name, name) }
      var job = RandomJob(&generator, bench.folder)
      for round in 0..<4 {
        let plan = try bench.plan(job.text)
        let run = try bench.run(job.text)
        for (planned, step) in zip(plan, run.steps) {
          let isBlocked = step.status == .planned
          let wasRun = step.status == .done || step.status == .failed
          #expect(planned.hasPrefix("\(step.name): \(wasRun || isBlocked ? "run" : "skip"), "))
          if !isBlocked { #expect(planned.hasSuffix(step.reason)) }
        }
        // A job that nothing changes comes to rest: a step may have read what one beside it or behind
        // it wrote, and runs again for that, but not for ever.
        if run.exitStatus == .ok {
          var settled = try bench.plan(job.text)
          for _ in job.steps where !settled.allSatisfy({ $0.contains(": skip, ") }) {
            try bench.run(job.text)
            settled = try bench.plan(job.text)
          }
          #expect(settled.allSatisfy { $0.contains(": skip, ") }, "\(settled)")
        }
        switch Int.random(in: 0..<4, using: &generator) {
        case 0:
          let place = job.steps.indices.randomElement(using: &generator) ?? 0
          job.steps[place].command = RandomJob.command(&generator, bench.folder)
        case 1: _ = bench.folder.write("in-0", "round \(round)")
        case 2: bench.instant = "2026-12-0\(round + 1)T00:00:00Z"
        default:
          _ = try bench.tower().write {
            try $0.execute("INSERT OR IGNORE INTO word VALUES (?)", [.text("out-\(round)")])
          }
        }
      }
    }
  }
}
