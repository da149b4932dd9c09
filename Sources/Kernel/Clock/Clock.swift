internal import Glibc
public import Vocabulary

/// The clock that the kernel hands out; no rule reads the system's own.
///
/// A fixed clock makes a run repeatable: the same store, clock and event give the same bytes.
public struct Clock: Sendable {
  private let read: @Sendable () -> Instant
  private let stopwatch: @Sendable () -> Int64
  /// Hours that the deployment's calendar is ahead of Coordinated Universal Time.
  public let utcOffsetHours: Int

  private init(
    utcOffsetHours: Int, stopwatch: @escaping @Sendable () -> Int64,
    read: @escaping @Sendable () -> Instant
  ) {
    self.utcOffsetHours = utcOffsetHours
    self.stopwatch = stopwatch
    self.read = read
  }

  /// The clock of the machine: the one place where it is read.
  public static func system(utcOffsetHours: Int = 0) -> Clock {
    Clock(utcOffsetHours: utcOffsetHours, stopwatch: Clock.monotonicMilliseconds) {
      Instant(secondsSinceEpoch: Int64(Glibc.time(nil)))
    }
  }

  /// A clock that stands still.
  public static func fixed(_ instant: Instant, utcOffsetHours: Int = 0) -> Clock {
    Clock(utcOffsetHours: utcOffsetHours, stopwatch: { 0 }) { instant }
  }

  /// The present moment.
  public var now: Instant { read() }

  /// The present calendar day of the deployment.
  public var today: Day { now.day(utcOffsetHours: utcOffsetHours) }

  /// Milliseconds from some moment on: only the difference of two readings means something.
  ///
  /// It measures how long work takes and is not set back with the machine's calendar clock; it
  /// stands still with a fixed clock.
  public var milliseconds: Int64 { stopwatch() }

  private static func monotonicMilliseconds() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }
}
