public import Store

extension Tower {
  /// The same tower, noting in a piece of work what is read and written through it.
  public func recording(into work: Work) -> Tower { Tower(self, work: work, transaction: nil) }

  /// The same tower for a step, whose work on the store can be interrupted without that of others.
  public func forStep() -> Tower { Tower(self, store: Store(path: store.path, within: store)) }

  /// Runs the body as a piece of work whose writing is one transaction, with `finish` as the last of
  /// it: either all of it happens or nothing.
  ///
  /// Inside, each `write` of the tower that the body gets is a part of that transaction, and `read`
  /// sees what was written so far. No other writer comes in between.
  ///
  /// - Throws: what the body or `finish` throws; then nothing was written.
  public func inOneTransaction<T>(
    _ work: Work, finish: (Connection, T) throws -> Void, _ body: (Tower) throws -> T
  ) throws -> T {
    try counting(
      work,
      { connection in
        try body(Tower(self, work: work, transaction: OpenTransaction(connection)))
      }, finish: finish)
  }
}
