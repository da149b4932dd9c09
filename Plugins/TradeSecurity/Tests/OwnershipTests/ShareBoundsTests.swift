import Ownership
import Testing

@Suite("A share in per cent")
struct ShareBoundsTests {
  @Test(
    "is read exactly, as a number, a band or nothing known",
    arguments: [
      ("25", "25"), ("25.50", "25.5"), (" 33.3333333333 ", "33.3333333333"), ("100%", "100"),
      ("0", "0"), ("25-50", "25-50"), ("25% - 50%", "25-50"), (">25-50", "25.0000000001-50"),
      ("25-<50", "25-49.9999999999"), (">50", "50.0000000001-100"), (">=50", "50-100"),
      ("<10", "0-9.9999999999"), ("<=10", "0-10"), ("unknown", "unknown"), ("?", "unknown"),
      ("", "unknown"), ("33.33333333333333", "33.3333333333-33.3333333334"),
      ("12.500000000000", "12.5"),
    ])
  func reading(text: String, expected: String) throws {
    #expect(try ShareBounds(text).text == expected)
  }

  @Test(
    "is refused with its form where it is none",
    arguments: [
      "abc", "1,5", "5e1", "-5", "+5", "50-25", "101", "99.9-100.1", "1.", ".5", "25-", "><5",
      "100.00000000001", "99999999999999999999", "5 5", "<0", ">100", "%", "1.2.3",
    ])
  func refusal(text: String) {
    #expect(throws: ShareFault.self) { try ShareBounds(text) }
  }

  @Test("three thirds of ten decimals are not the whole, and five tenths are a half")
  func sums() throws {
    let third = try ShareBounds("33.3333333333").low
    #expect(ShareUnits.text(3 * third) == "99.9999999999")
    #expect(ShareUnits.text(5 * (try ShareBounds("10.0").low)) == "50")
  }
}
