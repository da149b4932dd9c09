internal import CSQLite

/// The callbacks by which SQLite reads a table function (sqlite.org/vtab.html): an eponymous-only
/// virtual table whose arguments are hidden columns.
enum VirtualTable {
  // Written once, before SQLite first sees it, and never changed.
  nonisolated(unsafe) static let module: UnsafePointer<sqlite3_module> = {
    var module = sqlite3_module()
    module.xConnect = connect
    module.xBestIndex = plan
    module.xDisconnect = disconnect
    module.xOpen = open
    module.xClose = close
    module.xFilter = filter
    module.xNext = next
    module.xEof = { cursor in scan(cursor)?.isAtEnd == false ? 0 : 1 }
    module.xColumn = { cursor, context, column in
      scan(cursor)?.give(Int(column), to: context)
      return SQLITE_OK
    }
    module.xRowid = { cursor, number in
      number?.pointee = scan(cursor)?.number ?? 0
      return SQLITE_OK
    }
    let memory = UnsafeMutablePointer<sqlite3_module>.allocate(capacity: 1)
    memory.initialize(to: module)
    return UnsafePointer(memory)
  }()

  private typealias Table = UnsafeMutablePointer<sqlite3_vtab>
  private typealias Cursor = UnsafeMutablePointer<sqlite3_vtab_cursor>

  private static let connect:
    @convention(c) (
      OpaquePointer?, UnsafeMutableRawPointer?, Int32, UnsafePointer<UnsafePointer<CChar>?>?,
      UnsafeMutablePointer<Table?>?, UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
    ) -> Int32 = { handle, data, _, _, table, _ in
      guard let data, let table else { return SQLITE_ERROR }
      let registered = Unmanaged<RegisteredTableFunction>.fromOpaque(data).takeUnretainedValue()
      // SQLite reads the declaration as a statement that writes its schema table: the program's
      // own act, which a policy for questions does not refuse.
      let declare = { sqlite3_declare_vtab(handle, registered.function.declaration) }
      let code = registered.connection.authorizer?.trusting(declare) ?? declare()
      guard code == SQLITE_OK else { return code }
      tower_declare_innocuous(handle)
      let memory = UnsafeMutablePointer<tower_table>.allocate(capacity: 1)
      memory.initialize(to: tower_table(base: sqlite3_vtab(), function: data))
      table.pointee = UnsafeMutableRawPointer(memory).assumingMemoryBound(to: sqlite3_vtab.self)
      return SQLITE_OK
    }

  private static let disconnect: @convention(c) (Table?) -> Int32 = { table in
    UnsafeMutableRawPointer(table)?.assumingMemoryBound(to: tower_table.self).deallocate()
    return SQLITE_OK
  }

  private static let plan:
    @convention(c) (Table?, UnsafeMutablePointer<sqlite3_index_info>?) -> Int32 = { table, info in
      guard let registered = registered(table), let info else { return SQLITE_ERROR }
      let plan = TableFunctionPlan(registered.function, info.pointee) { position in
        sqlite3_vtab_collation(info, position).map { String(cString: $0) == "BINARY" } ?? true
      }
      switch plan {
      case .otherOrder: return SQLITE_CONSTRAINT
      case .missing(let argument):
        registered.connection.planFault =
          "\(registered.function.name) needs argument \(argument): "
          + registered.function.signature
        return SQLITE_CONSTRAINT
      case .arguments(let positions, let searches):
        var given: Int32 = 0
        for (argument, position) in positions.enumerated() {
          guard let position else { continue }
          info.pointee.idxNum |= 1 << Int32(argument)
          given += 1
          info.pointee.aConstraintUsage[position].argvIndex = given
          info.pointee.aConstraintUsage[position].omit = 1
        }
        for search in searches {
          given += 1
          info.pointee.aConstraintUsage[search.position].argvIndex = given
        }
        info.pointee.idxStr = tower_copy_text(searches.map(\.text).joined(separator: ","))
        info.pointee.needToFreeIdxStr = 1
        let rows = searches.reduce(Double(registered.function.estimatedRows)) {
          $0 * $1.share(of: registered.function)
        }
        info.pointee.estimatedRows = max(1, Int64(rows))
        info.pointee.estimatedCost = max(1, rows)
        return SQLITE_OK
      }
    }

