import Testing
import Vocabulary

@testable import TradeSecurity

@Suite("Numbers in the free text of the UK's list")
struct UKNumberTextTests {
  @Test(
    "the number is read out of the words around it",
    arguments: [
      ("D00001184", "D00001184"), ("Passport No. 563233049 expires 09 May 2018", "563233049"),
      ("D 000763 (Afghan). Issued on 9 Jan 1997", "D 000763"),
      ("Qatari passport no.00966737", "00966737"), ("Passport number:F50859", "F50859"),
      ("34409/129 (July 1997)", "34409/129"), ("Reference 62. Passport no. 9632078.", "9632078"),
      ("Italian Fiscal Code SSYBLK62T26Z336L", "SSYBLK62T26Z336L"),
      (
        "United Kingdom of Great Britain and Northern Ireland 094477324 issued on 5 March 2005",
        "094477324"
      ),
    ])
  func single(text: String, number: String) {
    #expect(UKNumberText(text).numbers.map(\.number) == [number])
  }

  @Test("an enumeration gives each number with its country, or with the one named in front of all")
  func several() {
    let own = UKNumberText(
      "(1) K929139 (Tunisian). Issued on 14 Feb 1995. Expired on 13 Feb 2000. (2) 00319547 (Tunisian)"
    )
    #expect(own.numbers.map(\.number) == ["K929139", "00319547"])
    #expect(own.numbers.map(\.country) == ["Tunisian", "Tunisian"])
    let shared = UKNumberText("Bosnia and Herzegovina passport number (1) 349054 (2) 3490054")
    #expect(shared.numbers.map(\.number) == ["349054", "3490054"])
    #expect(shared.numbers.map(\.country) == ["Bosnia and Herzegovina", "Bosnia and Herzegovina"])
    #expect(
      UKNumberText("381420565 and 654120219").numbers.map(\.number) == ["381420565", "654120219"])
  }

  @Test("dates of issue and expiry are dates of their own, in every way the list writes them")
  func dates() {
    let read = UKNumberText(
      "Saudi Arabian passport no.E126785. issued: 27.5.2002. expired: 3 April 2007")
    #expect(read.dates.map(\.role) == ["identifier_issued", "identifier_expires"])
    #expect(
      read.dates.map { "\($0.date.earliest.map { "\($0)" } ?? "")" } == [
        "2002-05-27", "2007-04-03",
      ])
  }

  @Test(
    "a text without a number has none, whatever it is",
    arguments: ["", "()", "(1)", "no number", "):("])
  func none(text: String) {
    #expect(UKNumberText(text).numbers.isEmpty)
  }
}
