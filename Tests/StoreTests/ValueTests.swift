import Store
import TestSupport
import Testing
import Vocabulary

@Suite("A value")
struct ValueTests {
  private let folder = ScratchFolder()

  @Test("comes back as it was stored, an empty text and an empty blob included")
  func roundTrip() throws {
    let connection = try folder.store().openForReading()
    let values: [Value] = [
      .null, .integer(.min), .integer(.max), .real(0.1), .real(-1e300), .real(.infinity), .text(""),
      .text("희토류 \u{0} 钆"), .text("it's"), .blob([]), .blob([0, 255]),
    ]
    for value in values {
      #expect(try connection.first("SELECT ?", [value]) == [value])
    }
  }

  @Test("is null where the program has none, never a default")
  func missing() {
    #expect(Value(Int?.none) == .null)
    #expect(Value(Double?.none) == .null)
    #expect(Value(String?.none) == .null)
    #expect(Value(Bool?.none) == .null)
    #expect(Value(Day?.none) == .null)
  }

  @Test("of a day is its text")
  func day() throws {
    #expect(Value(try Day("2025-04-04")) == "2025-04-04")
  }

  @Test("is read as its own class; only a whole number is also a number")
  func accessors() {
    #expect(Value(7).integer == 7)
    #expect(Value(7).real == 7)
    #expect(Value(7).text == nil)
    #expect((1.5 as Value).integer == nil)
    #expect(("7" as Value).integer == nil)
    #expect(Value.null.text == nil)
    #expect(Value.null.isNull)
  }

  @Test("is shown as SQL writes it")
  func description() {
    let values: [Value] = [.null, 7, 0.5, "it's", .blob([1, 2])]
    #expect(
      values.map(\.description) == ["NULL", "7", "0.5", "'it''s'", "(blob of 2 bytes)"])
  }
}
