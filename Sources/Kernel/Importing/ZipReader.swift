internal import CZlib

/// The members of a zip archive (PKWARE APPNOTE 6.3.10), read from its bytes as they arrive.
///
/// Each member is checked against the CRC-32 and the size that the archive gives. The directory at the
/// end is not needed for that; that its end record is there tells that the archive was not cut off.
final class ZipReader {
  /// What the bytes brought, in their order.
  enum Event {
    case begins(name: String)
    case content([UInt8])
    case ends
  }

  private enum State {
    case header
    case content
    case descriptor
    case directory
  }

  private let path: String
  private var state = State.header
  private var waiting: [UInt8] = []
  private var member = ZipMember()
  private var inflater: RawInflater?
  private var hasEndRecord = false

  init(path: String) { self.path = path }

  /// Takes the next bytes of the archive.
  func take(_ bytes: [UInt8]) throws -> [Event] {
    waiting += bytes
    var events: [Event] = []
    while try step(&events) {}
    return events
  }

  /// Says that no more bytes follow.
  ///
  /// - Throws: `TowerError` when the archive is not whole.
  func finish() throws {
    guard state == .directory, hasEndRecord else {
      throw TowerError(.failed, "\(path) was cut off: the zip archive has no end")
    }
  }

  /// Does what the waiting bytes allow; false when more are needed.
  private func step(_ events: inout [Event]) throws -> Bool {
    switch state {
    case .header: return try readHeader(&events)
    case .content: return try readContent(&events)
    case .descriptor: return try readDescriptor(&events)
    case .directory:
      findEndRecord()
      return false
    }
  }

  private func readHeader(_ events: inout [Event]) throws -> Bool {
    guard waiting.count >= 4 else { return false }
    let signature = waiting.number(at: 0, bytes: 4)
    guard signature == 0x0403_4B50 else {
      guard signature == 0x0201_4B50 || signature == 0x0605_4B50 else { throw damaged() }
      state = .directory
      return true
    }
    guard waiting.count >= 30 else { return false }
    let nameLength = waiting.number(at: 26, bytes: 2)
    let length = 30 + nameLength + waiting.number(at: 28, bytes: 2)
    guard waiting.count >= length else { return false }
    member = ZipMember(header: waiting, nameLength: nameLength, length: length)
    guard !member.isEncrypted, member.method == 8 || member.method == 0 && !member.hasDescriptor
    else {
      throw TowerError(
        .failed, "\(path): '\(member.name)' is packed in a way that is not read here",
        hints: ["unpack it and import the files"])
    }
    waiting.removeFirst(length)
    if member.method == 8 { inflater = try RawInflater(path: path) }
    state = .content
    events.append(.begins(name: member.name))
    return true
  }

  private func readContent(_ events: inout [Event]) throws -> Bool {
    if let inflater {
      guard !waiting.isEmpty else { return false }
      let (content, used, isAtEnd) = try inflater.inflate(waiting)
      waiting.removeFirst(used)
      member.took(content, packed: used)
      if !content.isEmpty { events.append(.content(content)) }
      guard isAtEnd else { return false }
    } else if member.packedSize > member.packed {
      guard !waiting.isEmpty else { return false }
      let content = Array(waiting.prefix(member.packedSize - member.packed))
      waiting.removeFirst(content.count)
      member.took(content, packed: content.count)
      events.append(.content(content))
      return true
    }
    inflater = nil
    state = .descriptor
    return true
  }

  /// Reads what stands behind a member whose sizes were not known when its header was written.
  private func readDescriptor(_ events: inout [Event]) throws -> Bool {
    if member.hasDescriptor {
      guard waiting.count >= 4 else { return false }
      let skipped = waiting.number(at: 0, bytes: 4) == 0x0807_4B50 ? 4 : 0
      let width = member.hasWideSizes ? 8 : 4
      guard waiting.count >= skipped + 4 + 2 * width else { return false }
      member.checksum = UInt(waiting.number(at: skipped, bytes: 4))
      member.packedSize = waiting.number(at: skipped + 4, bytes: width)
      member.size = waiting.number(at: skipped + 4 + width, bytes: width)
      waiting.removeFirst(skipped + 4 + 2 * width)
    }
    guard member.isWhole else { throw damaged() }
    state = .header
    events.append(.ends)
    return true
  }

  private func findEndRecord() {
    let mark: [UInt8] = [0x50, 0x4B, 5, 6]
    hasEndRecord =
      hasEndRecord
      || waiting.indices.dropLast(3).contains { waiting[$0..<$0 + 4].elementsEqual(mark) }
    waiting.removeFirst(max(0, waiting.count - 3))
  }

  private func damaged() -> TowerError {
    TowerError(.failed, "\(path) is damaged: the zip archive is not as it says it is")
  }
}

/// One member of an archive: what its header says, and what was read of it so far.
private struct ZipMember {
  var name = ""
  var method = 0
  var isEncrypted = false
  var hasDescriptor = false
  var hasWideSizes = false
  var checksum: UInt = 0
  var packedSize = 0
  var size = 0
  private(set) var packed = 0
  private var unpacked = 0
  private var found = crc32(0, nil, 0)

  init() {}

  init(header: [UInt8], nameLength: Int, length: Int) {
    let flags = header.number(at: 6, bytes: 2)
    name = String(decoding: header[30..<30 + nameLength], as: UTF8.self)
    method = header.number(at: 8, bytes: 2)
    isEncrypted = flags & 1 != 0
    hasDescriptor = flags & 8 != 0
    checksum = UInt(header.number(at: 14, bytes: 4))
    packedSize = header.number(at: 18, bytes: 4)
    size = header.number(at: 22, bytes: 4)
    readWideSizes(header, from: 30 + nameLength, to: length)
  }

  /// Reads the sizes of a member of more than 4 GiB: extra field 1 (APPNOTE 4.5.3).
  private mutating func readWideSizes(_ header: [UInt8], from start: Int, to end: Int) {
    var place = start
    while place + 4 <= end {
      let count = header.number(at: place + 2, bytes: 2)
      if header.number(at: place, bytes: 2) == 1 {
        hasWideSizes = true
        if count >= 16, place + 20 <= end {
          size = header.number(at: place + 4, bytes: 8)
          packedSize = header.number(at: place + 12, bytes: 8)
        }
      }
      place += 4 + count
    }
  }

  mutating func took(_ content: [UInt8], packed used: Int) {
    packed += used
    unpacked += content.count
    found = crc32(found, content, UInt32(content.count))
  }

  var isWhole: Bool { packed == packedSize && unpacked == size && found == checksum }
}

extension [UInt8] {
  /// A little-endian number of two, four or eight bytes.
  fileprivate func number(at place: Int, bytes: Int) -> Int {
    Int(
      truncatingIfNeeded: (0..<bytes).reduce(UInt64(0)) {
        $0 | UInt64(self[place + $1]) << (8 * UInt64($1))
      })
  }
}
