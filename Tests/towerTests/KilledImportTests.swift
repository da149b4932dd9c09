import Glibc
import Store
import TestSupport
import Testing

/// The built program, beside the bundle of the tests.
private let executable = ".build/debug/tower"

@Suite(
  "An import that is killed",
  .enabled(if: access(executable, X_OK) == 0, "the program is not built"))
struct KilledImportTests {
  private let folder = ScratchFolder()

  private func start(_ words: String...) -> pid_t {
    let all = [executable] + words + ["--quiet", "--store", folder.file("tower.db")]
    var arguments = all.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var process = pid_t()
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    defer { posix_spawn_file_actions_destroy(&actions) }
    #expect(posix_spawn(&process, executable, &actions, nil, &arguments, environ) == 0)
    return process
  }

  private func wait(_ process: pid_t) -> Int32 {
    var status: Int32 = 0
    waitpid(process, &status, 0)
    return status
  }

  @Test("leaves the store as it was, and the next import is whole")
  func killed() throws {
    let codes = folder.write(
      "codes.csv",
      "country_code,country_name,country_iso2,country_iso3\n"
        + (100...400).map { "\($0),Country \($0),XX,\(letters($0))\n" }.joined())
    #expect(wait(start("import", "baci-countries", codes)) == 0)
    var rows = "t,i,j,k,v,q\n"
    for exporter in 100...400 {
      for importer in 100...400 where importer != exporter {
        rows += "2023,\(exporter),\(importer),280530,1,\n"
      }
    }
    let flows = folder.write("hs92.csv", rows)
    let store = Store(path: folder.file("tower.db"))
    for delay in [50_000, 300_000, 600_000] as [UInt32] {
      let process = start("import", "baci", flows)
      usleep(delay)
      kill(process, SIGKILL)
      guard wait(process) & 0x7F == SIGKILL else { break }
      let count = try store.read {
        try $0.first("SELECT coalesce(sum(row_count), 0) FROM flow_segment")?[0].integer
      }
      // Between the commit and the end of the process the import is whole already.
      #expect(count == 0 || count == 90_300)
      #expect(try store.integrityProblems().isEmpty)
      if count != 0 { break }
    }
    let status = wait(start("import", "baci", flows, "--allow-shrink"))
    #expect(status == 0)
    let count = try store.read {
      try $0.first("SELECT coalesce(sum(row_count), 0) FROM flow_segment")?[0].integer
    }
    #expect(count == 90_300)
  }

  private func letters(_ number: Int) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return String([
      alphabet[number / 26 / 26 % 26], alphabet[number / 26 % 26], alphabet[number % 26],
    ])
  }
}
