import Testing
import Vocabulary

@Suite("A calendar day")
struct DayTests {
  @Test(
    "counts from 1970 and reads back what it writes",
    arguments: [
      ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2025-04-04", 20_182),
      ("0001-01-01", -719_162), ("9999-12-31", 2_932_896),
    ])
  func knownDays(text: String, days: Int) throws {
    let day = try Day(text)
    #expect(Int(day.daysSinceEpoch) == days)
    #expect(day.description == text)
  }

  @Test("is the successor of the day before it, through four centuries with their leap days")
  func everyDayFollows() throws {
    var day = try Day("1900-01-01")
    let last = try Day("2300-12-31")
    while day < last {
      let next = day.adding(days: 1)
      let rebuilt = Day(year: next.year, month: next.month, day: next.dayOfMonth)
      #expect(rebuilt == next)
      #expect(next.dayOfMonth == day.dayOfMonth + 1 || next.dayOfMonth == 1)
      day = next
    }
  }

  @Test(
    "refuses another form and days that the calendar does not have",
    arguments: [
      "", "2025-4-4", "2025/04/04", "04-04-2025", "2025-13-01", "2025-02-29", "1900-02-29",
      "2025-00-10", "2025-01-32", "٢٠٢٥-01-01", "2025-01-01T00:00", " 2025-01-01",
    ])
  func refusals(text: String) {
    #expect(throws: VocabularyError.self) { try Day(text) }
  }

  @Test("holds through its last day only when the text includes it")
  func inclusiveEnd() throws {
    let first = try Day("2025-11-07")
    let named = try Day("2026-11-10")
    let exclusive = Validity(from: first, until: named)
    let inclusive = Validity(from: first, until: named, includesEnd: true)
    #expect(!exclusive.contains(named))
    #expect(inclusive.contains(named))
    #expect(!inclusive.contains(named.adding(days: 1)))
    #expect(!exclusive.contains(first.adding(days: -1)))
    #expect(exclusive.contains(named.adding(days: -1)))
  }
}
