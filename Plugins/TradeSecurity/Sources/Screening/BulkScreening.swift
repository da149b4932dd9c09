internal import Glibc
internal import Kernel
internal import Synchronization

/// Screens many parties on all cores, and gives what was found in their order.
final class BulkScreening: Sendable {
  /// What each thread does for a party.
  typealias Work<Query, Result> = @Sendable (inout Screening, Query) -> Result

  /// How many parties are in memory at once for each thread.
  private static let chunk = 512

  /// Screens parties, a chunk at a time.
  ///
  /// - Parameters:
  ///   - next: the next parties, at most so many; empty at the end.
  ///   - lists: what they are screened against.
  ///   - threads: how many threads work at once.
  ///   - work: what is done for each.
  ///   - take: takes the results of a chunk in the order of the parties.
  static func run<Query: Sendable, Result: Sendable>(
    _ next: (Int) throws -> [Query], _ lists: ScreenedLists, threads: Int,
    work: @escaping Work<Query, Result>, take: ([Result]) throws -> Void
  ) throws {
    let workers = (0..<max(1, threads)).map { _ in
      Worker<Query, Result>(Screening(lists), work)
    }
    while case let queries = try next(chunk * workers.count), !queries.isEmpty {
      let share = (queries.count + workers.count - 1) / workers.count
      var running: [(Worker<Query, Result>, pthread_t?)] = []
      for (place, worker) in workers.enumerated() {
        let start = min(place * share, queries.count)
        worker.queries = Array(queries[start..<min(start + share, queries.count)])
        running.append((worker, place + 1 < workers.count ? worker.start() : nil))
      }
      for (worker, thread) in running where thread == nil { worker.run() }
      for (_, thread) in running { if let thread { pthread_join(thread, nil) } }
      try take(workers.flatMap(\.results))
    }
  }

  /// How many cores there are.
  static var cores: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}

/// One thread's share; used by one thread at a time.
private final class Worker<Query: Sendable, Result: Sendable>: @unchecked Sendable {
  var queries: [Query] = []
  var results: [Result] = []
  private var screening: Screening
  private let work: BulkScreening.Work<Query, Result>

  init(_ screening: Screening, _ work: @escaping BulkScreening.Work<Query, Result>) {
    self.screening = screening
    self.work = work
  }

  func run() {
    results = queries.map { work(&screening, $0) }
  }

  /// Starts on a thread of its own; nil where none can be had.
  func start() -> pthread_t? {
    var thread = pthread_t()
    let body = Unmanaged.passRetained(Body { self.run() })
    let code = pthread_create(
      &thread, nil,
      { argument in
        if let argument { Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().call() }
        return nil
      }, body.toOpaque())
    guard code == 0 else {
      body.release()
      return nil
    }
    return thread
  }
}

private final class Body: Sendable {
  let call: @Sendable () -> Void
  init(_ call: @escaping @Sendable () -> Void) { self.call = call }
}
