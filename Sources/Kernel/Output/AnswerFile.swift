internal import Glibc

/// A file that an answer is written to: it takes its name once the answer is whole, so that an answer
/// that breaks off leaves what was there before.
struct AnswerFile: ~Copyable {
  private let path: String
  /// Where the answer is written until it is whole, in the same folder.
  let partialPath: String
  private let descriptor: Int32
  private var isKept = false

  /// Makes the file.
  ///
  /// - Throws: `TowerError` where it cannot be made.
  init(_ path: String) throws {
    let place = AnswerFile.place(of: path)
    self.path = place.path
    partialPath = place.isPlain ? "\(place.path).partial-\(getpid())" : place.path
    descriptor = open(partialPath, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o660)
    guard descriptor >= 0 else { throw AnswerFile.fault(path, errno) }
  }

  /// Where a path leads, and whether a plain file is or can be there.
  ///
  /// What is no plain file, such as a device or a pipe, is written to as it is, and never replaced.
  private static func place(of path: String) -> (path: String, isPlain: Bool) {
    // These lead to what is open already, under other names.
    if path.hasPrefix("/dev/") || path.hasPrefix("/proc/") { return (path, false) }
    guard let real = realpath(path, nil) else { return (path, true) }
    defer { free(real) }
    var status = stat()
    let isPlain = stat(real, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    return (String(cString: real), isPlain)
  }

  deinit {
    close(descriptor)
    if !isKept, partialPath != path { unlink(partialPath) }
  }

  /// Writes bytes.
  static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32, _ path: String) throws {
    let code = Terminal.write(bytes, to: descriptor)
    guard code == 0 else { throw fault(path, code) }
  }

  /// Takes the bytes that are written.
  var target: (UnsafeRawBufferPointer) throws -> Void {
    let (descriptor, path) = (descriptor, path)
    return { try AnswerFile.write($0, to: descriptor, path) }
  }

  /// Gives the file its name.
  mutating func keep() throws {
    guard partialPath != path else { return }
    // The workbook is another file of this name: it is synchronised by the name.
    let written = open(partialPath, O_RDONLY | O_CLOEXEC)
    defer { if written >= 0 { close(written) } }
    guard written >= 0, fsync(written) == 0, rename(partialPath, path) == 0 else {
      throw AnswerFile.fault(path, errno)
    }
    isKept = true
  }

  private static func fault(_ path: String, _ code: Int32) -> TowerError {
    TowerError(.failed, "\(path) could not be written: \(String(cString: strerror(code)))")
  }
}
