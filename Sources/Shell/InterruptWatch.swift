internal import Glibc
internal import Kernel
internal import Store
internal import Synchronization

/// Waits for ctrl-C, and for the request to terminate, on a thread of its own, where, unlike in a
/// signal handler, any code may run.
final class InterruptWatch: Sendable {
  private let tower = Mutex<Tower?>(nil)

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
  func whileWatching<T>(_ tower: Tower, _ body: () throws -> T) rethrows -> T {
    self.tower.withLock { $0 = tower }
    defer { self.tower.withLock { $0 = nil } }
    return try body()
  }

  /// Lets what runs end its piece of work, when it will; stops what it does on the store otherwise.
  ///
  /// - Returns: whether it will end by itself.
  fileprivate func stop() -> Bool {
    guard let tower = tower.withLock({ $0 }) else { return false }
    if tower.stopRequest.ask() { return true }
    tower.store.interrupt()
    return false
  }

  fileprivate static var interrupt: sigset_t {
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    sigaddset(&signals, SIGTERM)
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
      guard !watch.stop() else {
        Terminal.writeError("\nstopping after this step; once more stops at once\n")
        continue
      }
      guard endsProcess || received == SIGTERM else { continue }
      // What can end by itself says why; what computes without the store ends here. Nothing is
      // half written either way: the store keeps whole transactions only.
      usleep(80_000)
      _exit(ExitStatus.interrupted.rawValue)
    }
  }
}
