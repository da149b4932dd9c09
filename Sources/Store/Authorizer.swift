internal import CSQLite

/// A policy as SQLite's callbacks reach it, with what it refused last.
final class Authorizer {
  let policy: ReadPolicy
  // The virtual tables that SQLite makes on first use; nil when they could not be listed.
  private let modules: Set<String>?
  private let log: AccessLog?
  private let handle: OpaquePointer
  private var refusal: String?
  // What a statement reads of columns that are closed, so that all are named at once.
  private var closed: [ReadColumn] = []
  // Names read without any column that the policy does not list: table expressions, or tables.
  private var doubts: [String] = []
  private var noted: Set<ReadColumn> = []
  private var trustDepth = 0
  // The limit of a value that holds again when the trust ends; nil while it holds.
  private var sizeOfQuestion: Int32?
  private var reached: ReadLimits.Subject?
  private var deadline = Deadline(seconds: nil)
  private var memoryAtStart: Int64 = 0
  private(set) var readNames = ReadNames()

  /// A column that a statement reads.
  private struct ReadColumn: Hashable {
    let table: String
    let column: String

    var name: String { table + "." + column }
  }

  init(_ policy: ReadPolicy, modules: [String]?, log: AccessLog?, on handle: OpaquePointer) {
    self.policy = policy
    self.log = log
    self.modules = modules.map { Set($0.map { $0.lowercased() }) }
    self.handle = handle
  }

  /// Whether a table function is reading for its own account.
  var isTrusting: Bool { trustDepth > 0 }

  /// Runs the program's own code, a function, which may read every table and values of any size.
  func trusting<T>(_ body: () throws -> T) rethrows -> T {
    beginTrust()
    defer { endTrust() }
    return try body()
  }

  // Two calls in place of one with a closure: a table function makes them for each row.
  func beginTrust() { trustDepth += 1 }

