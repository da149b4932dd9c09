import Configuration
import Kernel
import Store
import TestSupport
import Testing
import Vocabulary

@testable import Runner

@Suite("A run of a job")
struct JobRunTests {
  private let folder = ScratchFolder()
  private static let head = "id: words\ntitle: {en: Words, ko: 낱말}\nsteps:\n"
  private static let three =
    head + "  - {id: a, run: word keep alpha}\n  - {id: b, run: word keep beta}\n"
    + "  - {id: c, run: word keep gamma}\n"
  private static let broken =
    head + "  - {id: a, run: word keep alpha}\n  - {id: b, run: word break beta}\n"
    + "  - {id: c, run: word keep gamma}\n"

  /// A run with everything that it said.
  private final class Account {
    var events: [String] = []
    var shown: [String] = []
  }

  @discardableResult
  private func run(
    _ text: String, in tower: Tower, options: GlobalOptions = GlobalOptions(),
    given: [String] = [], forced: Set<String> = [], _ account: Account = Account(),
    during: @escaping (RunEvent) -> Void = { _ in }
  ) throws -> RunRecord {
    let job = try Job.load(
      path: folder.write("job.yaml", text), registry: tower.registry)
    try tower.prepareStore()
    return try JobRun(
      job: job, tower: tower, options: options, parameters: job.parameters.values(given: given),
      forced: forced,
      report: {
        account.events.append($0.line)
        during($0)
      },
      show: { account.shown.append("\($0.identifier): " + $2.format.render($1)) })()
  }

  private func steps(_ tower: Tower, _ columns: String) throws -> [[Value]] {
    try tower.read { try $0.rows("SELECT \(columns) FROM batch_step ORDER BY run, position, step") }
  }

