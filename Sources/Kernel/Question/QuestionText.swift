internal import Glibc

/// The text of a question that stands in a file or comes from the standard input.
enum QuestionText {
  static func fromFile(_ path: String) throws -> String {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw TowerError(.failed, "cannot read \(path): \(String(cString: strerror(errno)))")
    }
    defer { close(descriptor) }
    return try read(descriptor, named: path)
  }

  static func fromStandardInput() throws -> String {
    try read(STDIN_FILENO, named: "the standard input")
  }

  private static func read(_ descriptor: Int32, named name: String) throws -> String {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count == 0 { break }
      guard count > 0 else {
        if errno == EINTR { continue }
        throw TowerError(.failed, "cannot read \(name): \(String(cString: strerror(errno)))")
      }
      bytes += chunk[..<count]
      // SQLite takes no longer statement; a wrong file should not fill the memory first.
      guard bytes.count <= 1 << 20 else {
        throw TowerError(.failed, "\(name) holds more than the 1 MiB of a question")
      }
    }
    guard !bytes.contains(0), let text = String(validating: bytes, as: UTF8.self) else {
      throw TowerError(.failed, "\(name) is not text in UTF-8")
    }
    return text
  }
}
