internal import CSQLite
internal import Synchronization

/// A handle by which another thread stops a connection's statement; harmless once the connection is
/// gone.
public final class InterruptHandle: Sendable {
  // The address, because a pointer itself may not pass between threads; 0 when the connection is
  // closed. The lock keeps the connection open during an interruption.
  private let address: Mutex<UInt>
  // SQLite stops only a statement that is under way; a request between two of them waits here.
  private let isRequested = Atomic(false)

  init(_ handle: OpaquePointer) { address = Mutex(UInt(bitPattern: handle)) }

  /// Stops the statement, or the next one when none is running; it ends with an error whose
  /// `isInterrupted` is true.
  public func interrupt() {
    address.withLock { address in
      guard let handle = OpaquePointer(bitPattern: address) else { return }
      isRequested.store(true, ordering: .relaxed)
      sqlite3_interrupt(handle)
    }
  }

  /// Whether an interruption was asked for; the request counts as met then.
  func takeRequest() -> Bool {
    // The exchange costs more than the look, and almost every look finds nothing.
    isRequested.load(ordering: .relaxed) && isRequested.exchange(false, ordering: .relaxed)
  }

  /// Whether the connection is closed.
  var isForgotten: Bool { address.withLock { $0 == 0 } }

  /// Ends the use of the connection.
  func forget() { address.withLock { $0 = 0 } }
}
