import Glibc
import TestSupport
import Testing

/// The project's own folder.
private let project = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

@Suite("Results that cannot be written")
struct OutputFaultTests {
  private let folder = ScratchFolder()
  private let program = project + "/.build/debug/tower"
  private let endless =
    "WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c) SELECT i FROM c"

  private func start(_ words: [String], output: String = "output") -> StartedProcess {
    StartedProcess(
      words, in: folder.path, output: output.hasPrefix("/") ? output : folder.file(output),
      messages: folder.file("messages"),
      environment: ["TOWER_CONFIG=\(folder.file("tower.yaml"))", "PATH=/usr/bin:/bin"])
  }

  private func prepare() {
    _ = folder.write(
      "tower.yaml",
      """
      {agency: {id: test, name: {en: Test}, country: KOR}, store: tower.db,
       questions: {max_rows: 100000000}}

      """)
    #expect(start([program, "store", "init"]).wait() == 0)
  }

  @Test("end the program with exit code 3 and the reason")
  func fullDisk() throws {
    let process = StartedProcess(
      [program, "help"], in: folder.path, output: "/dev/full", messages: folder.file("messages"))
    #expect(process.wait() == 3)
    #expect(
      folder.text("messages") == """
        the standard output could not be written: No space left on device

        """)
  }

  @Test("stop what would go on for long: a full disk with exit code 3, at once")
  func fullDiskOfStream() {
    prepare()
    let process = start([program, "query", endless, "--format", "csv"], output: "/dev/full")
    #expect(process.wait() == 3)
    #expect(folder.text("messages").contains("No space left on device"))
  }

  @Test("because the reader has enough end the program quietly", arguments: ["", "trap '' PIPE; "])
  func closedPipe(trap: String) {
    prepare()
    let script = "\(trap)\(program) query '\(endless)' --format csv | head -n 2"
    #expect(start(["/bin/sh", "-c", script]).wait() == 0)
    #expect(folder.text("output") == "i\n1\n")
    #expect(folder.text("messages").isEmpty)
  }

  @Test("as they are interrupted: exit code 130, and JSON that does not pretend to be whole")
  func interrupted() {
    prepare()
    let process = start([program, "query", endless, "--format", "json"])
    waitUntil { !folder.text("output").isEmpty }
    process.send(SIGINT)
    #expect(process.wait() == 130)
    #expect(folder.text("messages").contains("interrupted"))
    #expect(!folder.text("output").contains("row_count"))
  }

  @Test("as the program is killed leave the file that was there", arguments: [SIGINT, SIGKILL])
  func killed(signal: Int32) {
    prepare()
    _ = folder.write("a.csv", "before\n")
    let process = start([program, "query", endless, "--out", "a.csv"])
    waitUntil { folder.names.contains { $0.hasPrefix("a.csv.partial") } }
    process.send(signal)
    #expect(process.wait() == (signal == SIGINT ? 130 : -SIGKILL))
    #expect(folder.text("a.csv") == "before\n")
    // What the signal left no time to remove says by its name what it is.
    #expect(folder.names.contains { $0.hasPrefix("a.csv.partial") } == (signal == SIGKILL))
  }

  private func waitUntil(_ isMet: () -> Bool) {
    for _ in 0..<600 where !isMet() { usleep(50_000) }
  }
}
