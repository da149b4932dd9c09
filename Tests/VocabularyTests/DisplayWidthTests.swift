import Testing
import Vocabulary

@Suite("The width of a text on a terminal")
struct DisplayWidthTests {
  @Test(
    "counts two cells for Hangul, Han and kana, and none for combining marks",
    arguments: [
      ("", 0), ("tower", 5), ("경계", 4), ("警戒", 4), ("カタカナ", 8), ("ｗｉｄｅ", 8), ("é", 1),
      ("e\u{301}", 1),
      ("\u{1100}\u{1167}\u{11BC}", 2), ("HHI 지수", 8), ("🚢", 2),
    ])
  func cells(text: String, width: Int) {
    #expect(displayWidth(text) == width)
  }
}
