import Glibc
import Synchronization

/// A child process that writes to a store until it is done or killed.
final class ProbeProcess {
  private let identifier: pid_t
  private let output: Int32
  private var text: [UInt8] = []

  /// The program, which is built beside the tests; empty when there is none.
  private static let program: String = {
    guard let tests = realpath("/proc/self/exe", nil) else { return "" }
    defer { free(tests) }
    let folder = String(cString: tests).split(separator: "/").dropLast()
    let program = folder.map { "/" + $0 }.joined() + "/store-probe"
    return access(program, X_OK) == 0 ? program : ""
  }()

  static var isBuilt: Bool { !program.isEmpty }

  // One spawn at a time: a child of another test would keep this pipe open.
  private static let spawning = Mutex(())

  init?(store: String, writer: String, count: Int) {
    let words = [ProbeProcess.program, store, writer, String(count)]
    guard let child = ProbeProcess.spawning.withLock({ _ in ProbeProcess.spawn(words) }) else {
      return nil
    }
    (identifier, output) = child
  }

  private static func spawn(_ words: [String]) -> (identifier: pid_t, output: Int32)? {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
    arguments.append(nil)
    defer { for argument in arguments { free(argument) } }
    var child: pid_t = 0
    let code = posix_spawn(&child, words[0], &actions, nil, arguments, environ)
    close(ends[1])
    guard code == 0 else {
      close(ends[0])
      return nil
    }
    return (child, ends[0])
  }

  /// Waits until the process has acknowledged a number of pairs, and kills it in one of the next.
  func kill(afterAcknowledging count: Int) {
    while acknowledged < count, readMore() {}
    Glibc.kill(identifier, SIGKILL)
  }

  /// Waits for the end of the process and gives its exit status, or minus the signal that ended it.
  func wait() -> Int32 {
    while readMore() {}
    close(output)
    var status: Int32 = 0
    waitpid(identifier, &status, 0)
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : -signal
  }

  /// How many pairs the process has acknowledged.
  var acknowledged: Int { text.count { $0 == UInt8(ascii: "\n") } }

  private func readMore() -> Bool {
    var chunk = [UInt8](repeating: 0, count: 4096)
    let count = read(output, &chunk, chunk.count)
    text += chunk.prefix(max(count, 0))
    return count > 0
  }
}
