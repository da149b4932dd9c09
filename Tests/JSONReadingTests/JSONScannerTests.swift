import JSONReading
import TestSupport
import Testing

@Suite("Reading JSON")
struct JSONScannerTests {
  private func tree(_ text: String) throws -> JSONTree { try JSONTree(Array(text.utf8)) }

  @Test("every kind of value is read, numbers as they are written")
  func values() throws {
    let read = try tree(
      #" {"a": [1, -0.50, 1e+3, 20E-1], "b": true, "c": null, "d": {}, "e": [], "f": "x"} "#)
    #expect(
      read
        == .object([
          "a": .list([.number("1"), .number("-0.50"), .number("1e+3"), .number("20E-1")]),
          "b": .flag(true), "c": .null, "d": .object([:]), "e": .list([]), "f": .text("x"),
        ]))
    #expect(read["f"]?.text == "x")
  }

  @Test("escapes are undone, surrogate pairs among them")
  func escapes() throws {
    #expect(
      try tree(#""a\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00""#)
        == .text("a\"\\/\u{8}\u{C}\n\r\t\u{E9}\u{1F600}"))
    #expect(try tree("\"\u{AC00}\u{1F600}\"") == .text("\u{AC00}\u{1F600}"))
  }

  @Test("a byte-order mark before the text is passed over")
  func byteOrderMark() throws {
    #expect(try JSONTree([0xEF, 0xBB, 0xBF] + Array("7".utf8)) == .number("7"))
  }

  @Test(
    "what is not JSON is refused at its line and column",
    arguments: [
      ("", "1:1"), ("[1,]", "1:4"), ("[1 2]", "1:4"), ("{\"a\":1,}", "1:8"), ("{a:1}", "1:2"),
      ("01", "1:2"), ("1.", "1:3"), ("+1", "1:1"), (".5", "1:1"), ("1e", "1:3"), ("tru", "1:1"),
      ("nul", "1:1"), ("NaN", "1:1"), ("\"a", "1:1"), ("\"\\x\"", "1:3"), ("\"\\ud800\"", "1:8"),
      ("\"\\ud800\\u0041\"", "1:14"), ("\"\\u+123\"", "1:4"), ("\"a\nb\"", "1:3"),
      ("[\n1,\n 2x]", "3:3"), ("1 1", "1:3"), ("{\"a\":1,\"a\":2}", "1:8"), ("[", "1:2"),
      ("'a'", "1:1"), ("[1}", "1:3"),
    ])
  func faults(text: String, place: String) {
    let fault = #expect(throws: JSONFault.self) { try tree(text) }
    #expect(fault.map { "\($0.line):\($0.column)" } == place, "\(fault?.description ?? "")")
  }

  @Test("bytes that are not UTF-8, and values that nest without end, are refused")
  func limits() {
    #expect(throws: JSONFault.self) { try JSONTree([0x22, 0xC3, 0x28, 0x22]) }
    #expect(throws: JSONFault.self) { try JSONTree([0x22, 0xED, 0xA0, 0x80, 0x22]) }
    #expect(throws: JSONFault.self) {
      try JSONTree(Array(repeating: UInt8(ascii: "["), count: 1 << 20))
    }
    #expect(throws: JSONFault.self) {
      try tree(String(repeating: "{\"a\":", count: 1 << 16))
    }
  }

  @Test("whatever bytes stand there, reading ends with a value or a fault inside the text")
  func fuzz() {
    var generator = SeededGenerator(seed: 5)
    let whole = Array(
      #"{"listed": ["X", "\u00e9\ud83d\ude00"], "edges": [["X", "A", "25.5"], ["A", "B", 50, null]]}"#
        .utf8)
    var read = 0
    for _ in 0..<20_000 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...4, using: &generator) where !bytes.isEmpty {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0...3, using: &generator) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes.remove(at: place)
        case 2: bytes.removeSubrange(place...)
        default: bytes.insert("{}[]\",:\\0e".utf8.randomElement(using: &generator) ?? 0, at: place)
        }
      }
      do throws(JSONFault) {
        let tree = try JSONTree(bytes)
        var scanner = JSONScanner(bytes)
        try scanner.skip()
        try scanner.finish()
        _ = tree
        read += 1
      } catch {
        #expect(error.line >= 1 && error.column >= 1 && error.column <= bytes.count + 1)
      }
    }
    #expect(read > 100)
  }
}
