import Store
import TestSupport
import Testing

@Suite("The writer lane")
struct WriterLaneTests {
  private let folder = ScratchFolder()

  @Test("eight threads, each with its own store, lose nothing and meet no busy error")
  func threads() throws {
    let path = try folder.store().path
    let errors = onThreads(8) { writer in
      for number in 0..<25 {
        try Store(path: path).write {
          try $0.execute("INSERT INTO note (body) VALUES (?)", [.text("\(writer)-\(number)")])
        }
      }
    }
    #expect(errors.isEmpty)
    #expect(try Store(path: path).count("note") == 200)
  }

  @Test("a store that cannot be written is told with its path and the reason")
  func unwritable() {
    let path = "/proc/none.db"
    #expect(throws: StoreRefusal.unwritable(path: path, reason: "No such file or directory")) {
      try Store(path: path).prepare(tables(noteTable), at: "t")
    }
  }

  @Test("eight threads that make the store at once make one")
  func creation() throws {
    let path = folder.file("new.db")
    let errors = onThreads(8) { _ in
      try Store(path: path).prepare(tables(noteTable), at: "t")
    }
    #expect(errors.isEmpty)
    #expect(try Store(path: path).count("tower_migration") == 1)
  }

  @Test("eight processes at once lose nothing", .enabled(if: ProbeProcess.isBuilt))
  func processes() throws {
    let store = try folder.store(pairTable)
    let probes = try (0..<8).map { number in
      try #require(ProbeProcess(store: store.path, writer: "\(number)", count: 25))
    }
    for probe in probes {
      #expect(probe.wait() == 0)
      #expect(probe.acknowledged == 25)
    }
    #expect(try store.count("pair") == 8 * 25 * 2)
  }

  @Test("a writer that waits gets its turn among busy ones", .enabled(if: ProbeProcess.isBuilt))
  func fairness() throws {
    let store = try folder.store(pairTable)
    let busy = try (0..<4).map { number in
      try #require(ProbeProcess(store: store.path, writer: "\(number)", count: 100_000))
    }
    let single = try #require(ProbeProcess(store: store.path, writer: "single", count: 20))
    #expect(single.wait() == 0)
    for probe in busy { probe.kill(afterAcknowledging: 1) }
    for probe in busy { #expect(probe.wait() == -9) }
  }

  @Test(
    "a writer killed at any moment leaves each transaction whole or not at all, and the lane free",
    .enabled(if: ProbeProcess.isBuilt))
  func killed() throws {
    let store = try folder.store(pairTable)
    for attempt in 0..<10 {
      let writer = "\(attempt)"
      let probe = try #require(ProbeProcess(store: store.path, writer: writer, count: 100_000))
      probe.kill(afterAcknowledging: 3 + attempt)
      #expect(probe.wait() == -9)
      let counts = try store.read { connection in
        try connection.first(
          """
          SELECT count(DISTINCT number), count(*), max(number) FROM pair WHERE writer = ?
          """, [.text(writer)])
      }
      let pairs = try #require(counts?[0].integer)
      // The last commit may have come before its acknowledgement.
      #expect([probe.acknowledged, probe.acknowledged + 1].contains(Int(pairs)))
      #expect(counts == [.integer(pairs), .integer(2 * pairs), .integer(pairs - 1)])
      try store.write {
        try $0.execute("INSERT INTO pair VALUES ('test', ?, '')", [Value(attempt)])
      }
    }
    #expect(try store.integrityProblems().isEmpty)
  }
}
