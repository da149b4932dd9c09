/// The translations of a GNU gettext catalogue (`.mo`) in memory.
///
/// The layout is that of the GNU gettext manual, section "The Format of GNU MO Files": a magic number
/// that tells the order of the bytes, the revision, the number of texts, and where two tables of
/// lengths and offsets begin, one of the originals and one of the translations.
struct MessageCatalogue {
  private let translations: [String: String]

  /// Reads a catalogue in UTF-8.
  ///
  /// - Throws: `MessageCatalogueError` for bytes that are no catalogue, or point outside themselves.
  init(_ bytes: [UInt8]) throws(MessageCatalogueError) {
    let words = try Words(bytes)
    // The major revision is the upper half; 0 and 1 have the same tables.
    guard try words[4] >> 16 <= 1 else {
      throw MessageCatalogueError("its revision is newer than the format that is known")
    }
    let count = try words[8]
    let originals = try words[12]
    let translated = try words[16]
    // Each text takes eight bytes in each table: more cannot be true and is not waited for.
    guard count <= bytes.count / 8 else {
      throw MessageCatalogueError("it claims \(count) texts, more than it has room for")
    }
    var found: [String: String] = [:]
    for index in 0..<count {
      let original = try words.text(entry: index, ofTableAt: originals)
      let translation = try words.text(entry: index, ofTableAt: translated)
      // The empty original has the header of the catalogue as its translation.
      if !original.isEmpty, !translation.isEmpty { found[original] = translation }
    }
    translations = found
  }

  /// The number of texts that are translated.
  var count: Int { translations.count }

  /// The translation of a text; nil when there is none, or when it is the text itself.
  subscript(_ original: String) -> String? {
    guard let translation = translations[original], translation != original else { return nil }
    return translation
  }
}

/// Why bytes are not a catalogue.
struct MessageCatalogueError: Error, Equatable {
  let reason: String

  init(_ reason: String) { self.reason = reason }
}

/// The 32-bit words of a catalogue in the order of bytes that its magic number tells.
private struct Words {
  private let bytes: [UInt8]
  private let isBigEndian: Bool

  init(_ bytes: [UInt8]) throws(MessageCatalogueError) {
    self.bytes = bytes
    switch bytes.prefix(4) {
    case [0xDE, 0x12, 0x04, 0x95]: isBigEndian = false
    case [0x95, 0x04, 0x12, 0xDE]: isBigEndian = true
    default: throw MessageCatalogueError("it does not begin as a gettext catalogue does")
    }
  }

  /// The word that begins at an offset.
  subscript(_ offset: Int) -> Int {
    get throws(MessageCatalogueError) {
      guard offset <= bytes.count - 4 else {
        throw MessageCatalogueError("it ends before byte \(offset + 4)")
      }
      var word = 0
      for index in 0..<4 {
        let byte = Int(bytes[offset + (isBigEndian ? index : 3 - index)])
        word = word << 8 | byte
      }
      return word
    }
  }

  /// One text of a table; where forms for several numbers stand in it, the first.
  func text(entry: Int, ofTableAt table: Int) throws(MessageCatalogueError) -> String {
    let length = try self[table + entry * 8]
    let start = try self[table + entry * 8 + 4]
    guard start <= bytes.count, length <= bytes.count - start else {
      throw MessageCatalogueError("a text of \(length) bytes at \(start) lies outside it")
    }
    let form = bytes[start..<start + length].prefix { $0 != 0 }
    guard let text = String(validating: form, as: UTF8.self) else {
      throw MessageCatalogueError("the text at byte \(start) is not UTF-8")
    }
    return text
  }
}
