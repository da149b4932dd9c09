internal import Glibc
internal import Synchronization

/// The one lane for writers: an operating-system lock on a file beside the store.
///
/// SQLite's own busy handler polls and starves writers; waiting in the kernel's queue is fair. The
/// lock goes with the process, so a killed writer leaves nothing behind.
struct WriterLane {
  private let storePath: String

  init(storePath: String) { self.storePath = storePath }

  /// Runs the body while no other writer does.
  ///
  /// - Throws: `StoreRefusal.nestedWrite` on the thread that holds the lane already.
  func whileHeld<T>(_ body: () throws -> T) throws -> T {
    let path = storePath + ".lane"
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o660)
    guard descriptor >= 0 else { throw unwritable() }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw unwritable() }
    let file = LaneFile(device: UInt64(status.st_dev), node: UInt64(status.st_ino))
    let thread = UInt(pthread_self())
    guard LaneFile.holders.withLock({ $0[file] }) != thread else {
      throw StoreRefusal.nestedWrite(path: storePath)
    }
    while flock(descriptor, LOCK_EX) != 0 {
      guard errno == EINTR else { throw unwritable() }
    }
    LaneFile.holders.withLock { $0[file] = thread }
    defer { LaneFile.holders.withLock { $0[file] = nil } }
    return try body()
  }

  private func unwritable() -> StoreRefusal {
    errno == ENOSPC
      ? .full(path: storePath)
      : .unwritable(path: storePath, reason: String(cString: strerror(errno)))
  }
}

/// A lane by the file that it locks, whatever path led to it.
private struct LaneFile: Hashable {
  let device: UInt64
  let node: UInt64

  /// The thread of this process that holds each lane: `flock` would let it wait for itself.
  static let holders = Mutex<[LaneFile: UInt]>([:])
}
