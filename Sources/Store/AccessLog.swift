internal import CSQLite
internal import Synchronization

/// The tables that statements read and write, gathered over any number of connections.
///
/// SQLite names them when it compiles a statement: a statement that was compiled and never run counts
/// as well, so the log may name more than was touched and never less.
public final class AccessLog: Sendable {
  private struct Names {
    var read: Set<String> = []
    var written: Set<String> = []
  }

  private let names = Mutex(Names())

  /// Makes an empty log.
  public init() {}

  /// The tables that were read.
  public var read: Set<String> { names.withLock { $0.read } }

  /// The tables that were written.
  public var written: Set<String> { names.withLock { $0.written } }

  func note(_ action: Int32, _ table: String) {
    switch action {
    case SQLITE_READ: names.withLock { _ = $0.read.insert(table) }
    case SQLITE_INSERT, SQLITE_UPDATE, SQLITE_DELETE:
      names.withLock { _ = $0.written.insert(table) }
    default: break
    }
  }
}

extension Connection {
  /// Notes in a log what every later statement reads and writes, one of questions too.
  public func record(into log: AccessLog) {
    accessLog = log
    sqlite3_set_authorizer(
      handle,
      { context, action, first, _, _, _ in
        guard let context, let first else { return SQLITE_OK }
        let log = Unmanaged<AccessLog>.fromOpaque(context).takeUnretainedValue()
        log.note(action, String(cString: first))
        return SQLITE_OK
      }, Unmanaged.passUnretained(log).toOpaque())
  }

  /// How many rows were inserted, updated and deleted since the connection was opened.
  public var totalChanges: Int64 { sqlite3_total_changes64(handle) }

  /// Runs the body inside the transaction that is open; an error undoes what the body did and nothing
  /// else.
  public func savepoint<T>(_ body: () throws -> T) throws -> T {
    try executeScript("SAVEPOINT piece")
    do {
      let result = try body()
      try executeScript("RELEASE piece")
      return result
    } catch {
      // An error that ended the whole transaction has undone the piece already.
      try? executeScript("ROLLBACK TO piece; RELEASE piece")
      throw error
    }
  }
}
