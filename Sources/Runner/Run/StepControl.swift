internal import Glibc
internal import Store
internal import Synchronization

/// The handle by which a run stops a step that is under way.
final class StepControl: Sendable {
  private struct State {
    var store: Store?
    var attempt = 0
    var cause: String?
  }

  private let state = Mutex(State())

  /// Why the step was stopped; nil when it was not.
  var cause: String? { state.withLock { $0.cause } }

  /// Begins an attempt.
  ///
  /// - Parameters:
  ///   - store: the store that it works on.
  ///   - seconds: the seconds after which it is stopped; nil without a limit.
  func begin(_ store: Store, timeout seconds: Double?) {
    let number = state.withLock { state in
      state.store = store
      state.attempt += 1
      return state.attempt
    }
    guard let seconds else { return }
    onThread {
      let end = ContinuousClock.now + .seconds(seconds)
      while ContinuousClock.now < end {
        usleep(10_000)
        if self.state.withLock({ $0.attempt != number || $0.store == nil }) { return }
      }
      self.stop("stopped after \(seconds) s, its timeout", attempt: number)
    }
  }

  /// Ends an attempt; a stop is over with it, so that another attempt can follow.
  ///
  /// - Returns: why it was stopped; nil when it was not.
  func end() -> String? {
    state.withLock { state in
      defer {
        state.store = nil
        state.cause = nil
      }
      return state.cause
    }
  }

  /// Stops the attempt that is under way at its next look at the store.
  func stop(_ cause: String, attempt: Int? = nil) {
    let store = state.withLock { state -> Store? in
      guard attempt == nil || attempt == state.attempt else { return nil }
      state.cause = state.cause ?? cause
      return state.store
    }
    store?.interrupt()
  }
}
