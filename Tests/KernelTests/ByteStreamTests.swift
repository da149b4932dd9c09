import Kernel
import TestSupport
import Testing

@Suite("Reading a file as a stream")
struct ByteStreamTests {
  private let folder = ScratchFolder()
  private let long = (0..<60_000).map { "\($0),\($0 * 7919 % 1000)\n" }.joined()

  private func members(_ bytes: [UInt8]) throws -> [(name: String, text: String)] {
    let stream = try ByteStream(path: folder.write("archive.zip", bytes))
    var found: [(String, String)] = []
    while let name = try stream.nextMember() {
      var content: [UInt8] = []
      while let chunk = try stream.next() { content += chunk }
      found.append((name, String(decoding: content, as: UTF8.self)))
    }
    return found
  }

  @Test("gives the members of a zip archive in their order", arguments: ZipArchive.Method.allCases)
  func archive(_ method: ZipArchive.Method) throws {
    var archive = ZipArchive()
    archive.add("Readme.txt", "", method)
    archive.add("years/a.csv", long, method)
    archive.add("b.csv", "1\n", method)
    let found = try members(archive.bytes)
    #expect(found.map(\.name) == ["Readme.txt", "years/a.csv", "b.csv"])
    #expect(found.map(\.text) == ["", long, "1\n"])
  }

  @Test(
    "gives the bytes of a file whole, in pieces that stay as they are while the next are read",
    arguments: [0, 1, 4 << 20, (4 << 20) + 1, 9_000_000])
  func pieces(count: Int) throws {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 7919 >> 7) | 1 }
    let path = folder.write("file.txt", bytes)
    let stream = try ByteStream(path: path)
    var pieces: [[UInt8]] = []
    while let piece = try stream.next() { pieces.append(piece) }
    #expect(Array(pieces.joined()) == bytes)
    #expect(stream.position == Int64(count))
  }

  @Test("passes over what is left of a member, and gives the first to a reader that asks for none")
  func skipping() throws {
    var archive = ZipArchive()
    archive.add("a.csv", long)
    archive.add("b.csv", "1\n")
    let stream = try ByteStream(path: folder.write("archive.zip", archive.bytes))
    #expect(try stream.next()?.starts(with: "0,0\n".utf8) == true)
    #expect(try stream.nextMember() == "b.csv")
    #expect(try stream.next() == Array("1\n".utf8))
    #expect(try stream.next() == nil)
    #expect(try stream.nextMember() == nil)
  }

  @Test(
    "refuses an archive that was cut off, wherever it was", arguments: ZipArchive.Method.allCases)
  func cutOff(_ method: ZipArchive.Method) throws {
    var archive = ZipArchive()
    archive.add("a.csv", "1,2\n", method)
    archive.add("b.csv", long, method)
    let bytes = archive.bytes
    for length in Array(4..<120) + [bytes.count / 2, bytes.count - 200, bytes.count - 22] {
      #expect(throws: TowerError.self, "\(length)") { try members(Array(bytes.prefix(length))) }
    }
  }

  @Test("refuses an archive in which a byte of a member was changed")
  func altered() throws {
    for method in ZipArchive.Method.allCases {
      var archive = ZipArchive()
      archive.add("a.csv", long, method)
      var bytes = archive.bytes
      bytes[5000] ^= 0x10
      #expect(throws: TowerError.self) { try members(bytes) }
    }
  }

  @Test("never fails otherwise than with an error on bytes that only begin as an archive")
  func noise() throws {
    var random = SeededGenerator(seed: 9)
    var archive = ZipArchive()
    archive.add("a.csv", "1,2\n3,4\n", .streamed)
    archive.add("b.csv", "5,6\n", .stored)
    for _ in 0..<500 {
      var bytes = archive.bytes
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        bytes[Int.random(in: 4..<bytes.count, using: &random)] = UInt8.random(
          in: 0...255, using: &random)
      }
      _ = try? members(bytes)
    }
  }
}
