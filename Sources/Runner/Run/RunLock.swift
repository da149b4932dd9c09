internal import Glibc
internal import Kernel

/// The lock of one job on one store: an operating-system lock on a file beside the store.
///
/// The lock goes with the process, so a killed run leaves none behind; what the file says counts
/// only while it is locked.
final class RunLock {
  /// Who holds a job.
  struct Holder: Sendable, Equatable {
    /// The run; empty while it is not known yet.
    var run: String
    /// The number of the process.
    var process: String
    /// Since when.
    var since: String
  }

  private let descriptor: Int32

  /// Takes the lock.
  ///
  /// - Throws: `TowerError` with exit code 5 that says who holds it since when.
  init(job: String, storePath: String) throws {
    let path = RunLock.path(job, storePath)
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o660)
    guard descriptor >= 0 else {
      throw TowerError(.failed, "cannot open \(path): \(String(cString: strerror(errno)))")
    }
    guard RunLock.lock(descriptor) else {
      // Every property is set, so that the throw runs `deinit`, which closes the file: a second close
      // would hit whatever another thread had opened under the number since.
      throw RunLock.refusal(job, RunLock.read(descriptor))
    }
    // What the file says is of a run that is over.
    ftruncate(descriptor, 0)
  }

  deinit { close(descriptor) }

  /// Says in the file who holds the lock.
  func sign(run: String, since instant: Instant) throws {
    let text = Array("\(run)\n\(getpid())\n\(instant)\n".utf8)
    guard ftruncate(descriptor, 0) == 0, pwrite(descriptor, text, text.count, 0) == text.count
    else {
      throw TowerError(
        .failed, "cannot write the lock of the job: \(String(cString: strerror(errno)))")
    }
  }

  /// Who holds the lock of a job now; nil when nobody does.
  static func holder(job: String, storePath: String) -> Holder? {
    let descriptor = open(path(job, storePath), O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    // A shared lock is refused only by a run; a run that starts meanwhile waits for us (see `lock`).
    guard flock(descriptor, LOCK_SH | LOCK_NB) != 0 else { return nil }
    return read(descriptor)
  }

  private static func path(_ job: String, _ storePath: String) -> String {
    "\(storePath).batch-\(job).lock"
  }

  // Whoever asks for the holder has the file locked for an instant: only a lock that lasts is a run.
  private static func lock(_ descriptor: Int32) -> Bool {
    for _ in 0..<20 {
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
      usleep(10_000)
    }
    return false
  }

  private static func read(_ descriptor: Int32) -> Holder {
    var bytes = [UInt8](repeating: 0, count: 512)
    let count = pread(descriptor, &bytes, bytes.count, 0)
    let lines = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
      .split(separator: "\n").map(String.init)
    guard lines.count == 3 else { return Holder(run: "", process: "", since: "") }
    return Holder(run: lines[0], process: lines[1], since: lines[2])
  }

  private static func refusal(_ job: String, _ holder: Holder) -> TowerError {
    let who =
      holder.run.isEmpty
      ? "another process has just started it"
      : "run \(holder.run), process \(holder.process), since \(holder.since)"
    return TowerError(
      .locked, "the job '\(job)' is running on this store already: \(who)",
      hints: ["'tower batch log' shows how far it is"])
  }
}
