internal import CSQLite
internal import Synchronization

/// A handle by which another thread stops a connection's statement; harmless once the connection is
/// gone.
public final class InterruptHandle: Sendable {
  // The address, because a pointer itself may not pass between threads; 0 when the connection is
  // closed. The lock keeps the connection open during an interruption.
  private let address: Mutex<UInt>

  init(_ handle: OpaquePointer) { address = Mutex(UInt(bitPattern: handle)) }

  /// Stops the statement; it ends with an error whose `isInterrupted` is true.
  public func interrupt() {
    address.withLock { address in
      guard let handle = OpaquePointer(bitPattern: address) else { return }
      sqlite3_interrupt(handle)
    }
  }

  /// Ends the use of the connection.
  func forget() { address.withLock { $0 = 0 } }
}