  func endTrust() {
    trustDepth -= 1
    guard trustDepth == 0, let size = sizeOfQuestion else { return }
    sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, size)
    sizeOfQuestion = nil
  }

  /// Lets the program's own statements read values of any size until its trust ends.
  func openSizes() {
    guard isTrusting, sizeOfQuestion == nil else { return }
    sizeOfQuestion = sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, Int32.max)
  }

  /// Compiles a statement, one of many table expressions with little memory: those that name one
  /// another twice double with each of them, and nothing else stops SQLite on that way.
  ///
  /// The limit is one of the whole process, so it is set where doubling could hurt and nowhere else.
  func compiling<T>(_ sql: String, _ body: () throws -> T) rethrows -> T {
    guard !isTrusting, policy.limits.nesting != nil,
      SQLText.tableExpressions(in: sql) > Authorizer.harmlessExpressions
    else { return try body() }
    sqlite3_hard_heap_limit64(sqlite3_memory_used() + (32 << 20))
    // The soft limit follows the hard one down, and not up again.
    defer {
      sqlite3_hard_heap_limit64(0)
      sqlite3_soft_heap_limit64(0)
    }
    return try body()
  }

  // Ten that double make a thousand, which compile in milliseconds.
  private static let harmlessExpressions = 10

  func beginStatement() {
    guard !isTrusting else { return }
    refusal = nil
    closed = []
    doubts = []
    noted = []
    beginRun()
  }

  func beginRun() {
    guard !isTrusting else { return }
    reached = nil
    deadline = Deadline(seconds: policy.limits.seconds)
    memoryAtStart = sqlite3_memory_used()
  }

  /// The columns that a prepared statement reads and the policy wants reported, as `table.column`.
  var notedColumns: [String] { noted.map(\.name).sorted() }

  // MARK: What may be read

  func decide(_ action: Int32, _ first: String?, _ second: String?) -> Int32 {
    if let first { log?.note(action, first) }
    if action == SQLITE_READ { readNames.note(first ?? "", byFunction: isTrusting) }
    if isTrusting { return SQLITE_OK }
    if deadline.hasPassed {
      reached = .seconds
      return SQLITE_DENY
    }
    switch action {
    case SQLITE_SELECT, SQLITE_RECURSIVE: return SQLITE_OK
    case SQLITE_READ: return decideRead(table: first ?? "", column: second ?? "")
    case SQLITE_FUNCTION:
      let name = second ?? ""
      if policy.functions.contains(name.lowercased()) { return SQLITE_OK }
      return refuse("function '\(name)' is not open to questions")
    default:
      return refuse(SQLAction.refusal(action, first))
    }
  }

  private func decideRead(table: String, column: String) -> Int32 {
    let name = table.lowercased()
    // SQLite reports a source of which no column is used, as in `count(*)`, with an empty column
    // and by the name that the statement wrote: a table, or an expression of the statement itself.
    guard policy.tables.contains(name) else {
      let isReserved =
        modules?.contains(name) ?? true || name.hasPrefix("sqlite_") || name.hasPrefix("pragma_")
      guard column.isEmpty, !isReserved else { return refuseTable(table) }
      doubts.append(table)
      return SQLITE_OK
    }
    guard !column.isEmpty else { return SQLITE_OK }
    note(ReadColumn(table: name, column: column.lowercased()))
    return SQLITE_OK
  }

  /// Keeps what the end of the preparation needs: the statement is refused with all of its closed
  /// columns.
  private func note(_ read: ReadColumn) {
    if policy.noted[read.table]?.contains(read.column) == true { noted.insert(read) }
    guard let open = policy.columns[read.table], !open.contains(read.column) else { return }
    if !closed.contains(read) { closed.append(read) }
  }

  private func refuseTable(_ table: String) -> Int32 {
    refuse(policy.reasons[table.lowercased()] ?? "table '\(table)' is not open to questions")
  }

  private func refuse(_ reason: String) -> Int32 {
    refusal = refusal ?? reason
    return SQLITE_DENY
  }

  private func refuseColumns(_ columns: [ReadColumn]) {
    var named: [(reason: String, columns: [String])] = []
    for column in columns {
      let reason = policy.reasons[column.name] ?? "not open to questions"
      if let place = named.firstIndex(where: { $0.reason == reason }) {
        named[place].columns.append(column.name)
      } else {
        named.append((reason, [column.name]))
      }
    }
    _ = refuse(
      named.map { "\($0.columns.joined(separator: ", ")): \($0.reason)" }.joined(separator: "; "))
  }

  /// Refuses a prepared statement for what the callbacks could not decide one by one; false when it
  /// is refused.
  func settle(_ sql: String) -> Bool {
    for name in doubts where isStored(name) {
      _ = refuseTable(name)
      return false
    }
    refuseSilentJoins(SharedColumns(sql))
    if !closed.isEmpty { refuseColumns(closed) }
    return refusal == nil
  }

  /// Refuses what the columns of USING and of NATURAL joins would show.
  ///
  /// SQLite asks nobody about these columns: neither whether their table may be read, nor whether they
  /// may. With FULL JOIN they even give its values.
  private func refuseSilentJoins(_ shared: SharedColumns) {
    guard shared.isUsed else { return }
    for name in shared.words.sorted() where !policy.tables.contains(name) && isStored(name) {
      _ = refuseTable(name)
      return
    }
    for name in shared.words.sorted() where policy.isSelective(name) {
      for column in storedColumns(of: name) where shared.isNatural || shared.words.contains(column)
      {
        note(ReadColumn(table: name, column: column))
      }
    }
  }

  /// Every column of a table, in lower case.
  private func storedColumns(of table: String) -> [String] {
    trusting {
      var statement: OpaquePointer?
      defer { sqlite3_finalize(statement) }
      // The name is one that the policy lists.
      let sql = "PRAGMA table_xinfo(\"\(table)\")"
      guard sqlite3_prepare_v2(handle, sql, -1, &statement, nil) == SQLITE_OK else { return [] }
      var names: [String] = []
      while sqlite3_step(statement) == SQLITE_ROW {
        names.append(String(cString: sqlite3_column_text(statement, 1)).lowercased())
      }
      return names
    }
  }

  private func isStored(_ name: String) -> Bool {
    sqlite3_table_column_metadata(handle, nil, name, nil, nil, nil, nil, nil, nil) == SQLITE_OK
  }

  // MARK: How much it may take

  /// Whether a statement has to stop; SQLite asks after every hundred steps of its machine.
  var mustStop: Bool {
    if deadline.hasPassed {
      reached = .seconds
    } else if let memory = policy.limits.memory, !isTrusting,
      sqlite3_memory_used() - memoryAtStart > Int64(memory)
    {
      reached = .memory
    }
    return reached != nil
  }

  /// The limit that an answer of so many rows and bytes passes; nil for none, and inside a table
  /// function.
  func limit(passedBy rows: Int, _ bytes: Int) -> ReadLimits.Subject? {
    guard !isTrusting else { return nil }
    if let limit = policy.limits.rows, rows > limit { return .rows }
    if let limit = policy.limits.answerSize, bytes > limit { return .answerSize }
    return nil
  }

  /// The error as the policy explains it; nil when the policy had no part in it.
  func explain(_ code: Int32, _ message: String, sql: String?, parameters: [Value]) -> StoreError? {
    defer { refusal = nil }
    let primary = code & 0xFF
    if let limit = limit(primary, message) {
      return StoreError(
        code: code, limit: limit, message: policy.limits.message(limit), sql: sql,
        parameters: parameters)
    }
    // A virtual table of SQLite itself reports a refusal as its own failure.
    guard primary == SQLITE_AUTH || primary == SQLITE_ERROR, let refusal else { return nil }
    return StoreError(code: SQLITE_AUTH, message: refusal, sql: sql, parameters: parameters)
  }

  private func limit(_ code: Int32, _ message: String) -> ReadLimits.Subject? {
    switch code {
    case SQLITE_INTERRUPT, SQLITE_AUTH: return reached
    case SQLITE_TOOBIG: return policy.limits.valueSize == nil ? nil : .valueSize
    case SQLITE_NOMEM: return policy.limits.nesting == nil ? nil : .nesting
    default:
      guard policy.limits.nesting != nil, Authorizer.deep.contains(where: message.hasPrefix) else {
        return nil
      }
      return .nesting
    }
  }

  // What SQLite says of a statement that nests too deep.
  private static let deep = [
    "Expression tree is too large", "parser stack overflow", "too many terms in compound SELECT",
  ]
}
