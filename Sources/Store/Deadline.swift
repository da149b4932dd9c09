internal import Glibc

/// The moment at which a statement is stopped, on a clock that only measures durations.
struct Deadline {
  private let end: Double?

  /// Sets the deadline some seconds from now; without a number it never passes.
  init(seconds: Double?) { end = seconds.map { Deadline.elapsed + $0 } }

  /// Whether the moment is over.
  var hasPassed: Bool { end.map { Deadline.elapsed >= $0 } ?? false }

  private static var elapsed: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
