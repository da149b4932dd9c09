internal import Glibc

/// The file that keeps what was typed: one for each person and deployment, closed to everyone else.
///
/// It stands in the person's own folder of states (XDG Base Directory Specification 0.8), not beside
/// the store: several people may share a store, and none needs to read what another typed. Each
/// entry is a line, with `\n` and `\\` for a line feed and a backslash in it, and is written as soon
/// as it is made, so that sessions side by side lose nothing to each other.
struct HistoryFile: Equatable {
  /// Its path.
  let path: String

  /// `$XDG_STATE_HOME/tower/AGENCY.history`, with `~/.local/state` where the variable is not set;
  /// nil when there is no home either.
  init?(agency: String, environment: [String: String]) {
    let state = environment["XDG_STATE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    let home = environment["HOME"].flatMap { $0.hasPrefix("/") ? $0 + "/.local/state" : nil }
    guard let folder = state ?? home else { return nil }
    path = "\(folder)/tower/\(agency.replacing("/", with: "_")).history"
  }

  /// The newest entries, the oldest of them first; none when there is no file yet.
  ///
  /// A file that has grown to twice the limit is cut to it.
  func entries(limit: Int) -> [String] {
    guard let bytes = read() else { return [] }
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
    let newest = Array(lines.suffix(limit))
    if lines.count > 2 * limit { replace(newest) }
    return newest.map { HistoryFile.entry(String(decoding: $0, as: UTF8.self)) }
  }

  /// Writes an entry behind the others; what cannot be written is known to the session alone.
  func append(_ entry: String) {
    makeFolders()
    let descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    // A file of before may be open to others.
    fchmod(descriptor, 0o600)
    HistoryFile.write(Array((HistoryFile.line(entry) + "\n").utf8), to: descriptor)
  }

  // MARK: Lines

  static func line(_ entry: String) -> String {
    entry.replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
  }

  static func entry(_ line: String) -> String {
    var entry = ""
    var isEscaped = false
    for character in line {
      if isEscaped {
        entry.append(character == "n" ? "\n" : character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        entry.append(character)
      }
    }
    return entry
  }

  // MARK: The file

  private func read() -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = Glibc.read(descriptor, &chunk, chunk.count), count > 0 {
      bytes += chunk[..<count]
    }
    return bytes
  }

  private func replace(_ lines: [ArraySlice<UInt8>]) {
    var name = Array((path + "-XXXXXX").utf8CString)
    // Made with mode 0600.
    let descriptor = mkstemp(&name)
    guard descriptor >= 0 else { return }
    let isWhole = HistoryFile.write(lines.flatMap { $0 + [UInt8(ascii: "\n")] }, to: descriptor)
    close(descriptor)
    if !isWhole || rename(name, path) != 0 { unlink(name) }
  }

  private func makeFolders() {
    var folder = ""
    for part in path.split(separator: "/").dropLast() {
      folder += "/" + part
      mkdir(folder, 0o700)
    }
  }

  @discardableResult
  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    Glibc.write(descriptor, bytes, bytes.count) == bytes.count
  }
}
