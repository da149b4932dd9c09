import TestSupport
import Testing

/// The project's own folder.
private let project = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

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
