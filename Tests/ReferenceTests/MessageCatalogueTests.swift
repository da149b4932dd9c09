import TestSupport
import Testing

@testable import Reference

@Suite("Reading gettext catalogues")
struct MessageCatalogueTests {
  private static let texts = [
    ("", "Content-Type: text/plain; charset=UTF-8\n"), ("Ghana", "가나"), ("Iran", "Iran"),
    ("country\u{0}countries", "나라\u{0}나라들"), ("Togo", ""),
  ]

  @Test("both orders of bytes give the same translations", arguments: [false, true])
  func translations(isBigEndian: Bool) throws {
    let bytes = catalogueBytes(MessageCatalogueTests.texts, isBigEndian: isBigEndian)
    let catalogue = try MessageCatalogue(bytes)
    #expect(catalogue["Ghana"] == "가나")
    #expect(catalogue["country"] == "나라")
  }

  @Test("a text without a translation, or translated by itself, has none")
  func untranslated() throws {
    let catalogue = try MessageCatalogue(
      catalogueBytes(MessageCatalogueTests.texts, isBigEndian: false))
    #expect(catalogue["Togo"] == nil)
    #expect(catalogue["Iran"] == nil)
    #expect(catalogue[""] == nil)
    #expect(catalogue["Atlantis"] == nil)
  }

  @Test("says why bytes are no catalogue")
  func refusals() {
    let good = catalogueBytes(MessageCatalogueTests.texts, isBigEndian: false)
    #expect(reason([]) == "it does not begin as a gettext catalogue does")
    #expect(reason(Array("{\"json\": 1}".utf8)) == "it does not begin as a gettext catalogue does")
    #expect(reason(Array(good.prefix(10))) == "it ends before byte 12")
    #expect(
      reason(good.replaced(at: 6, by: 2)) == "its revision is newer than the format that is known")
    #expect(reason(good.replaced(at: 11, by: 0x7F)).hasPrefix("it claims 2130706437 texts"))
    #expect(reason(good.replaced(at: 39, by: 0x7F)).contains("lies outside it"))
    let textStart = good.count - 20
    #expect(reason(good.replaced(at: textStart, by: 0xFF)).hasSuffix("is not UTF-8"))
  }

  private func reason(_ bytes: [UInt8]) -> String {
    do throws(MessageCatalogueError) {
      _ = try MessageCatalogue(bytes)
      return "it is read"
    } catch {
      return error.reason
    }
  }

  @Test("bytes damaged or cut anywhere are read or refused, and never trap", arguments: 1...40)
  func fuzz(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let isBigEndian = Bool.random(using: &random)
    let good = catalogueBytes(MessageCatalogueTests.texts, isBigEndian: isBigEndian)
    for _ in 0..<200 {
      var bytes = good
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        bytes[Int.random(in: 4..<bytes.count, using: &random)] = UInt8.random(
          in: 0...255, using: &random)
      }
      if Bool.random(using: &random) {
        bytes.removeLast(Int.random(in: 0..<bytes.count, using: &random))
      }
      // What is read has no more texts than there were entries to read.
      if let catalogue = try? MessageCatalogue(bytes) {
        #expect(catalogue.count <= bytes.count / 8)
      }
    }
  }
}

extension [UInt8] {
  fileprivate func replaced(at index: Int, by byte: UInt8) -> [UInt8] {
    var copy = self
    copy[index] = byte
    return copy
  }
}
