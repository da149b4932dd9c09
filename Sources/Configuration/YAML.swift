internal import Glibc

/// YAML documents as trees of nodes with their places, read by libyaml.
///
/// Anchors, aliases and tags are refused: a settings file says everything in the open, and an alias
/// lets a short file grow without bound.
public enum YAML {
  /// Reads a file.
  ///
  /// - Throws: `ConfigurationError` for a file that cannot be read or is not one YAML document.
  public static func load(path: String) throws(ConfigurationError) -> Node {
    let content: [UInt8]
    do throws(UnreadableFile) {
      content = try bytes(of: path)
    } catch {
      throw ConfigurationError(diagnostics: [
        Diagnostic(Mark(file: path, line: 1, column: 1), "cannot be read: \(error.reason)")
      ])
    }
    return try parse(content, file: path)
  }

  /// Reads a text.
  ///
  /// - Throws: `ConfigurationError` when it is not one YAML document.
  public static func parse(text: String, file: String) throws(ConfigurationError) -> Node {
    try parse(Array(text.utf8), file: file)
  }

  static func parse(_ bytes: [UInt8], file: String) throws(ConfigurationError) -> Node {
    let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let content = bytes.starts(with: byteOrderMark) ? Array(bytes.dropFirst(3)) : bytes
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: content.span)
    } catch {
      let end = SourceLines(content[..<error.byteOffsets.lowerBound]).end
      let place = Place(
        mark: Mark(file: file, line: end.line, column: end.column),
        sourceLine: SourceLines(content)[end.line])
      throw ConfigurationError(diagnostics: [
        Diagnostic(place, "is not UTF-8 here; save the file as UTF-8")
      ])
    }
    let parser = EventParser(content, file: file)
    return try parser.document()
  }

  /// The bytes of a file that is small enough to be written by hand.
  static func bytes(of path: String) throws(UnreadableFile) -> [UInt8] {
    guard let file = fopen(path, "rb") else { throw UnreadableFile(errno) }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&chunk, 1, chunk.count, file), count > 0 {
      bytes += chunk[..<count]
      guard bytes.count <= maximumSize else {
        throw UnreadableFile(reason: "it is larger than \(maximumSize) bytes")
      }
    }
    // A folder opens like a file and fails only here.
    guard ferror(file) == 0 else { throw UnreadableFile(errno) }
    return bytes
  }

  private static let maximumSize = 16 << 20
}

/// Why a file could not be read.
struct UnreadableFile: Error {
  let reason: String

  init(reason: String) { self.reason = reason }

  init(_ code: Int32) { reason = String(cString: strerror(code)) }
}
