internal import Glibc
public import Vocabulary

/// The clock that the kernel hands out; no rule reads the system's own.
///
/// A fixed clock makes a run repeatable: the same store, clock and event give the same bytes.
public struct Clock: Sendable {
  private let read: @Sendable () -> Instant
  /// Hours that the deployment's calendar is ahead of Coordinated Universal Time.
  public let utcOffsetHours: Int

  private init(utcOffsetHours: Int, read: @escaping @Sendable () -> Instant) {
    self.utcOffsetHours = utcOffsetHours
    self.read = read
  }

  /// The clock of the machine: the one place where it is read.
  public static func system(utcOffsetHours: Int = 0) -> Clock {
    Clock(utcOffsetHours: utcOffsetHours) {
      Instant(secondsSinceEpoch: Int64(Glibc.time(nil)))
    }
  }

  /// A clock that stands still.
  public static func fixed(_ instant: Instant, utcOffsetHours: Int = 0) -> Clock {
    Clock(utcOffsetHours: utcOffsetHours) { instant }
  }

  /// The present moment.
  public var now: Instant { read() }

  /// The present calendar day of the deployment.
  public var today: Day { now.day(utcOffsetHours: utcOffsetHours) }
}
