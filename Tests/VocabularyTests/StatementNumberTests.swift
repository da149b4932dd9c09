import TestSupport
import Testing
import Vocabulary

@Suite("Numbers in a statement")
struct StatementNumberTests {
  @Test(
    "money is rounded to three digits and written in each language's own words",
    arguments: [
      (0.0, "USD 0", "0달러"),
      (0.0001, "USD 0.1", "0.1달러"),
      (0.8, "USD 800", "800달러"),
      (8, "USD 8,000", "8,000달러"),
      (12.345, "USD 12,300", "1만 2,300달러"),
      (123.45, "USD 123,000", "12만 3,000달러"),
      (1000, "USD 1 million", "100만 달러"),
      (12_345, "USD 12.3 million", "1,230만 달러"),
      (123_456, "USD 123 million", "1억 2,300만 달러"),
      (999_600, "USD 1 billion", "10억 달러"),
      (1_234_567, "USD 1.23 billion", "12억 3,000만 달러"),
      (99_960_000, "USD 100 billion", "1,000억 달러"),
      (2_500_000_000, "USD 2.5 trillion", "2조 5,000억 달러"),
      (-12_345, "USD -12.3 million", "-1,230만 달러"),
    ])
  func dollars(thousands: Double, english: String, korean: String) {
    let text = StatementNumber.dollars(thousands: thousands)
    #expect(text.english == english)
    #expect(text.korean == korean)
  }

  @Test(
    "a share has one decimal, and neither hides a remainder nor invents a whole",
    arguments: [
      (0.0, "0 %"), (0.0001, "less than 0.1 %"), (0.0006, "0.1 %"), (0.5, "50 %"),
      (0.8534, "85.3 %"), (0.9999, "more than 99.9 %"), (1, "100 %"), (1.205, "120.5 %"),
    ])
  func percent(fraction: Double, english: String) {
    #expect(StatementNumber.percent(fraction).english == english)
  }

  @Test("amounts carry their unit as it is spoken")
  func amounts() {
    #expect(StatementNumber.amount(1234.5, .tonne).english == "1,230 t")
    #expect(StatementNumber.amount(1234.5, .tonne).korean == "1,230톤")
    #expect(StatementNumber.amount(1, .day).english == "1 day")
    #expect(StatementNumber.amount(45.2, .day).korean == "45.2일")
    #expect(StatementNumber.amount(12.3, .millionDollars).english == "USD 12.3 million")
    #expect(StatementNumber.times(5.25).english == "5.3 times")
    #expect(StatementNumber.times(5.25).korean == "5.3배")
    #expect(StatementNumber.index(0.5) == "0.50")
    #expect(StatementNumber.index(1) == "1.00")
    #expect(StatementNumber.index(0.999) == "1.00")
    #expect(StatementNumber.count(1_234_567) == "1,234,567")
    #expect(StatementNumber.count(-999) == "-999")
    #expect(StatementNumber.number(0.012345) == "0.0123")
    #expect(StatementNumber.number(.infinity) == "inf")
  }

  @Test("the rounded number is within half of its last digit, on random numbers")
  func rounding() throws {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<2000 {
      let value =
        Double.random(in: 1...9.999, using: &random)
        * (try #require([0.001, 0.1, 1, 10, 1000, 1e6, 1e9].randomElement(using: &random)))
      let text = StatementNumber.number(value).filter { $0 != "," }
      let read = try #require(Double(text))
      #expect(abs(read - value) <= value * 0.0051, "\(value) is written \(text)")
    }
  }
}

@Suite("A Korean particle")
struct KoreanParticleTests {
  @Test("follows the last sound of the word before it")
  func forms() {
    #expect(KoreanParticle.topic.after("중국") == "중국은")
    #expect(KoreanParticle.topic.after("호주") == "호주는")
    #expect(KoreanParticle.subject.after("일본") == "일본이")
    #expect(KoreanParticle.object.after("희토류") == "희토류를")
    #expect(KoreanParticle.with.after("베트남") == "베트남과")
    #expect(KoreanParticle.copula.form(after: "호주") == "")
  }

  @Test("after rieul the direction is 로, as after a vowel")
  func rieul() {
    #expect(KoreanParticle.direction.after("브라질") == "브라질로")
    #expect(KoreanParticle.direction.after("중국") == "중국으로")
    #expect(KoreanParticle.direction.after("미국(USA)") == "미국(USA)으로")
    #expect(KoreanParticle.topic.after("브라질") == "브라질은")
  }

  @Test("reads digits and the per cent sign, and leaves both forms after a foreign word")
  func digits() {
    #expect(KoreanParticle.subject.after("85.3%") == "85.3%가")
    #expect(KoreanParticle.object.after("hs92/280530") == "hs92/280530을")
    #expect(KoreanParticle.topic.after("GDP") == "GDP은(는)")
    #expect(KoreanParticle.direction.after("GDP") == "GDP(으)로")
  }
}
