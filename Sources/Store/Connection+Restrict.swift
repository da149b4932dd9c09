internal import CSQLite

extension Connection {
  /// Limits every later statement to what a policy allows; there is no way back.
  ///
  /// Functions are registered before: a restricted connection takes none.
  public func restrict(to policy: ReadPolicy) {
    let modules = try? rows("SELECT name FROM pragma_module_list").compactMap { $0[0].text }
    let authorizer = Authorizer(policy, modules: modules, log: accessLog)
    self.authorizer = authorizer
    let context = Unmanaged.passUnretained(authorizer).toOpaque()
    sqlite3_set_authorizer(
      handle,
      { context, action, first, second, _, _ in
        guard let context else { return SQLITE_DENY }
        return Unmanaged<Authorizer>.fromOpaque(context).takeUnretainedValue().decide(
          action, first.map { String(cString: $0) }, second.map { String(cString: $0) })
      }, context)
    limitMemory()
    guard policy.limits.seconds != nil else { return }
    // Every hundred steps of SQLite's machine: a table function may take long over each of them.
    sqlite3_progress_handler(
      handle, 100,
      { context in
        guard let context else { return 1 }
        let authorizer = Unmanaged<Authorizer>.fromOpaque(context).takeUnretainedValue()
        return authorizer.deadline.hasPassed ? 1 : 0
      }, context)
  }

  // One value as large as SQLite allows, or a pattern that backtracks, would stop the machine
  // before the deadline is looked at.
  private func limitMemory() {
    sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, 256 << 20)
    sqlite3_limit(handle, SQLITE_LIMIT_SQL_LENGTH, 1 << 20)
    sqlite3_limit(handle, SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000)
    sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0)
  }
}
