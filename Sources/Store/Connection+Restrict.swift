internal import CSQLite

extension Connection {
  /// Limits every later statement to what a policy allows; there is no way back.
  ///
  /// Functions are registered before: a restricted connection takes none.
  public func restrict(to policy: ReadPolicy) {
    // As a statement: read as a table, the list would stay open to questions.
    let modules = try? rows("PRAGMA module_list").compactMap { $0[0].text }
    BoundedText.register(on: handle)
    let authorizer = Authorizer(policy, modules: modules, on: handle)
    self.authorizer = authorizer
    let context = Unmanaged.passUnretained(authorizer).toOpaque()
    sqlite3_set_authorizer(
      handle,
      { context, action, first, second, _, _ in
        guard let context else { return SQLITE_DENY }
        return Unmanaged<Authorizer>.fromOpaque(context).takeUnretainedValue().decide(
          action, first.map { String(cString: $0) }, second.map { String(cString: $0) })
      }, context)
    limit(to: policy.limits)
    // Every hundred steps of SQLite's machine: a table function may take long over each of them.
    sqlite3_progress_handler(
      handle, 100,
      { context in
        guard let context else { return 1 }
        return Unmanaged<Authorizer>.fromOpaque(context).takeUnretainedValue().mustStop ? 1 : 0
      }, context)
  }

  // What one step of the machine may take, since nothing stops it in between: the size of a value,
  // and the length of a pattern, which is tried at each place of a text.
  private func limit(to limits: ReadLimits) {
    sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, Int32(clamping: limits.valueSize ?? 256 << 20))
    sqlite3_limit(handle, SQLITE_LIMIT_SQL_LENGTH, Int32(ReadLimits.statementSize))
    sqlite3_limit(handle, SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 120)
    sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0)
    guard let nesting = limits.nesting else { return }
    sqlite3_limit(handle, SQLITE_LIMIT_EXPR_DEPTH, Int32(clamping: nesting))
    sqlite3_limit(handle, SQLITE_LIMIT_COMPOUND_SELECT, Int32(clamping: nesting))
  }
}
