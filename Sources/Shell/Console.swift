internal import Kernel

/// Where a run writes: results and messages, apart from each other.
struct Console: Sendable {
  /// Takes the bytes of results, whole rows at a time.
  let write: @Sendable (UnsafeRawBufferPointer) throws -> Void
  /// Takes messages.
  let writeError: @Sendable (String) -> Void

  /// Makes a console.
  init(
    write: @escaping @Sendable (UnsafeRawBufferPointer) throws -> Void,
    writeError: @escaping @Sendable (String) -> Void
  ) {
    self.write = write
    self.writeError = writeError
  }

  /// The standard streams of the process.
  static let standard = Console(write: { try Terminal.write($0) }, writeError: Terminal.writeError)
}
