internal import Glibc

/// Messages from threads to the one that waits for them.
///
/// Unchecked: the messages are reached with the lock held only.
final class Mailbox<Message: Sendable>: @unchecked Sendable {
  private var messages: [Message] = []
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let filled = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  init() {
    pthread_mutex_init(lock, nil)
    pthread_cond_init(filled, nil)
  }

  deinit {
    pthread_cond_destroy(filled)
    pthread_mutex_destroy(lock)
    filled.deallocate()
    lock.deallocate()
  }

  /// Leaves a message.
  func put(_ message: Message) {
    pthread_mutex_lock(lock)
    messages.append(message)
    pthread_cond_signal(filled)
    pthread_mutex_unlock(lock)
  }

  /// Takes the oldest message, and waits for one.
  ///
  /// - Parameter milliseconds: how long to wait.
  /// - Returns: nil when none came in that time.
  func take(within milliseconds: Int) -> Message? {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    if messages.isEmpty {
      var end = timespec()
      clock_gettime(CLOCK_REALTIME, &end)
      let nanoseconds = end.tv_nsec + milliseconds % 1000 * 1_000_000
      end.tv_sec += milliseconds / 1000 + nanoseconds / 1_000_000_000
      end.tv_nsec = nanoseconds % 1_000_000_000
      pthread_cond_timedwait(filled, lock, &end)
    }
    return messages.isEmpty ? nil : messages.removeFirst()
  }
}

/// Runs a closure on a thread of its own; on the calling one where no thread can be made.
func onThread(_ body: @escaping @Sendable () -> Void) {
  let box = Unmanaged.passRetained(ThreadBody(body))
  var thread = pthread_t()
  let code = pthread_create(
    &thread, nil,
    { box in
      guard let box else { return nil }
      Unmanaged<ThreadBody>.fromOpaque(box).takeRetainedValue().body()
      return nil
    }, box.toOpaque())
  guard code == 0 else { return box.takeRetainedValue().body() }
  pthread_detach(thread)
}

private final class ThreadBody: Sendable {
  let body: @Sendable () -> Void
  init(_ body: @escaping @Sendable () -> Void) { self.body = body }
}
