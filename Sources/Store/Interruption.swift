internal import CSQLite
internal import Synchronization

/// The wish to stop whatever runs on a store, with the connections that it has to reach.
final class Interruption: Sendable {
  private struct State {
    var isRequested = false
    var handles: [InterruptHandle] = []
  }

  private let state = Mutex(State())
  private let outer: Interruption?

  init(within outer: Interruption?) { self.outer = outer }

  /// Takes up a new connection.
  ///
  /// - Throws: `StoreError` when the wish to stop was there before the connection.
  func admit(_ handle: InterruptHandle) throws {
    try outer?.admit(handle)
    let isRequested = state.withLock { state in
      state.handles.removeAll { $0.isForgotten }
      state.handles.append(handle)
      return state.isRequested
    }
    guard isRequested else { return }
    throw StoreError(code: SQLITE_INTERRUPT, message: "interrupted", sql: nil)
  }

  func request() {
    let handles = state.withLock { state in
      state.isRequested = true
      return state.handles
    }
    for handle in handles { handle.interrupt() }
  }

  func withdraw() { state.withLock { $0.isRequested = false } }
}

extension Store {
  /// Stops every statement that runs on the store, and refuses new connections, until
  /// `allowStatements`; any thread may ask for it.
  ///
  /// What was being written is undone; the errors have `isInterrupted` true.
  public func interrupt() { interruption.request() }

  /// Ends an interruption, so that the next piece of work can begin.
  public func allowStatements() { interruption.withdraw() }
}
