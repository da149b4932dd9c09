internal import FoundationEssentials
internal import Glibc

/// A folder of its own for one test, removed with everything in it when the test is done.
public final class ScratchFolder {
  /// Its path.
  public let path: String

  /// Makes the folder.
  public init() {
    var template = Array("/tmp/tower-test-XXXXXX".utf8CString)
    _ = mkdtemp(&template)
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// The path of a file in the folder.
  public func file(_ name: String) -> String { path + "/" + name }

  /// The text of a file in the folder; empty when there is none.
  public func text(_ name: String) -> String {
    String(decoding: (try? Data(contentsOf: URL(filePath: file(name)))) ?? Data(), as: UTF8.self)
  }

  /// The bytes of a file, given by its path; empty when there is none.
  public func bytes(_ path: String) -> [UInt8] {
    Array((try? Data(contentsOf: URL(filePath: path))) ?? Data())
  }

  /// The names of what is in the folder.
  public var names: [String] { (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [] }

  /// Writes a file and gives its path.
  public func write(_ name: String, _ text: String) -> String { write(name, Array(text.utf8)) }

  /// Writes a file of bytes and gives its path.
  public func write(_ name: String, _ bytes: [UInt8]) -> String {
    _ = FileManager.default.createFile(atPath: file(name), contents: Data(bytes))
    return file(name)
  }
}
