/// The bytes of a gettext catalogue, written for a test.
///
/// - Parameters:
///   - texts: originals with their translations, in order.
///   - isBigEndian: whether the high byte of a number comes first.
/// - Returns: the bytes of a `.mo` file of revision 0 without a table of hashes.
func catalogueBytes(_ texts: [(String, String)], isBigEndian: Bool) -> [UInt8] {
  func word(_ value: Int) -> [UInt8] {
    let low = (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    return isBigEndian ? low.reversed() : low
  }
  let tables = 28
  let start = tables + texts.count * 16
  var content: [UInt8] = []
  var places: [[UInt8]] = []
  for text in texts.map(\.0) + texts.map(\.1) {
    places.append(word(text.utf8.count) + word(start + content.count))
    content += Array(text.utf8) + [0]
  }
  let header = [0x9504_12DE, 0, texts.count, tables, tables + texts.count * 8, 0, start]
  return header.flatMap(word) + places.flatMap { $0 } + content
}
