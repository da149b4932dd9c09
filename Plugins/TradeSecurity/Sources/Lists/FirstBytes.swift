internal import Kernel

/// The content of a file that was looked into before it is read.
final class FirstBytes {
  private let session: ImportSession
  private var first: [UInt8]?

  /// Reads the first bytes of the session's file.
  init(of session: ImportSession) throws {
    self.session = session
    first = try session.next()
  }

  /// Whether the file begins like XML: with a tag, behind blanks and a byte-order mark.
  var isXML: Bool {
    let blanks: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF]
    return first?.first { !blanks.contains($0) } == UInt8(ascii: "<")
  }

  /// The first line, without its end.
  var firstLine: String {
    let line = (first ?? []).prefix { $0 != 0x0A && $0 != 0x0D }
    return String(decoding: line.prefix(2_000), as: UTF8.self)
  }

  /// The next bytes from the beginning; nil at the end.
  func next() throws -> [UInt8]? {
    guard let bytes = first else { return try session.next() }
    first = nil
    return bytes
  }
}
