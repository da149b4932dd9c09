import Glibc
import TestSupport
import Testing

/// The project's own folder.
private let project = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

@Suite("A store that cannot be written")
struct StoreFaultTests {
  private let folder = ScratchFolder()

  private func run(_ words: String...) -> Int32 {
    StartedProcess(
      words + ["--store", folder.file("tower.db")], in: project, output: folder.file("output"),
      messages: folder.file("messages")
    ).wait()
  }

  // The signal that a write beyond the limit raises would end the program without a word.
  @Test("beyond a limit on the size of files, is told with its path, and is as it was")
  func sizeLimit() {
    let tower = project + "/.build/debug/tower"
    let codes = "config/reference/baci_country_codes.csv"
    let flows = "config/reference/baci_hs92_raw_materials_2022_2024.csv.gz"
    #expect(run(tower, "import", "baci-countries", codes) == 0)
    let limited = ["/bin/sh", "-c", #"ulimit -f 600; exec "$0" "$@""#, tower]
    let process = StartedProcess(
      limited + ["import", "baci", flows, "--store", folder.file("tower.db")], in: project,
      output: folder.file("output"), messages: folder.file("messages"))
    #expect(process.wait() == 3)
    let message = folder.text("messages")
    #expect(message.contains("tower.db cannot be written: "))
    #expect(message.contains("a limit on the size of files") || message.contains("File too large"))
    #expect(run(tower, "store", "check") == 0)
    #expect(run(tower, "sources", "--format", "csv") == 0)
    #expect(!folder.text("output").contains("baci/"))
    #expect(run(tower, "import", "baci", flows) == 0)
  }
}

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
