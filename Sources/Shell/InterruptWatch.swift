internal import Glibc
internal import Store
internal import Synchronization

/// Stops what runs on a store at ctrl-C and keeps the process.
///
/// A signal handler may do next to nothing, so it only wakes a thread, where any code may run. A
/// command that watches the signal itself puts its own handler in the place for as long as it runs.
final class InterruptWatch: Sendable {
  private let store: Store

  /// Watches over a store; there is one watch in a process.
  init(_ store: Store) {
    self.store = store
  }

  /// Runs the body with the watch in place.
  func whileWatching<T>(_ body: () throws -> T) rethrows -> T {
    guard wakeEnd.load(ordering: .relaxed) >= 0 || start() else { return try body() }
    var before = sigaction()
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { _ in
      let present = errno
      var byte: UInt8 = 1
      write(wakeEnd.load(ordering: .relaxed), &byte, 1)
      errno = present
    }
    action.sa_flags = Int32(SA_RESTART)
    sigaction(SIGINT, &action, &before)
    defer { sigaction(SIGINT, &before, nil) }
    return try body()
  }

  private func start() -> Bool {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return false }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    wakeEnd.store(ends[1], ordering: .relaxed)
    let waiting = Unmanaged.passRetained(Waiting(store, wakeEnd: ends[0]))
    var thread = pthread_t()
    let code = pthread_create(
      &thread, nil,
      { waiting in
        guard let waiting else { return nil }
        Unmanaged<Waiting>.fromOpaque(waiting).takeRetainedValue().run()
        return nil
      }, waiting.toOpaque())
    guard code != 0 else { return true }
    waiting.release()
    wakeEnd.store(-1, ordering: .relaxed)
    return false
  }
}

// A handler cannot capture: the end of the pipe that it writes to.
private let wakeEnd = Atomic<Int32>(-1)

private final class Waiting: Sendable {
  private let store: Store
  private let wakeEnd: Int32

  init(_ store: Store, wakeEnd: Int32) {
    self.store = store
    self.wakeEnd = wakeEnd
  }

  func run() {
    var byte: UInt8 = 0
    while true {
      let count = read(wakeEnd, &byte, 1)
      if count == 1 { store.interrupt() }
      guard count == 1 || (count < 0 && errno == EINTR) else { return }
    }
  }
}
