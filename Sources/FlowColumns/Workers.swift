internal import Glibc
internal import Synchronization

/// Calls a closure for each number below a count, on some threads at once, and waits for all.
///
/// Which thread takes which number is not determined, so each number must write to a place of its own.
///
/// - Throws: what the closure threw for the lowest number for which it did.
func concurrently<Failure: Error>(
  _ count: Int, threads: Int, _ body: @escaping @Sendable (Int) throws(Failure) -> Void
) throws(Failure) {
  let work = Work(count: count) { index in
    do { try body(index) } catch { return error }
    return nil
  }
  var started: [pthread_t] = []
  for _ in 1..<max(1, min(threads, count)) {
    var thread = pthread_t()
    let code = pthread_create(
      &thread, nil,
      { argument in
        guard let argument else { return nil }
        Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().run()
        return nil
      }, Unmanaged.passRetained(work).toOpaque())
    // Without another thread this one does all the work.
    guard code == 0 else {
      Unmanaged.passUnretained(work).release()
      break
    }
    started.append(thread)
  }
  work.run()
  for thread in started { pthread_join(thread, nil) }
  if let failure = work.firstFailure as? Failure { throw failure }
}

/// The results of a closure for each number below a count, in their order, from some threads at once.
///
/// A segment holds whole products, so that what is asked for each product needs no other segment: ask
/// each segment by its number, and the answer does not depend on the number of threads.
///
/// - Parameter threads: how many threads work at once.
/// - Throws: what the closure threw for the lowest number for which it did.
public func concurrentMap<Result: Sendable, Failure: Error>(
  _ count: Int, threads: Int, _ body: @escaping @Sendable (Int) throws(Failure) -> Result
) throws(Failure) -> [Result] {
  let results = Mutex([Result?](repeating: nil, count: count))
  try concurrently(count, threads: threads) { index throws(Failure) in
    let result = try body(index)
    results.withLock { $0[index] = result }
  }
  return results.withLock { $0.compactMap { $0 } }
}

/// Numbers to be worked off by several threads.
private final class Work: Sendable {
  private let count: Int
  private let body: @Sendable (Int) -> (any Error)?
  private let next = Atomic(0)
  private let failures = Mutex<[(index: Int, error: any Error)]>([])

  init(count: Int, body: @escaping @Sendable (Int) -> (any Error)?) {
    self.count = count
    self.body = body
  }

  func run() {
    while case let index = next.wrappingAdd(1, ordering: .relaxed).oldValue, index < count {
      guard let error = body(index) else { continue }
      failures.withLock { $0.append((index, error)) }
    }
  }

  var firstFailure: (any Error)? {
    failures.withLock { $0.min { $0.index < $1.index }?.error }
  }
}
