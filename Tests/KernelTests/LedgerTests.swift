import Kernel
import Store
import TestSupport
import Testing
import Vocabulary

@Suite("The ledger")
struct LedgerTests {
  private let folder = ScratchFolder()

  private func makeTower() throws -> Tower {
    let tower = Tower(
      deployment: try .defaults(modules: [KernelModule.identity]),
      registry: try Registry([KernelModule.self]),
      clock: .fixed(try Instant("2026-11-24T00:00:00Z")), storePath: folder.file("tower.db"))
    try tower.write { connection in
      for number in 1...5 {
        try Ledger.append(
          kind: "decision", subject: "level:\(number)", body: .object(["n": .integer(1)]),
          actor: "nso", at: tower.clock.now, to: connection)
      }
    }
    return tower
  }

  // What an owner of the file could do: the triggers hold only those who respect them.
  private func tamper(_ tower: Tower, _ sql: String) throws -> Ledger.Verification {
    try tower.write { connection in
      try connection.execute("DROP TRIGGER tower_ledger_no_update")
      try connection.execute("DROP TRIGGER tower_ledger_no_delete")
      try connection.execute(sql)
    }
    return try tower.read { try Ledger.verify($0) }
  }

  @Test("is intact after it was written, and its head is the hash of the last entry")
  func intact() throws {
    let tower = try makeTower()
    let last = try #require(try tower.read { try Ledger.entries($0) }.last)
    let verification = try tower.read { try Ledger.verify($0) }
    #expect(verification == .intact(entries: 6, head: last.hash))
  }

  @Test("refuses to change or remove an entry")
  func appendOnly() throws {
    let tower = try makeTower()
    for sql in ["UPDATE tower_ledger SET body = ''", "DELETE FROM tower_ledger"] {
      let error = #expect(throws: StoreError.self) { try tower.write { try $0.execute(sql) } }
      #expect(error?.message == "the ledger is append-only")
    }
  }

  @Test(
    "names the first broken entry",
    arguments: [
      ("UPDATE tower_ledger SET body = '{}' WHERE number = 3", 3),
      ("UPDATE tower_ledger SET actor = 'moef' WHERE number = 1", 1),
      ("UPDATE tower_ledger SET at = '2020-01-01T00:00:00Z' WHERE number = 5", 5),
      ("DELETE FROM tower_ledger WHERE number = 2", 2),
      ("UPDATE tower_ledger SET hash = 'x' WHERE number = 4", 4),
      ("DELETE FROM tower_ledger WHERE number > 4", 5),
      ("DELETE FROM tower_ledger", 1),
    ])
  func broken(sql: String, number: Int64) throws {
    let verification = try tamper(makeTower(), sql)
    guard case .broken(number, _) = verification else {
      Issue.record("entry \(number) should be broken: \(verification)")
      return
    }
  }

  @Test("that was emptied stays broken when entries are added")
  func emptied() throws {
    let tower = try makeTower()
    _ = try tamper(tower, "DELETE FROM tower_ledger")
    try tower.write { connection in
      try Ledger.append(
        kind: "decision", subject: "level:1", body: .object([]), actor: "nso", at: tower.clock.now,
        to: connection)
    }
    guard case .broken(1, _) = try tower.read({ try Ledger.verify($0) }) else {
      Issue.record("the ledger lost its entries and reads as whole")
      return
    }
  }
}
