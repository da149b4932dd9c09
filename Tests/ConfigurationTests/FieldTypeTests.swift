import Configuration
import Testing

@Suite("The types of a setting")
struct FieldTypeTests {
  @Test(
    "refuse a wrong value and say what was expected",
    arguments: [
      ("folder: [a]", "expected a path, found a list"),
      ("title: [a]", "expected a text, or a mapping with en and ko, found a list"),
      ("title: {ko: 통상}", "the key 'en' is missing: The English text."),
      ("workers: 0", "expected a whole number from 1 to 8, found '0'"),
      ("workers: ten", "expected a whole number from 1 to 8, found 'ten'"),
      (
        "workers: '3'",
        "expected a whole number from 1 to 8, found the quoted text \"3\"; drop the quotes"
      ),
      ("workers: 1_0", "expected a whole number from 1 to 8, found '1_0'"),
      ("workers: 0x3", "expected a whole number from 1 to 8, found '0x3'"),
      ("workers: 007", "expected a whole number from 1 to 8, found '007'"),
      ("workers: 3.0", "expected a whole number from 1 to 8, found '3.0'"),
      (
        "workers: 99999999999999999999",
        "expected a whole number from 1 to 8, found '99999999999999999999'"
      ),
      ("limits: {rows: 0}", "expected a whole number of at least 1, found '0'"),
      ("ratio: .inf", "expected a number from 0 to 1, found '.inf'"),
      ("ratio: nan", "expected a number from 0 to 1, found 'nan'"),
      ("ratio: 0x1p-1", "expected a number from 0 to 1, found '0x1p-1'"),
      ("ratio: 1e999", "expected a number from 0 to 1, found '1e999'"),
      ("ratio: 00.5", "expected a number from 0 to 1, found '00.5'"),
      ("ratio: 0,5", "expected a number from 0 to 1, found '0,5'"),
      ("share: 101%", "'101%' is outside 0% to 100%"),
      ("share: 0.4", "'0.4' is not a percentage; write for example 40%"),
      ("enabled: on", "expected true or false, found 'on'; write true"),
      ("enabled: FALSE", "expected true or false, found 'FALSE'; write false"),
      (
        "enabled: 'true'", "expected true or false, found the quoted text \"true\"; drop the quotes"
      ),
      ("enabled: 1", "expected true or false, found '1'"),
      ("since: yesterday", "'yesterday' is not a date; write YYYY-MM-DD, for example 2025-04-04"),
      ("since: 2025-02-30", "'2025-02-30' is not a day of the calendar"),
      (
        "product: '280530'",
        "'280530' is not a product code; write edition/digits, for example hs92/280530"
      ),
      ("about: KOR", "'KOR' is not a subject; write kind:id, for example country:KOR"),
      ("marking: [TLP:RED]", "expected a marking such as TLP:AMBER, found a list"),
      ("level: high", "'high' is not allowed here"),
      ("country: kor", "expected a country code of three capital letters such as KOR, found 'kor'"),
      ("country: KR", "expected a country code of three capital letters such as KOR, found 'KR'"),
      ("mode: slow", "'slow' is not allowed here"),
      ("folder: ''", "expected a path, found the quoted text \"\""),
      ("names: a", "expected a list, found 'a'"),
      ("names: [a, ~]", "expected a text, found nothing"),
      ("holders: []", "expected a list of at least 1, found 0"),
      ("stocks: {a: b}", "expected a list, found a mapping"),
      ("stocks: [a]", "expected a mapping (stock), found 'a'"),
      (
        "stocks: [{material: a, amount: 5 USD}]",
        "expected a quantity with a unit of mass (t, kg, g, kt, ct), found '5 USD'"
      ),
      ("stocks: [{material: a, amount: 5}]", "'5' has no unit; write for example 120 t"),
      ("limits: true", "expected a mapping (limits), found 'true'"),
      ("extra: [a]", "expected a mapping, found a list"),
      ("extra: {a: [b]}", "expected a text, found a list"),
      ("extra: {a: }", "expected a text, found nothing"),
      ("rates: {a: 4}", "'4' is not a percentage; write for example 40%"),
      ("rates: {}\nrate: {a: 4%}", "unknown key 'rate'"),
    ])
  func refusals(lines: String, message: String) {
    #expect(Fixtures.faults("agency: a\n" + lines).map(\.message) == [message])
  }

  @Test("name the listed values, and the nearest, where they can be listed")
  func listedValues() throws {
    let mode = try #require(Fixtures.faults("agency: a\nmode: exakt").first)
    #expect(
      mode.summary == "'exakt' is not allowed here; did you mean exact? (allowed: fast, exact)")
    let level = try #require(Fixtures.faults("agency: a\nlevel: serius").first)
    #expect(level.suggestions == ["serious"])
    #expect(level.allowed == ["attention", "caution", "alert", "serious"])
  }

  @Test(
    "take a number as it is usually written",
    arguments: [("0.5", 0.5), ("1", 1), ("0", 0), ("5e-1", 0.5), (".25", 0.25)])
  func numbers(text: String, number: Double) throws {
    #expect(try Fixtures.values("agency: a\nratio: \(text)").number("ratio") == number)
  }

  @Test("a plain word that YAML 1.1 would read otherwise stays a text")
  func norway() throws {
    #expect(try Fixtures.values("agency: no").text("agency") == "no")
    #expect(try Fixtures.values("agency: 1.10").text("agency") == "1.10")
  }
}
