import Glibc
import Store

/// Writes pairs of rows to a store, one transaction each, and acknowledges every pair on its output
/// after the commit: tests run several of these at once, and kill them.
///
/// Usage: `store-probe STORE WRITER COUNT`, over a table `pair (writer, number, half)`.
@main
enum StoreProbe {
  static func main() throws {
    let words = CommandLine.arguments
    guard words.count == 4, let count = Int(words[3]) else { exit(2) }
    let store = Store(path: words[1])
    for number in 0..<count {
      try store.write { connection in
        for half: Value in ["left", "right"] {
          try connection.execute(
            "INSERT INTO pair (writer, number, half) VALUES (?, ?, ?)",
            [.text(words[2]), Value(number), half])
        }
      }
      let line = Array("\(number)\n".utf8)
      guard Glibc.write(1, line, line.count) == line.count else { exit(3) }
    }
  }
}
