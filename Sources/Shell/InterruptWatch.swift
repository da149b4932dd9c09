internal import Glibc
internal import Kernel
internal import Store
internal import Synchronization

/// Waits for ctrl-C on a thread of its own, where, unlike in a signal handler, any code may run.
final class InterruptWatch: Sendable {
  private let store = Mutex<Store?>(nil)

  /// Starts to watch; called before any other thread is made.
  ///
  /// - Parameter endsProcess: whether an interruption also ends the process, with exit code 130;
  ///   otherwise it stops what runs on the store and nothing more.
  init(endsProcess: Bool) {
    // Blocked here and in every later thread, the signal reaches the one that waits for it.
    var signals = InterruptWatch.interrupt
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    var thread = pthread_t()
    let box = Unmanaged.passRetained(Waiting(watch: self, endsProcess: endsProcess))
    let code = pthread_create(
      &thread, nil,
      { box in
        guard let box else { return nil }
        Unmanaged<Waiting>.fromOpaque(box).takeRetainedValue().run()
        return nil
      }, box.toOpaque())
    // Without the thread the signal does what it always did.
    if code != 0 {
      box.release()
      pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    }
  }

  /// Runs the body so that an interruption stops what it does on a store.
  func whileWatching<T>(_ store: Store, _ body: () throws -> T) rethrows -> T {
    self.store.withLock { $0 = store }
    defer { self.store.withLock { $0 = nil } }
    return try body()
  }

  fileprivate func stop() { store.withLock { $0 }?.interrupt() }

  fileprivate static var interrupt: sigset_t {
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    return signals
  }
}

private final class Waiting: Sendable {
  private let watch: InterruptWatch
  private let endsProcess: Bool

  init(watch: InterruptWatch, endsProcess: Bool) {
    self.watch = watch
    self.endsProcess = endsProcess
  }

  func run() {
    var signals = InterruptWatch.interrupt
    var received: Int32 = 0
    while sigwait(&signals, &received) == 0 {
      watch.stop()
      guard endsProcess else { continue }
      // What can end by itself says why; what computes without the store ends here. Nothing is
      // half written either way: the store keeps whole transactions only.
      usleep(80_000)
      _exit(ExitStatus.interrupted.rawValue)
    }
  }
}
