internal import Glibc
public import Store
internal import Synchronization

/// A piece of work, such as a step of a job: what it touched is noted while it runs, so that one can
/// tell later whether anything it stood on has changed.
public final class Work: Sendable {
  private struct Notes {
    var hasReadDay = false
    var files: Set<String> = []
  }

  /// The tables that it read and wrote.
  public let log = AccessLog()
  /// Who writes, for the versions of tables: a step of a job, as `job/step`; empty for no step.
  public let writer: String
  private let notes = Mutex(Notes())

  /// Starts a piece of work that has touched nothing.
  public init(writer: String) { self.writer = writer }

  /// Whether it asked for the day that its answer is for.
  public var hasReadDay: Bool { notes.withLock { $0.hasReadDay } }

  /// The files that it looked for without being given them, such as a card beside a data file.
  public var files: Set<String> { notes.withLock { $0.files } }

  func noteDay() { notes.withLock { $0.hasReadDay = true } }

  func note(file: String) { notes.withLock { _ = $0.files.insert(file) } }
}

/// The transaction that a piece of work writes in, on the thread that began it.
///
/// Unchecked: the connection is handed out on that one thread only.
struct OpenTransaction: @unchecked Sendable {
  private let held: Connection
  private let thread: pthread_t

  init(_ connection: Connection) {
    held = connection
    thread = pthread_self()
  }

  /// The connection; nil on another thread, which reads what was committed before.
  var connection: Connection? { pthread_equal(thread, pthread_self()) != 0 ? held : nil }
}
