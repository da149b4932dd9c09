internal import CZlib

/// Builds zip archives (PKWARE APPNOTE 6.3.10) as the programs of publishers do.
public struct ZipArchive {
  /// How a member is written.
  public enum Method: Sendable, CaseIterable {
    case stored
    case deflated
    /// Deflated, with checksum and sizes behind it, as by a program that writes to a pipe.
    case streamed
  }

  private var body: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// An empty archive.
  public init() {}

  /// Adds a member.
  public mutating func add(_ name: String, _ text: String, _ method: Method = .deflated) {
    let content = Array(text.utf8)
    let data = method == .stored ? content : ZipArchive.deflated(content)
    let sizes =
      number(Int(crc32(crc32(0, nil, 0), content, UInt32(content.count))), 4)
      + number(data.count, 4) + number(content.count, 4)
    let isStreamed = method == .streamed
    let head =
      number(20, 2) + number(isStreamed ? 8 : 0, 2) + number(method == .stored ? 0 : 8, 2)
      + number(0, 4)
    let names = number(name.utf8.count, 2) + number(0, 2)
    let offset = body.count
    body += [0x50, 0x4B, 3, 4] + head + (isStreamed ? number(0, 12) : sizes) + names + name.utf8
    body += data + (isStreamed ? [0x50, 0x4B, 7, 8] + sizes : [])
    directory += [0x50, 0x4B, 1, 2] + number(20, 2) + head + sizes + names
    directory += number(0, 10) + number(offset, 4) + name.utf8
    count += 1
  }

  /// The bytes of the archive.
  public var bytes: [UInt8] {
    body + directory + [0x50, 0x4B, 5, 6] + number(0, 4) + number(count, 2) + number(count, 2)
      + number(directory.count, 4) + number(body.count, 4) + number(0, 2)
  }

  private func number(_ value: Int, _ bytes: Int) -> [UInt8] {
    (0..<bytes).map { $0 < 8 ? UInt8(truncatingIfNeeded: value >> (8 * $0)) : 0 }
  }

  /// What zlib makes of it, without its own head of two bytes and its checksum of four.
  private static func deflated(_ content: [UInt8]) -> [UInt8] {
    var size = compressBound(UInt(content.count))
    var output = [UInt8](repeating: 0, count: Int(size))
    guard compress(&output, &size, content, UInt(content.count)) == Z_OK else { return [] }
    return Array(output[2..<Int(size) - 4])
  }
}
