internal import Store
internal import Vocabulary

/// Commands about the store file.
enum StoreCommands {
  static let all = [initialize, check, backup, restore]

  private static let initialize: Command = Command(
    "store init", summary: "Makes the store, or brings an older one up to date.",
    columns: [
      Column("store", .text, doc: "The path of the store."),
      Column("migrations", .text, doc: "The migrations that were applied now."),
    ],
    effect: .none, alwaysRuns: true, examples: ["store init"]
  ) { invocation in
    let applied = try invocation.tower.prepareStore()
    return CommandResult(
      columns: initialize.columns,
      rows: [[.text(invocation.tower.store.path), .text(applied.joined(separator: ", "))]])
  }

  private static let check: Command = Command(
    "store check",
    summary: "Checks pages, foreign keys, migrations, tables and the ledger of the store.",
    columns: [
      Column("check", .text, doc: "What was checked."),
      Column("problem", .text, doc: "What is wrong; null when nothing is."),
    ],
    alwaysRuns: true, examples: ["store check"]
  ) { invocation in
    let tower = invocation.tower
    let pages = try tower.store.integrityProblems()
    var rows: [[Value]] = pages.map { [.text("pages and keys"), .text($0)] }
    if pages.isEmpty { rows.append([.text("pages and keys"), .null]) }
    try tower.store.verify(tower.histories)
    rows.append([.text("migrations"), .null])
    let layout = try tower.store.layoutProblems(tower.histories)
    rows += layout.map { [.text("tables"), .text($0)] }
    if layout.isEmpty { rows.append([.text("tables"), .null]) }
    for check in tower.registry.entries.flatMap(\.descriptor.storeChecks) {
      let problems = try tower.read(check.problems)
      rows += problems.map { [.text(check.name), .text($0)] }
      if problems.isEmpty { rows.append([.text(check.name), .null]) }
    }
    rows.append([.text("ledger"), try ledgerProblem(tower)])
    var result = CommandResult(columns: check.columns, rows: rows)
    if rows.contains(where: { !$0[1].isNull }) { result.status = .integrity }
    return result
  }

  private static func ledgerProblem(_ tower: Tower) throws -> Value {
    do {
      guard case .broken(let number, let reason) = try tower.read({ try Ledger.verify($0) })
      else { return .null }
      return .text("entry \(number): \(reason)")
    } catch let error as StoreError where !error.isInterrupted {
      return .text("it cannot be read: \(error.message)")
    }
  }

  private static let backup: Command = Command(
    "store backup", summary: "Copies the store to a file, while it is in use.",
    parameters: [.positional("file", .path, doc: "The copy; it must not be there yet.")],
    columns: [
      Column("file", .text, doc: "The copy."), Column("sha256", .text, doc: "Its SHA-256."),
    ],
    alwaysRuns: true, examples: ["store backup var/tower-backup.db"]
  ) { invocation in
    let tower = invocation.tower
    let target = invocation.arguments.text("file")
    // The entry comes first, so that the copy holds the record of its own making.
    try tower.write { connection in
      try Ledger.append(
        kind: "export", subject: "store", body: .object(["backup": .text(target)]),
        actor: tower.deployment.agency.identifier, at: tower.clock.now, to: connection)
    }
    try tower.store.backup(to: target)
    return CommandResult(
      columns: backup.columns, rows: [[.text(target), .text(try ByteStream.sha256(path: target))]])
  }

  private static let restore: Command = Command(
    "store restore", summary: "Replaces the content of the store by that of a backup.",
    parameters: [
      .positional("file", .existingFile, doc: "The backup."),
      Parameter("replace", .flag, doc: "Confirm that the present content is lost."),
    ],
    columns: [Column("store", .text, doc: "The store, now with the content of the backup.")],
    effect: .none, alwaysRuns: true, examples: ["store restore var/tower-backup.db --replace"]
  ) { invocation in
    let tower = invocation.tower
    let file = invocation.arguments.text("file")
    guard !tower.store.exists || invocation.arguments.flag("replace") else {
      throw TowerError(
        .usage, "\(tower.store.path) would lose its present content",
        hints: ["add --replace to confirm"])
    }
    try Store(path: file).verify(tower.histories)
    try tower.prepareStore()
    try tower.store.restore(from: file)
    try tower.write { connection in
      try Ledger.append(
        kind: "import", subject: "store", body: .object(["restored_from": .text(file)]),
        actor: tower.deployment.agency.identifier, at: tower.clock.now, to: connection)
    }
    return CommandResult(columns: restore.columns, rows: [[.text(tower.store.path)]])
  }
}
