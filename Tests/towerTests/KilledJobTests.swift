import Glibc
import Kernel
import Shell
import Store
import TestSupport
import Testing

@testable import tower

/// The built program, beside the bundle of the tests.
private let executable = ".build/debug/tower"

@Suite(
  "A job whose process is stopped",
  .enabled(if: access(executable, X_OK) == 0, "the program is not built"))
struct KilledJobTests {
  private let folder = ScratchFolder()
  private var store: Store { Store(path: folder.file("tower.db")) }

  private func start(_ words: String...) -> StartedProcess {
    StartedProcess(
      [executable] + words + ["--store", folder.file("tower.db")], output: "/dev/null",
      messages: folder.file("messages"))
  }

  private func messages() -> String { folder.text("messages") }

  private func log(_ words: String...) throws -> [[String]] {
    let outcome = Program(modules: installedModules, environment: [:])
      .run(["batch", "log", "--format", "csv", "--store", folder.file("tower.db")] + words)
    return outcome.output.split(separator: "\n").dropFirst().map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  private func flows() throws -> Int64? {
    try store.read {
      try $0.first("SELECT coalesce(sum(row_count), 0) FROM flow_segment")?[0].integer
    }
  }

  /// A job with a step that takes about a second, between two short ones.
  private func writeLongJob() -> String {
    let codes = folder.write(
      "codes.csv",
      "country_code,country_name,country_iso2,country_iso3\n"
        + (100...400).map { "\($0),Country \($0),XX,\(letters($0))\n" }.joined())
    var rows = "t,i,j,k,v,q\n"
    for exporter in 100...400 {
      for importer in 100...400 where importer != exporter {
        for product in 280530...280535 { rows += "2023,\(exporter),\(importer),\(product),1,\n" }
      }
    }
    let flows = folder.write("hs92.csv", rows)
    return folder.write(
      "long.yaml",
      """
      id: long
      title: {en: A long job, ko: 긴 작업}
      steps:
        - {id: countries, run: import baci-countries \(codes)}
        - {id: flows, run: import baci \(flows)}
        - {id: ledger, run: ledger verify}

      """)
  }

  /// Waits until the journal holds the start of a step.
  private func waitForStep(_ step: String) throws {
    for _ in 0..<600 {
      usleep(10_000)
      // A kill before the first migration leaves a store without a journal.
      let isMade = try? store.read { try $0.rows("SELECT 1 FROM batch_step LIMIT 1") }
      guard isMade != nil else { continue }
      let row = try? store.read {
        try $0.first(
          "SELECT 1 FROM batch_step WHERE step = ? AND status = 'running'", [.text(step)])
      }
      if row != nil, row ?? nil != nil { return }
    }
    Issue.record("the step '\(step)' did not start: \(messages())")
  }

  @Test("by kill -9 inside a step leaves nothing of the step, is shown so, and can go on from it")
  func killedInside() throws {
    let job = writeLongJob()
    let process = start("batch", "run", job)
    try waitForStep("flows")
    #expect(try log()[0].prefix(2) == ["long/\(try day())/1", "running"])
    process.send(SIGKILL)
    #expect(process.wait() == -SIGKILL)
    #expect(try flows() == 0)
    let run = try log()[0]
    #expect(run[1] == "interrupted")
    #expect(
      try log(run[0]).map { Array($0.prefix(2)) } == [
        ["countries", "done"], ["flows", "interrupted"], ["ledger", "planned"],
      ])
    #expect(start("batch", "resume").wait() == 0)
    #expect(try flows() == 541_800)
    #expect(try log().map { $0[1] } == ["done"])
    #expect(try store.integrityProblems().isEmpty)
  }

