import Glibc
import Store
import Synchronization
import TestSupport
import Testing

@Suite("Backup and restore")
struct BackupTests {
  private let folder = ScratchFolder()

  @Test("bring back the state of the backup, and never overwrite a file")
  func roundTrip() throws {
    let store = try folder.store()
    try store.write { try $0.execute("INSERT INTO note (body) VALUES ('kept')") }
    let copy = folder.file("copy.db")
    try store.backup(to: copy)
    try store.write { try $0.execute("DELETE FROM note") }
    #expect(throws: StoreRefusal.exists(path: copy)) { try store.backup(to: copy) }
    try store.restore(from: copy)
    let bodies = try store.read { try $0.rows("SELECT body FROM note") }
    #expect(bodies == [["kept"]])
    #expect(try store.integrityProblems().isEmpty)
    #expect(try store.openForReading().first("PRAGMA journal_mode") == ["wal"])
  }

  @Test("the backup is one file; nothing else is left beside it")
  func oneFile() throws {
    let store = try folder.store()
    let target = ScratchFolder()
    try store.backup(to: target.file("copy.db"))
    #expect(target.names == ["copy.db"])
  }

  @Test("a backup taken while others write is sound and holds only whole transactions")
  func duringWrites() throws {
    let path = try folder.store(pairTable).path
    let isDone = Atomic(false)
    let copies = (0..<5).map { folder.file("copy-\($0).db") }
    let errors = onThreads(3) { thread in
      guard thread > 0 else {
        defer { isDone.store(true, ordering: .relaxed) }
        for copy in copies { try Store(path: path).backup(to: copy) }
        return
      }
      var number = 0
      while !isDone.load(ordering: .relaxed) {
        try Store(path: path).write { connection in
          for half: Value in ["left", "right"] {
            try connection.execute(
              "INSERT INTO pair VALUES (?, ?, ?)", [Value(thread), Value(number), half])
          }
        }
        number += 1
      }
    }
    #expect(errors.isEmpty)
    for copy in copies {
      #expect(try Store(path: copy).integrityProblems().isEmpty)
      #expect(try (Store(path: copy).count("pair") ?? 1) % 2 == 0)
    }
    try Store(path: path).restore(from: copies[0])
    #expect(try Store(path: path).count("pair") == Store(path: copies[0]).count("pair"))
  }

  @Test("tells its progress, up to the last page")
  func progress() throws {
    let store = try folder.store("CREATE TABLE large (bytes BLOB) STRICT;")
    try store.write { try $0.execute("INSERT INTO large VALUES (zeroblob(10000000))") }
    var told: [Int] = []
    var total = 0
    try store.backup(to: folder.file("copy.db")) { copied, pages in
      told.append(copied)
      total = pages
    }
    #expect(told.count > 1)
    #expect(told == told.sorted())
    #expect(told.last == total)
  }

  @Test("a reader keeps the old content until its end, while the store is restored")
  func restoreUnderReader() throws {
    let store = try folder.store()
    let copy = folder.file("copy.db")
    try store.backup(to: copy)
    try store.write { try $0.execute("INSERT INTO note (body) VALUES ('old')") }
    try store.read { connection in
      #expect(try connection.first("SELECT body FROM note") == ["old"])
      try store.restore(from: copy)
      #expect(try connection.first("SELECT body FROM note") == ["old"])
    }
    #expect(try store.count("note") == 0)
  }

  @Test("make a new store where there is none")
  func restoreElsewhere() throws {
    let store = try folder.store()
    try store.write { try $0.execute("INSERT INTO note (body) VALUES ('kept')") }
    try store.backup(to: folder.file("copy.db"))
    let other = Store(path: folder.file("other.db"))
    try other.restore(from: folder.file("copy.db"))
    #expect(try other.count("note") == 1)
    try other.write { try $0.execute("INSERT INTO note (body) VALUES ('new')") }
  }

  @Test("refuse a backup that is not a store, or is damaged, and leave the store as it is")
  func refusedBackup() throws {
    let store = try folder.store()
    let letter = folder.write("letter", "Dear store, this is not a database at all.")
    #expect(throws: StoreRefusal.notAStore(path: letter)) { try store.restore(from: letter) }
    let damaged = folder.file("damaged.db")
    try store.write { connection in
      for number in 0..<2000 {
        try connection.execute("INSERT INTO note (body) VALUES (?)", [.text("note \(number)")])
      }
    }
    try store.backup(to: damaged)
    overwrite(damaged, from: 8192, count: 4096)
    #expect(throws: StoreRefusal.self) { try store.restore(from: damaged) }
    #expect(try store.count("note") == 2000)
    #expect(try !Store(path: damaged).integrityProblems().isEmpty)
  }

  @Test("refuse to write over a file that is no store")
  func refusedTarget() throws {
    let store = try folder.store()
    try store.backup(to: folder.file("copy.db"))
    let path = folder.file("foreign.db")
    try Connection(path: path, mode: .create).executeScript("CREATE TABLE precious (x)")
    #expect(throws: StoreRefusal.notAStore(path: path)) {
      try Store(path: path).restore(from: folder.file("copy.db"))
    }
  }

  private func overwrite(_ path: String, from offset: Int, count: Int) {
    let descriptor = open(path, O_WRONLY)
    let noise = [UInt8](repeating: 0xA5, count: count)
    pwrite(descriptor, noise, count, offset)
    close(descriptor)
  }
}

extension ScratchFolder {
  /// The names of the files in the folder, sorted.
  fileprivate var names: [String] {
    guard let handle = opendir(path) else { return [] }
    defer { closedir(handle) }
    var names: [String] = []
    while let entry = readdir(handle) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }
}
