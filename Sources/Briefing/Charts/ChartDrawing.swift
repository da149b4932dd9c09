internal import Glibc
internal import Kernel

/// Draws charts by gnuplot, a program of its own: its SVG has text that can be read and searched.
enum ChartDrawing {
  /// The SVG of each chart, in their order; nil where gnuplot is not installed.
  ///
  /// - Throws: `TowerError` when gnuplot stops with an error.
  static func draw(_ charts: [BarChart]) throws -> [String]? {
    guard !charts.isEmpty else { return [] }
    let folder = try ScratchDirectory()
    let script = folder.path + "/charts.gp"
    try WrittenFile.write(ChartScript.script(charts, folder: folder.path), to: script)
    guard try run("gnuplot", [script], messages: folder.path + "/messages") else { return nil }
    return try charts.indices.map { index in
      try WrittenFile.read("\(folder.path)/\(index).svg")
    }
  }

  /// Runs a program to its end; false when there is none of that name.
  private static func run(_ program: String, _ arguments: [String], messages: String) throws
    -> Bool
  {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor in [STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_addopen(
        &actions, descriptor, messages, O_WRONLY | O_CREAT | O_APPEND, 0o600)
    }
    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var process = pid_t()
    let code = posix_spawnp(&process, program, &actions, nil, &words, environ)
    guard code != ENOENT else { return false }
    guard code == 0 else {
      throw TowerError(.failed, "\(program) cannot be started: \(String(cString: strerror(code)))")
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    // 127 is what a shell, and posix_spawn where it forks first, gives for a missing program.
    if status >> 8 & 0xFF == 127 { return false }
    guard status == 0 else {
      let said = (try? WrittenFile.read(messages)) ?? ""
      throw TowerError(.failed, "\(program) stopped with an error: \(said)")
    }
    return true
  }
}

/// A folder for files that nobody keeps, removed with what is in it.
private final class ScratchDirectory {
  let path: String

  init() throws {
    var template = Array("/tmp/tower-charts-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw TowerError(.failed, "no scratch folder: \(String(cString: strerror(errno)))")
    }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    if let folder = opendir(path) {
      while let entry = readdir(folder) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
          pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name != "." && name != ".." { unlink(path + "/" + name) }
      }
      closedir(folder)
    }
    rmdir(path)
  }
}
