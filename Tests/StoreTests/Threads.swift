import Glibc
import Synchronization

/// Runs a body on several threads at once and gives the errors that it threw.
///
/// Tasks would share as many threads as the machine has cores, and a writer that waits for the lane
/// would keep one of them.
func onThreads(_ count: Int, _ body: @escaping @Sendable (Int) throws -> Void) -> [String] {
  let errors = Mutex<[String]>([])
  withoutActuallyEscaping({ @Sendable (number: Int) in
    do { try body(number) } catch { errors.withLock { $0.append("\(error)") } }
  }) { work in
    let threads = (0..<count).compactMap { number in start { work(number) } }
    for thread in threads { pthread_join(thread, nil) }
  }
  return errors.withLock { $0 }
}

private final class Work {
  let body: () -> Void

  init(_ body: @escaping () -> Void) { self.body = body }
}

private func start(_ body: @escaping () -> Void) -> pthread_t? {
  var thread = pthread_t()
  let work = Unmanaged.passRetained(Work(body))
  let code = pthread_create(
    &thread, nil,
    { pointer in
      guard let pointer else { return nil }
      Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().body()
      return nil
    }, work.toOpaque())
  return code == 0 ? thread : nil
}
