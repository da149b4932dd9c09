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

  @Test("end the program with exit code 3 and the reason")
  func fullDisk() throws {
    let process = StartedProcess(
      [project + "/.build/debug/tower", "help"], in: folder.path, output: "/dev/full",
      messages: folder.file("messages"))
    #expect(process.wait() == 3)
    #expect(
      folder.text("messages").contains(
        "the standard output could not be written: No space left on device"))
  }
}
