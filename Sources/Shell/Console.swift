internal import Kernel

/// Where a run writes: results and messages, apart from each other.
struct Console: Sendable {
  /// Takes results.
  let write: @Sendable (String) -> Void
  /// Takes messages.
  let writeError: @Sendable (String) -> Void

  /// Makes a console.
  init(
    write: @escaping @Sendable (String) -> Void, writeError: @escaping @Sendable (String) -> Void
  ) {
    self.write = write
    self.writeError = writeError
  }

  /// The standard streams of the process.
  static let standard = Console(write: Terminal.write, writeError: Terminal.writeError)
}
