internal import Glibc

/// The bytes of a file in chunks, decompressed when it is gzip or zip, hashed as they are on disk.
///
/// A zip archive gives its members one after the other; any other file is a single one. Memory stays
/// bounded whatever the size of the file.
public final class ByteStream {
  private enum Packing {
    case unknown
    case none
    case gzip(Inflater)
    case zip(ZipReader)
  }

  /// The size of the file in bytes.
  public let size: Int64
  /// How many bytes of the file were read.
  public private(set) var position: Int64 = 0
  private let path: String
  private let descriptor: Int32
  private let file: ReadAhead
  private var packing = Packing.unknown
  /// What was read last, and how much of it was given.
  private var piece: [UInt8] = []
  private var given = 0
  private var events: ArraySlice<ZipReader.Event> = []
  private var hasBegun = false
  private var isInsideMember = false
  private var isAtEnd = false

  /// Opens a file.
  ///
  /// - Throws: `TowerError` when it cannot be read.
  public init(path: String) throws {
    self.path = path
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw TowerError(.failed, "cannot read \(path): \(String(cString: strerror(errno)))")
    }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw TowerError(.failed, "\(path) is not a regular file")
    }
    size = Int64(status.st_size)
    file = ReadAhead(descriptor: descriptor, size: size)
  }

  deinit {
    file.stop()
    close(descriptor)
  }

  /// Whether the file is a zip archive.
  ///
  /// - Throws: `TowerError` when it cannot be read.
  public func isArchive() throws -> Bool {
    try tellPacking()
    return if case .zip = packing { true } else { false }
  }

  /// Goes to the next member of an archive.
  ///
  /// - Returns: its name; nil when there is none, or the file is no archive.
  /// - Throws: `TowerError` for a file that cannot be read, is damaged or was cut off.
  public func nextMember() throws -> String? {
    guard try isArchive() else { return nil }
    hasBegun = true
    while let event = try nextEvent() {
      guard case .begins(let name) = event else { continue }
      isInsideMember = true
      return name
    }
    return nil
  }

  /// The next bytes of the content, or nil at its end; of an archive the content of the member that it
  /// stands on, which is the first until it was told to go on.
  ///
  /// - Throws: as `nextMember`.
  public func next() throws -> [UInt8]? {
    guard try isArchive() else { return try nextContent() }
    if !hasBegun { _ = try nextMember() }
    guard isInsideMember, case .content(let bytes)? = try nextEvent() else {
      isInsideMember = false
      return nil
    }
    return bytes
  }

  /// The SHA-256 of a file's bytes, as 64 hexadecimal digits.
  ///
  /// - Throws: `TowerError` when the file cannot be read.
  public static func sha256(path: String) throws -> String {
    try ByteStream(path: path).sha256()
  }

  /// The SHA-256 of all bytes of this file, those already given among them; nothing is left to read.
  func sha256() throws -> String {
    let sha256 = file.sha256()
    try refuseShortfall(file.hashed)
    return sha256
  }

  private func tellPacking() throws {
    guard case .unknown = packing else { return }
    piece = file.next()
    if piece.starts(with: [0x1F, 0x8B]) {
      packing = .gzip(try Inflater(path: path))
    } else if piece.starts(with: [0x50, 0x4B, 3, 4]) || piece.starts(with: [0x50, 0x4B, 5, 6]) {
      packing = .zip(ZipReader(path: path))
    } else {
      packing = .none
    }
  }

  private func nextContent() throws -> [UInt8]? {
    while !isAtEnd {
      let raw = try nextRaw()
      guard case .gzip(let inflater) = packing else { return isAtEnd ? nil : raw }
      if isAtEnd {
        try inflater.finish()
      } else {
        let content = try inflater.inflate(raw)
        if !content.isEmpty { return content }
      }
    }
    return nil
  }

  private func nextEvent() throws -> ZipReader.Event? {
    guard case .zip(let archive) = packing else { return nil }
    while events.isEmpty, !isAtEnd {
      let raw = try nextRaw()
      if isAtEnd { try archive.finish() } else { events = try archive.take(raw)[...] }
    }
    return events.popFirst()
  }

  private func nextRaw() throws -> [UInt8] {
    if given == piece.count {
      piece = []
      piece = file.next()
      given = 0
    }
    isAtEnd = piece.isEmpty
    if isAtEnd { try refuseShortfall(position) }
    // Deflate packs up to a thousand bytes into one (zlib.net, "Technical Details"): little input at
    // a time keeps what comes out of it small.
    let end = if case .none = packing { piece.count } else { min(given + (1 << 14), piece.count) }
    position += Int64(end - given)
    defer { given = end }
    return end - given == piece.count ? piece : Array(piece[given..<end])
  }

  /// Refuses a file of which less came than it had when it was opened.
  private func refuseShortfall(_ count: Int64) throws {
    guard count < size else { return }
    throw TowerError(.failed, "\(path) ended after \(count) of \(size) bytes")
  }
}
