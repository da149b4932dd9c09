internal import Glibc

/// A process that a test has started, with its output and its messages in files.
public struct StartedProcess: Sendable {
  /// Its number; 0 when it could not be started.
  public let number: Int32

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - words: the path of the program and its arguments.
  ///   - folder: the folder that it works in.
  ///   - output: the file for its standard output.
  ///   - messages: the file for its error stream.
  ///   - environment: its environment variables, as `NAME=value`.
  public init(
    _ words: [String], in folder: String = ".", output: String, messages: String,
    environment: [String] = []
  ) {
    // The shell sees to the folder and becomes the program.
    let all = ["/bin/sh", "-c", #"cd "$0" && exec "$@""#, folder] + words
    var arguments = all.map { strdup($0) } + [nil]
    var variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup($0) } + [nil]
    defer { for text in arguments + variables { free(text) } }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (stream, file) in [(STDOUT_FILENO, output), (STDERR_FILENO, messages)] {
      posix_spawn_file_actions_addopen(
        &actions, stream, file, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    StartedProcess.letSignalsIn(&attributes)
    var process: pid_t = 0
    let code = posix_spawn(&process, "/bin/sh", &actions, &attributes, &arguments, &variables)
    number = code == 0 ? process : 0
  }

  /// Sends a signal.
  public func send(_ signal: Int32) { kill(number, signal) }

  /// Waits for its end: its exit code, or below zero the signal that killed it.
  public func wait() -> Int32 {
    var status: Int32 = 0
    while waitpid(number, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? status >> 8 & 0xFF : -(status & 0x7F)
  }

  // Whoever runs the tests in the background may ignore or block Ctrl-C, and children inherit that.
  private static func letSignalsIn(_ attributes: inout posix_spawnattr_t) {
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigaddset(&signals, SIGINT)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
  }
}
