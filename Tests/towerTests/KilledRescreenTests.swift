import Glibc
import Store
import TestSupport
import Testing

/// The built program, beside the bundle of the tests.
private let executable = ".build/debug/tower"

@Suite(
  "A re-screening that is killed",
  .enabled(if: access(executable, X_OK) == 0, "the program is not built"))
struct KilledRescreenTests {
  private let folder = ScratchFolder()

  private func start(_ words: [String]) -> StartedProcess {
    StartedProcess(
      [executable] + words + ["--quiet", "--store", folder.file("tower.db")],
      output: folder.file("output"), messages: folder.file("messages"),
      environment: ["TOWER_CLOCK=2026-11-24T00:00:00Z"])
  }

  private func list(_ names: Int, _ day: String) throws {
    let lines = (0..<names).map { number in
      "{\"id\":\"e\(number)\",\"caption\":\"Ivan Petrov \(number)\",\"schema\":\"Person\","
        + "\"target\":true,\"properties\":{\"name\":[\"Ivan Petrov \(number)\"]}}\n"
    }
    let file = folder.write("list.ftm.json", lines.joined())
    #expect(
      start([
        "import", "opensanctions", file, "--list", "os-test", "--published", day,
      ]).wait() == 0, "\(folder.text("messages"))")
  }

  private func state() throws -> [[Value]] {
    try Store(path: folder.file("tower.db")).read { connection in
      try connection.rows("SELECT max(number), hits FROM trade_portfolio_screening")
        + connection.rows("SELECT * FROM trade_portfolio_hit ORDER BY party, entity")
    }
  }

  @Test("leaves the last screening as it was, and the next one is whole")
  func killed() throws {
    try list(40, "2024-01-01")
    let clients = folder.write(
      "clients.csv", "id,name\n" + (0..<800).map { "\($0),Iwan Petrow\n" }.joined())
    let portfolio = ["--portfolio", "clients"]
    #expect(
      start(
        ["trade", "portfolio", "import", clients, "--purpose", "test", "--marking", "TLP:CLEAR"]
          + portfolio
      ).wait() == 0, "\(folder.text("messages"))")
    #expect(start(["trade", "portfolio", "screen"] + portfolio).wait() == 0)
    let before = try state()
    try list(60, "2024-02-01")
    for delay in [20_000, 100_000, 250_000] as [UInt32] {
      let process = start(["trade", "portfolio", "rescreen"] + portfolio)
      usleep(delay)
      process.send(SIGKILL)
      guard process.wait() == -SIGKILL else { break }
      guard try state() != before else { continue }
      break
    }
    #expect(start(["trade", "portfolio", "rescreen"] + portfolio).wait() == 0)
    let after = try state()
    #expect(after != before)
    #expect(start(["trade", "portfolio", "screen"] + portfolio).wait() == 0)
    #expect(try state().dropFirst() == after.dropFirst())
    #expect(try Store(path: folder.file("tower.db")).integrityProblems().isEmpty)
  }
}
