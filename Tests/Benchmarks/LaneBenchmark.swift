internal import Glibc
internal import Store

/// Durable commits of one process among several on one store: through the lane, or with SQLite's own
/// busy timeout.
enum LaneBenchmark {
  /// Commits so often and prints the busy errors, the worst wait in seconds and the commits.
  static func run(_ kind: String, path: String, commits: Int) throws {
    let store = Store(path: path)
    _ = try store.prepare(
      [
        MigrationHistory(
          module: "lane",
          migrations: [
            Migration(
              number: 1, name: "lane",
              sql:
                "CREATE TABLE lane (process INTEGER, number INTEGER, PRIMARY KEY (process, number)) STRICT;"
            )
          ])
      ], at: "2026-01-01T00:00:00Z")
    let process = Value.integer(Int64(getpid()))
    var worst = 0.0
    var errors = 0
    let connection = kind == "busy" ? try Connection(path: path, mode: .readWrite) : nil
    for number in 0..<commits {
      let row: [Value] = [process, .integer(Int64(number))]
      let start = ContinuousClock.now
      do {
        if let connection {
          try connection.executeScript("BEGIN IMMEDIATE")
          try connection.execute("INSERT INTO lane VALUES (?, ?)", row)
          try connection.executeScript("COMMIT")
        } else {
          try store.write { try $0.execute("INSERT INTO lane VALUES (?, ?)", row) }
        }
      } catch {
        errors += 1
        try? connection?.executeScript("ROLLBACK")
      }
      let wait = start.duration(to: .now)
      worst = max(
        worst, Double(wait.components.seconds) + Double(wait.components.attoseconds) / 1e18)
    }
    print("errors \(errors) worst \(worst) commits \(commits - errors)")
  }
}
