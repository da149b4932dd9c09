internal import CSQLite
internal import Glibc

/// The file systems on which the locks and the shared memory of SQLite cannot be trusted
/// (sqlite.org/wal.html, "all processes using a database must be on the same host").
enum NetworkFileSystem {
  /// The network file system that holds a path, or nil for a local one.
  static func kind(holding path: String) -> String? {
    let existing = access(path, F_OK) == 0 ? path : folder(of: path)
    let type = tower_file_system_type(existing)
    if let kind = kinds[type] { return kind }
    guard type == fuse, let resolved = realpath(existing, nil) else { return nil }
    defer { free(resolved) }
    return networkFuse(at: String(cString: resolved), mounts: mounts())
  }

  /// The folder of a path.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The network program behind a FUSE mount, found by the longest mount point that holds the path.
  ///
  /// - Parameters:
  ///   - path: an absolute path without symbolic links.
  ///   - mounts: lines as in `/proc/self/mountinfo` (see proc(5)).
  static func networkFuse(at path: String, mounts: some Sequence<Substring>) -> String? {
    var longest = -1
    var found: String?
    for line in mounts {
      let fields = line.split(separator: " ")
      guard fields.count > 5, let dash = fields.firstIndex(of: "-"), dash + 1 < fields.count
      else { continue }
      let point = fields[4]
      let holds = path == point || point == "/" || path.hasPrefix(point + "/")
      guard holds, point.utf8.count >= longest else { continue }
      longest = point.utf8.count
      found = String(fields[dash + 1])
    }
    guard let found, found.hasPrefix("fuse.") else { return nil }
    let program = String(found.dropFirst("fuse.".count))
    return networkPrograms.contains(program) ? program : nil
  }

  // The magic numbers of statfs(2).
  private static let kinds: [Int: String] = [
    0x6969: "NFS", 0x517B: "SMB", 0xFE53_4D42: "SMB2", 0xFF53_4D42: "CIFS", 0x00C3_6400: "Ceph",
    0x5346_414F: "AFS", 0x6B41_4653: "AFS", 0x7375_7245: "Coda", 0x564C: "NCP",
    0x0BD0_0BD0: "Lustre",
  ]

  private static let fuse = 0x6573_5546

  private static let networkPrograms: Set<String> = [
    "ceph", "ceph-fuse", "curlftpfs", "davfs", "davfs2", "gcsfuse", "glusterfs", "goofys",
    "hdfs", "juicefs", "rclone", "s3fs", "smbnetfs", "sshfs",
  ]

  private static func mounts() -> [Substring] {
    let descriptor = open("/proc/self/mountinfo", O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return [] }
    defer { close(descriptor) }
    var text: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while case let count = Glibc.read(descriptor, &chunk, chunk.count), count > 0 {
      text += chunk[..<count]
    }
    return String(decoding: text, as: UTF8.self).split(separator: "\n")
  }
}