  @Test("by Ctrl-C ends after the step with exit code 130, and the journal says interrupted")
  func interrupted() throws {
    let process = start("batch", "run", writeLongJob())
    try waitForStep("flows")
    process.send(SIGINT)
    #expect(process.wait() == 130)
    #expect(try flows() == 541_800)
    let status = try store.read { try $0.rows("SELECT status, exit_code, cause FROM batch_run") }
    #expect(status == [["interrupted", 130, "interrupted before step 'ledger'"]])
    #expect(messages().contains("once more stops at once"))
    #expect(messages().contains("batch resume long/"))
  }

  @Test("by Ctrl-C twice ends at once, with nothing of the step")
  func interruptedTwice() throws {
    let process = start("batch", "run", writeLongJob())
    try waitForStep("flows")
    process.send(SIGINT)
    for _ in 0..<2000 where !messages().contains("once more") { usleep(1000) }
    process.send(SIGINT)
    #expect(process.wait() == 130)
    #expect(try flows() == 0)
    #expect(try log()[0][1] == "interrupted")
  }

  @Test("while it runs a second run is told who holds the job since when, and ends with code 5")
  func twoAtOnce() throws {
    let job = writeLongJob()
    let first = start("batch", "run", job)
    try waitForStep("flows")
    #expect(start("batch", "run", job).wait() == 5)
    #expect(messages().contains("is running on this store already: run long/"))
    #expect(messages().contains("process \(first.number), since 20"))
    #expect(first.wait() == 0)
    #expect(try log().map { $0[1] } == ["done"])
  }

  @Test("at any moment leaves a journal that agrees with the store, and the next run completes it")
  func killedAnywhere() throws {
    let names = (0..<12).map { "step-\($0)" }
    let codes = names.map { name in
      folder.write(
        "\(name).csv",
        "country_code,country_name,country_iso2,country_iso3\n"
          + (0...20).map { "\($0 + 1),\(name) \($0),XX,\(letters($0))\n" }.joined())
    }
    let job = folder.write(
      "many.yaml",
      "id: many\ntitle: Many steps\nsteps:\n"
        + zip(names, codes).map { "  - {id: \($0), run: import baci-countries \($1)}\n" }.joined())
    var generator = SeededGenerator(seed: 5)
    for number in 1...25 {
      let process = start("batch", "run", job, "--quiet")
      usleep(UInt32.random(in: 5000...120_000, using: &generator))
      process.send(SIGKILL)
      _ = process.wait()
      // A kill before the migrations leaves a store without a journal.
      let journal = try? store.read { try $0.rows("SELECT 1 FROM batch_step LIMIT 1") }
      guard journal != nil else { continue }
      #expect(try store.integrityProblems().isEmpty, "after kill \(number)")
      for run in try log() {
        let statuses = try log(run[0]).map { $0[1] }
        let over = statuses.filter { ["done", "skipped"].contains($0) }.count
        #expect(statuses.count { $0 == "interrupted" } <= 1, "\(run[0]): \(statuses)")
        #expect(statuses.allSatisfy { ["done", "skipped", "interrupted", "planned"].contains($0) })
        #expect(run[1] == "interrupted" || (run[1] == "done" && over == names.count))
      }
      // Every step that the journal calls done is in the register of sources.
      let missing = try store.read {
        try $0.rows(
          """
          SELECT step FROM batch_step WHERE status = 'done'
            AND NOT EXISTS (SELECT 1 FROM tower_source WHERE file = step || '.csv')
          """)
      }
      #expect(missing.isEmpty)
    }
    #expect(start("batch", "run", job, "--quiet").wait() == 0)
    #expect(try log().last?[1] == "done")
    let last = try store.read { try $0.rows("SELECT name FROM country WHERE id = 'AAA'") }
    #expect(last == [["step-11 0"]])
    #expect(start("ledger", "verify").wait() == 0)
  }

  private func day() throws -> String {
    try #require(
      try store.read { try $0.first("SELECT day FROM batch_run")?[0].text })
  }

  private func letters(_ number: Int) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return String([
      alphabet[number / 26 / 26 % 26], alphabet[number / 26 % 26], alphabet[number % 26],
    ])
  }
}
