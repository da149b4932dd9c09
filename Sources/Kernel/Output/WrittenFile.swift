internal import Glibc

/// Files, written whole or not at all.
public enum WrittenFile {
  /// Writes a file unless it holds these bytes already; says whether it wrote.
  ///
  /// - Throws: `TowerError` when it cannot be written; a file that was there stays as it was.
  @discardableResult
  public static func write(_ text: String, to path: String) throws -> Bool {
    if (try? read(path)) == text { return false }
    let bytes = Array(text.utf8)
    let unfinished = path + ".unfinished"
    let descriptor = open(unfinished, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o640)
    guard descriptor >= 0 else { throw failure("write", unfinished) }
    defer { close(descriptor) }
    var offset = 0
    while offset < bytes.count {
      let written = bytes.withUnsafeBytes { buffer in
        Glibc.write(descriptor, buffer.baseAddress.map { $0 + offset }, bytes.count - offset)
      }
      guard written > 0 || errno == EINTR else {
        let error = failure("write", unfinished)
        unlink(unfinished)
        throw error
      }
      offset += max(0, written)
    }
    guard fsync(descriptor) == 0, rename(unfinished, path) == 0 else {
      throw failure("write", path)
    }
    return true
  }

  /// The text of a file.
  public static func read(_ path: String) throws -> String {
    let stream = try ByteStream(path: path)
    var bytes: [UInt8] = []
    while let chunk = try stream.next() { bytes += chunk }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Makes a folder with the folders above it.
  public static func makeFolder(_ path: String) throws {
    var folder = ""
    for part in path.split(separator: "/", omittingEmptySubsequences: false) {
      folder += folder.isEmpty && !part.isEmpty ? String(part) : "/" + part
      guard !part.isEmpty, access(folder, F_OK) != 0 else { continue }
      guard mkdir(folder, 0o750) == 0 || errno == EEXIST else { throw failure("make", folder) }
    }
  }

  private static func failure(_ act: String, _ path: String) -> TowerError {
    TowerError(.failed, "cannot \(act) \(path): \(String(cString: strerror(errno)))")
  }
}
