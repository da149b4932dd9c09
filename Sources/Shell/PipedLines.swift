internal import Glibc
internal import Kernel

/// The lines of a pipe or of a file, without prompts.
final class PipedLines: LineSource {
  private let descriptor: Int32
  private var waiting: [UInt8] = []
  private var start = 0
  private var isAtEnd = false

  /// Reads from an open file.
  init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// Nobody types the lines.
  var isInteractive: Bool { false }

  /// The next line; the last one may lack its line feed.
  func next(prompt: String, completer: Completer, earlier: String) throws -> LineReading {
    var searched = start
    while true {
      if let end = waiting[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        defer { start = end + 1 }
        return .line(try PipedLines.text(waiting[start..<end]))
      }
      if isAtEnd {
        defer { start = waiting.count }
        return start == waiting.count ? .end : .line(try PipedLines.text(waiting[start...]))
      }
      waiting.removeFirst(start)
      start = 0
      searched = waiting.count
      try fill()
    }
  }

  /// Keeps nothing.
  func remember(_ entry: String) {}

  private func fill() throws {
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(descriptor, &chunk, chunk.count)
    guard count >= 0 || errno == EINTR else {
      throw TowerError(.failed, "cannot read the input: \(String(cString: strerror(errno)))")
    }
    if count > 0 { waiting += chunk[..<count] }
    isAtEnd = count == 0
  }

  // Bytes that are no text would be changed without a word, and a zero byte would end a statement.
  private static func text(_ bytes: ArraySlice<UInt8>) throws -> String {
    let line = bytes.last == UInt8(ascii: "\r") ? bytes.dropLast() : bytes
    guard !line.contains(0), let text = String(validating: line, as: UTF8.self) else {
      throw TowerError(.failed, "the line is not text in UTF-8")
    }
    return text
  }
}
