internal import Glibc
internal import Kernel

/// The digest of what stands at a path.
enum PathDigest {
  /// The SHA-256 of a file, or of the names and digests of all that a folder holds; empty when there
  /// is nothing that can be read.
  static func of(_ path: String) -> String {
    var status = stat()
    guard stat(path, &status) == 0 else { return "" }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      return (try? ByteStream.sha256(path: path)) ?? ""
    }
    return Digest.of(
      names(in: path).map { "\($0)\u{0}\(of(path + "/" + $0))\n" }.joined())
  }

  private static func names(in folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }
}