  @Test("does its steps in their order, and the journal and the ledger hold them")
  func order() throws {
    let tower = try makeTower(folder)
    let run = try run(JobRunTests.three, in: tower)
    #expect(run.identifier == "words/2026-11-24/1")
    #expect(run.exitStatus == .ok)
    #expect(try tower.words() == ["alpha", "beta", "gamma"])
    #expect(
      try steps(tower, "position, step, command, status, exit_code, rows, message") == [
        [1, "a", "word keep alpha", "done", 0, 1, "word alpha, kept 1"],
        [2, "b", "word keep beta", "done", 0, 1, "word beta, kept 1"],
        [3, "c", "word keep gamma", "done", 0, 1, "word gamma, kept 1"],
      ])
    let entry = try #require(try tower.read { try Ledger.entries($0) }.last)
    #expect(entry.kind == "batch")
    #expect(entry.subject == "run:words/2026-11-24/1")
    #expect(entry.body.contains(#""status":"done","done":3,"steps":3"#))
  }

  @Test("is in the journal before the step begins and after it ended, and not otherwise")
  func beforeAndAfter() throws {
    let tower = try makeTower(folder)
    var seen: [[String]] = []
    try run(JobRunTests.three, in: tower) { event in
      let statuses = try? steps(tower, "status").compactMap { $0[0].text }
      if case .runFinished = event { return }
      seen.append(statuses ?? [])
    }
    let expected = [
      ["planned", "planned", "planned"], ["running", "planned", "planned"],
      ["done", "planned", "planned"], ["done", "running", "planned"],
      ["done", "done", "planned"], ["done", "done", "running"], ["done", "done", "done"],
    ]
    #expect(seen.count == expected.count)
    for (statuses, wanted) in zip(seen, expected) {
      // A short step may be over before its start is told.
      let isRight = zip(statuses, wanted).allSatisfy { status, wanted in
        status == wanted || (status == "done" && wanted == "running")
      }
      #expect(isRight, "\(statuses), not \(wanted)")
    }
  }

  @Test("stops at the first step that fails, with exit code 3, its cause and the step's own code")
  func failure() throws {
    let tower = try makeTower(folder)
    let run = try run(JobRunTests.broken, in: tower)
    #expect(run.exitStatus == .failed)
    #expect(run.cause == "step 'b' failed: it broke\n  mend it")
    #expect(try tower.words() == ["alpha"])
    #expect(
      try steps(tower, "step, status, exit_code, rows, message, digest") == [
        ["a", "done", 0, 1, "word alpha, kept 1", try steps(tower, "digest")[0][0]],
        ["b", "failed", 8, .null, "it broke\n  mend it", .null],
        ["c", "planned", .null, .null, .null, .null],
      ])
    let journal = try tower.read { try $0.rows("SELECT status, exit_code, steps FROM batch_run") }
    #expect(journal == [["failed", 3, 3]])
  }

  @Test(
    "skips the steps whose module is disabled and says so; their command lines are checked still")
  func disabledModule() throws {
    let tower = try makeTower(folder, disabledModules: ["word"])
    let account = Account()
    let mixed =
      JobRunTests.head + "  - {id: a, run: word keep alpha}\n  - {id: b, run: store init}\n"
      + "  - {id: c, run: word keep gamma}\n"
    let run = try run(mixed, in: tower, account)
    #expect(run.exitStatus == .ok)
    #expect(
      try steps(tower, "step, status, coalesce(message, reason)") == [
        ["a", "skipped", "the module 'word' is switched off"],
        ["b", "done", .text("store \(tower.store.path)")],
        ["c", "skipped", "the module 'word' is switched off"],
      ])
    #expect(account.events.count == 4)
    let error = #expect(throws: ConfigurationError.self) {
      try self.run(mixed.replacing("gamma", with: "gamma more"), in: tower)
    }
    #expect(error?.diagnostics.count == 1)
  }

  @Test("hands its day and its format to every step that does not set its own")
  func inheritedOptions() throws {
    let tower = try makeTower(folder)
    var options = GlobalOptions()
    options.asOf = try Day("2025-05-05")
    options.knownAt = try Day("2025-06-06")
    options.format = .csv
    let account = Account()
    try run(
      JobRunTests.head + "  - {id: a, run: word day, show: true}\n"
        + "  - {id: b, run: 'word day --as-of 2024-01-01 --format markdown', show: true}\n"
        + "  - {id: c, run: word say -- --as-of}\n",
      in: tower, options: options, account)
    #expect(account.shown[0] == "a: as_of,known_at\n2025-05-05,2025-06-06\n")
    #expect(account.shown[1].contains("| 2024-01-01 | 2025-06-06 |"))
    #expect(try steps(tower, "message")[2] == ["--as-of!"])
  }

  @Test("with findings at the level asked for goes on, and ends with exit code 1")
  func findings() throws {
    let tower = try makeTower(folder)
    let run = try run(
      JobRunTests.head + "  - {id: a, run: word find}\n  - {id: b, run: word keep beta}\n",
      in: tower)
    #expect(run.exitStatus == .findingsAtLevel)
    #expect(try tower.words() == ["beta"])
  }

  @Test("gives the same events, byte for byte, for the same store and clock")
  func sameBytes() throws {
    let first = Account()
    let second = Account()
    try run(JobRunTests.broken, in: makeTower(folder), first)
    let other = ScratchFolder()
    try run(JobRunTests.broken, in: makeTower(other), second)
    #expect(first.events == second.events)
    #expect(first.events.count == 6)
  }

  @Test("gives events with exactly the declared fields, the last with the exit code")
  func events() throws {
    let tower = try makeTower(folder)
    let account = Account()
    try run(JobRunTests.broken, in: tower, account)
    let kinds = [
      EventKind.runStarted, .stepStarted, .stepFinished, .stepStarted, .stepFinished,
      .runFinished,
    ]
    for (line, kind) in zip(account.events, kinds) {
      let pairs = try tower.read {
        try $0.rows("SELECT key, value FROM json_each(?)", [.text(line)])
      }
      #expect(pairs.map { $0[0].text } == (EventKind.common + kind.fields).map(\.name))
      #expect(pairs[0][1] == "tower.batch/1")
      #expect(pairs[1][1] == .text(kind.name))
    }
    #expect(account.events.last?.contains(#""status":"failed","exit_code":3"#) == true)
    #expect(account.events[4].contains(#""exit_code":8"#))
  }

  @Test("a second time skips what has not changed, and says since when")
  func again() throws {
    let tower = try makeTower(folder)
    try run(JobRunTests.three, in: tower)
    let second = try run(JobRunTests.three, in: tower)
    #expect(second.identifier == "words/2026-11-24/2")
    #expect(second.exitStatus == .ok)
    #expect(second.steps.map(\.status) == [.skipped, .skipped, .skipped])
    #expect(second.steps.map(\.basis) == Array(repeating: "words/2026-11-24/1", count: 3))
    // The day is no reason: no step asked for it.
    let next = try makeTower(folder, at: "2026-11-25T00:00:00Z")
    let third = try run(JobRunTests.three, in: next)
    #expect(third.identifier == "words/2026-11-25/1")
    #expect(third.steps.map(\.basis) == Array(repeating: "words/2026-11-24/1", count: 3))
  }

  @Test("that restores a backup still has its journal")
  func restore() throws {
    let tower = try makeTower(folder)
    let copy = folder.file("copy.db")
    let run = try run(
      JobRunTests.head + "  - {id: a, run: store init}\n  - {id: b, run: store backup \(copy)}\n"
        + "  - {id: c, run: word keep alpha}\n  - {id: d, run: store restore \(copy) --replace}\n"
        + "  - {id: e, run: word keep beta}\n",
      in: tower)
    let messages = try steps(tower, "message")
    #expect(run.exitStatus == .ok, "\(messages)")
    #expect(try tower.words() == ["beta"])
    let journal = try tower.read { try $0.rows("SELECT status FROM batch_run") }
    #expect(journal == [["done"]])
    #expect(try steps(tower, "step").suffix(2) == [["d"], ["e"]])
    #expect(try tower.read { try Ledger.verify($0) }.isIntact)
  }
}

extension Ledger.Verification {
  fileprivate var isIntact: Bool { if case .intact = self { true } else { false } }
}
