internal import Glibc
internal import Synchronization

/// Ctrl-C and the request to terminate, while a job runs: the first lets the step end, the second
/// stops the process at once, and what the step has not committed is undone.
struct Interruption {
  private let before: Int

  /// Whether the run was asked to stop.
  var isAsked: Bool { signals.load(ordering: .relaxed) > before }

  /// Runs the body while signals ask instead of kill; a signal that is ignored stays ignored.
  static func whileWatched<T>(_ body: (Interruption) throws -> T) rethrows -> T {
    let interruption = Interruption(before: signals.load(ordering: .relaxed))
    let restored = [SIGINT, SIGTERM].compactMap { signal in watch(signal).map { (signal, $0) } }
    defer { for (signal, action) in restored { restore(signal, action) } }
    return try body(interruption)
  }

  private static func watch(_ signal: Int32) -> sigaction? {
    var present = sigaction()
    guard sigaction(signal, nil, &present) == 0, !isIgnored(present) else { return nil }
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { _ in
      signals.add(1, ordering: .relaxed)
      notice.withUTF8Buffer { _ = write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }
    // After the first signal the default holds again, so that the second stops the process.
    action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND)) | SA_RESTART
    return sigaction(signal, &action, nil) == 0 ? present : nil
  }

  private static func restore(_ signal: Int32, _ action: sigaction) {
    var action = action
    sigaction(signal, &action, nil)
  }

  private static func isIgnored(_ action: sigaction) -> Bool {
    unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
      == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}

// A handler may touch nothing that allocates or waits: a counter and a constant text.
private let signals = Atomic<Int>(0)
private let notice: StaticString = "\nstopping after this step; once more stops at once\n"
