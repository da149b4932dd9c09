internal import Synchronization

/// Whether somebody asked what runs to stop: ctrl-C, or a request to terminate.
///
/// The program hears the signal; what runs in pieces, such as a job, may end its piece first.
public final class StopRequest: Sendable {
  private let asked = Atomic<Bool>(false)
  private let immediate = Atomic<Bool>(false)
  private let patient = Atomic<Int>(0)

  /// Makes a request that nobody has made yet.
  public init() {}

  /// Whether somebody asked.
  public var isAsked: Bool { asked.load(ordering: .relaxed) }

  /// Whether what runs is to stop at once, in the middle of a piece.
  public var isImmediate: Bool { immediate.load(ordering: .relaxed) }

  /// Forgets a request that was met, so that the next piece of work can begin.
  public func forget() {
    asked.store(false, ordering: .relaxed)
    immediate.store(false, ordering: .relaxed)
  }

  /// Runs the body so that a first request lets it end its piece of work; it looks at `isAsked`
  /// between the pieces.
  public func whileEndingPieces<T>(_ body: () throws -> T) rethrows -> T {
    asked.store(false, ordering: .relaxed)
    patient.add(1, ordering: .relaxed)
    defer { patient.subtract(1, ordering: .relaxed) }
    return try body()
  }

  /// Asks to stop.
  ///
  /// - Returns: whether what runs will end by itself: it works in pieces, and nobody had asked yet.
  public func ask() -> Bool {
    let isFirst = !asked.exchange(true, ordering: .relaxed)
    let endsByItself = isFirst && patient.load(ordering: .relaxed) > 0
    if !endsByItself { immediate.store(true, ordering: .relaxed) }
    return endsByItself
  }
}