  private static let open: @convention(c) (Table?, UnsafeMutablePointer<Cursor?>?) -> Int32 = {
    table, cursor in
    guard let registered = registered(table), let cursor else { return SQLITE_ERROR }
    let scan = TableFunctionScan(registered.function, on: registered.connection)
    let memory = UnsafeMutablePointer<tower_cursor>.allocate(capacity: 1)
    memory.initialize(
      to: tower_cursor(
        base: sqlite3_vtab_cursor(), scan: Unmanaged.passRetained(scan).toOpaque()))
    cursor.pointee = UnsafeMutableRawPointer(memory)
      .assumingMemoryBound(to: sqlite3_vtab_cursor.self)
    return SQLITE_OK
  }

  private static let close: @convention(c) (Cursor?) -> Int32 = { cursor in
    guard
      let memory = UnsafeMutableRawPointer(cursor)?
        .assumingMemoryBound(to: tower_cursor.self)
    else { return SQLITE_OK }
    Unmanaged<TableFunctionScan>.fromOpaque(memory.pointee.scan).release()
    memory.deallocate()
    return SQLITE_OK
  }

  private static let filter:
    @convention(c) (
      Cursor?, Int32, UnsafePointer<CChar>?, Int32, UnsafeMutablePointer<OpaquePointer?>?
    ) -> Int32 = { cursor, mask, searches, count, pointers in
      guard let registered = registered(cursor?.pointee.pVtab) else { return SQLITE_ERROR }
      var given = values(count, pointers).makeIterator()
      let arguments = registered.function.arguments.indices.map { argument in
        mask & 1 << Int32(argument) == 0 ? nil : given.next()
      }
      let read = TableFunctionPlan.Search.read(searches.map { String(cString: $0) } ?? "")
      let constraints = read.map { column, relation in
        TableFunction.Constraint(
          column: registered.function.columns[column].name, relation: relation,
          value: given.next() ?? .null)
      }
      return attempt(cursor) { try scan(cursor)?.start(arguments, constraints) }
    }

  private static let next: @convention(c) (Cursor?) -> Int32 = { cursor in
    attempt(cursor) { try scan(cursor)?.advance() }
  }

  // No error of the program may cross SQLite: its text becomes the message of the statement.
  private static func attempt(_ cursor: Cursor?, _ body: () throws -> Void) -> Int32 {
    do {
      try body()
      return SQLITE_OK
    } catch {
      guard let table = cursor?.pointee.pVtab, let registered = registered(table) else {
        return SQLITE_ERROR
      }
      sqlite3_free(table.pointee.zErrMsg)
      table.pointee.zErrMsg = tower_copy_text("\(registered.function.name): \(error)")
      return (error as? StoreError)?.code ?? SQLITE_ERROR
    }
  }

  private static func registered(_ table: Table?) -> RegisteredTableFunction? {
    guard let memory = UnsafeMutableRawPointer(table)?.assumingMemoryBound(to: tower_table.self)
    else { return nil }
    return Unmanaged<RegisteredTableFunction>.fromOpaque(memory.pointee.function)
      .takeUnretainedValue()
  }

  private static func scan(_ cursor: Cursor?) -> TableFunctionScan? {
    guard let memory = UnsafeMutableRawPointer(cursor)?.assumingMemoryBound(to: tower_cursor.self)
    else { return nil }
    return Unmanaged<TableFunctionScan>.fromOpaque(memory.pointee.scan).takeUnretainedValue()
  }
}
