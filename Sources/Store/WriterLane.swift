internal import Glibc

/// The one lane for writers: an operating-system lock on a file beside the store.
///
/// SQLite's own busy handler polls and starves writers; waiting in the kernel's queue is fair. The
/// lock goes with the process, so a killed writer leaves nothing behind.
struct WriterLane {
  private let path: String

  init(storePath: String) { path = storePath + ".lane" }

  /// Runs the body while no other writer does.
  func whileHeld<T>(_ body: () throws -> T) throws -> T {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o660)
    guard descriptor >= 0 else {
      throw StoreRefusal.unreadable(path: path, reason: String(cString: strerror(errno)))
    }
    defer { close(descriptor) }
    while flock(descriptor, LOCK_EX) != 0 {
      guard errno == EINTR else {
        throw StoreRefusal.unreadable(path: path, reason: String(cString: strerror(errno)))
      }
    }
    return try body()
  }
}
