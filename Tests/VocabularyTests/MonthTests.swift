import Testing
import Vocabulary

@Suite("A month")
struct MonthTests {
  @Test("is read as YYYY-MM and as the World Bank writes it, and written as YYYY-MM")
  func forms() throws {
    #expect(try Month("2023-05").description == "2023-05")
    #expect(try Month("1960M01") == Month(year: 1960, month: 1))
    #expect(try Month("0987-12").description == "0987-12")
    #expect(Month(of: try Day("2024-02-29")).description == "2024-02")
  }

  @Test(
    "is refused in any other form, and outside the calendar",
    arguments: ["2023", "2023-5", "2023-13", "2023M00", "23-05", "2023-05-01", "x023-05", "", "--"])
  func refusals(text: String) {
    #expect(throws: VocabularyError.self) { try Month(text) }
  }

  @Test("counts across years")
  func arithmetic() throws {
    let december = try Month("1999-12")
    #expect(december.advanced(by: 1).description == "2000-01")
    #expect(december.advanced(by: -12).description == "1998-12")
    #expect(try december.distance(to: Month("2001-01")) == 13)
    #expect(december.year == 1999 && december.monthOfYear == 12)
    #expect((december...december.advanced(by: 5)).count == 6)
  }
}
