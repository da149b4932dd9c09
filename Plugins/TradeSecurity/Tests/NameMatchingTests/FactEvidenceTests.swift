import NameMatching
import PartyIdentifiers
import Testing
import Vocabulary

@Suite("Dates, countries and identifiers beside names")
struct FactEvidenceTests {
  private func day(_ text: String) throws -> Day { try Day(text) }

  private func born(_ from: String, _ to: String? = nil, circa: Bool = false) throws -> PartyFacts {
    PartyFacts(births: [try day(from)...(try day(to ?? from))], isApproximate: circa)
  }

  @Test("the same birthday adds, a birth year that cannot be the same takes away")
  func births() throws {
    let query = try born("1958-06-07")
    #expect(FactEvidence(nameScore: 0.8, query, try born("1958-06-07")).score > 0.8)
    #expect(FactEvidence(nameScore: 0.8, query, try born("1958-01-01", "1958-12-31")).score > 0.8)
    #expect(FactEvidence(nameScore: 0.8, query, try born("1970-06-07")).score < 0.7)
    let otherDay = FactEvidence(nameScore: 0.8, query, try born("1958-06-08"))
    #expect(otherDay.score < 0.8 && otherDay.score > 0.65)
  }

  @Test("an approximate date contradicts nothing near it, and a missing one nothing at all")
  func unknownDates() throws {
    let query = try born("1958-06-07")
    let circa = try born("1960-01-01", "1960-12-31", circa: true)
    #expect(FactEvidence(nameScore: 0.8, query, circa).score > 0.8)
    #expect(FactEvidence(nameScore: 0.8, query, PartyFacts()).score == 0.8)
    #expect(FactEvidence(nameScore: 0.8, query, PartyFacts()).parts.isEmpty)
  }

  @Test("a day and month swapped, or one digit mistyped, is nearer than another day")
  func mistypedDates() throws {
    func score(_ query: String, _ listed: String) throws -> Double {
      FactEvidence(nameScore: 0.8, try born(query), try born(listed)).score
    }
    let swapped = try score("1958-06-07", "1958-07-06")
    let digit = try score("1958-06-07", "1968-06-07")
    #expect(try score("1958-06-07", "1958-06-07") > swapped)
    #expect(swapped > 0.8)
    #expect(digit < 0.8)
    #expect(try digit > score("1958-06-07", "1958-11-23"))
    #expect(try score("1958-06-07", "1958-11-23") > score("1958-06-07", "1961-11-23"))
    #expect(try score("1958-06-07", "1961-11-23") > score("1958-06-07", "1970-11-23"))
  }

  @Test(
    "a birth years apart takes an equal name below the default threshold, a missing digit does not")
  func namesakes() throws {
    let query = try born("1958-06-07")
    #expect(FactEvidence(nameScore: 1, query, try born("1971-01-01")).score < threshold)
    #expect(FactEvidence(nameScore: 1, query, try born("1958-06-01")).score > threshold)
    #expect(
      FactEvidence(nameScore: 1, query, try born("1957-01-01", "1957-12-31")).score > threshold)
  }

  @Test("a whole date confirms more than a month, a month more than a year")
  func precision() throws {
    let query = try born("1958-06-07")
    let scores = try [
      born("1958-06-07"), born("1958-06-01", "1958-06-30"), born("1958-01-01", "1958-12-31"),
      born("1960-01-01", "1960-12-31", circa: true),
    ].map { FactEvidence(nameScore: 0.8, query, $0).score }
    #expect(scores == scores.sorted(by: >))
    #expect(Set(scores).count == 4 && scores[3] > 0.8)
  }

  @Test("an identifier that both have decides, however it is written")
  func identifiers() {
    let query = PartyFacts(identifiers: ["IMO 9187629"])
    for number in ["imo9187629", "9187629", "imo: 9187629"] {
      let listed = PartyFacts(identifiers: [number, "other-1"])
      #expect(FactEvidence(nameScore: 0.1, query, listed).score == 0.95, "\(number)")
    }
  }

  private func numbered(
    _ number: String, _ scheme: IdentifierScheme, _ country: String? = nil
  ) throws -> PartyFacts {
    PartyFacts(numbers: [try #require(PartyNumber(number, scheme: scheme, country: country))])
  }

  @Test("other numbers of one kind count against, the more the longer a party keeps its number")
  func otherNumbers() throws {
    func score(_ scheme: IdentifierScheme, _ country: String? = nil) throws -> Double {
      FactEvidence(
        nameScore: 1, try numbered("1234567", scheme), try numbered("7654321", scheme, country)
      ).score
    }
    #expect(try score(.imo) < threshold)
    #expect(try score(.imo) < score(.tax))
    #expect(try score(.tax) < score(.passport))
    #expect(try score(.passport) < 1)
    #expect(try score(.wallet) == 1)
  }

  @Test("numbers of two kinds or of two states do not contradict, nor does one mistyped digit")
  func noContradiction() throws {
    func score(_ first: PartyFacts, _ second: PartyFacts) -> Double {
      FactEvidence(nameScore: 0.9, first, second).score
    }
    let tax = try numbered("7710140679", .tax, "RUS")
    #expect(score(tax, try numbered("9000001234", .registration)) == 0.9)
    #expect(score(tax, try numbered("9000001234", .tax, "KAZ")) == 0.9)
    #expect(score(tax, try numbered("7710140678", .tax)) == 0.9)
    #expect(score(tax, try numbered("7701140679", .tax)) == 0.9)
    #expect(score(tax, try numbered("9000001234", .tax, "RUS")) < 0.9)
  }

  @Test("a short number, or the same number of another kind, supports and does not decide")
  func alikeNumbers() throws {
    for (first, second) in [
      (try numbered("12345", .passport), try numbered("12345", .passport)),
      (try numbered("12345678", .passport), try numbered("12345678", .tax)),
    ] {
      let score = FactEvidence(nameScore: 0.6, first, second).score
      #expect(score > 0.6 && score < 0.95)
    }
    #expect(PartyNumber("Male") == nil && PartyNumber("12") == nil && PartyNumber("") == nil)
  }

  @Test("countries corroborate or contradict a little, and codes of two systems say nothing")
  func countries() {
    func score(_ query: Set<String>, _ listed: Set<String>) -> Double {
      FactEvidence(nameScore: 0.8, PartyFacts(countries: query), PartyFacts(countries: listed))
        .score
    }
    #expect(score(["IRN"], ["IRN", "TUR"]) > 0.8)
    #expect(score(["IRN"], ["TUR"]) < 0.8 && score(["IRN"], ["TUR"]) > 0.7)
    #expect(score(["IR"], ["IRN"]) == 0.8)
    #expect(score([], ["IRN"]) == 0.8)
  }

  @Test("a gender that differs counts against, a missing one does not")
  func genders() {
    func score(_ query: String, _ listed: String) -> Double {
      FactEvidence(
        nameScore: 0.9, PartyFacts(gender: PartyFacts.Gender(query)),
        PartyFacts(gender: PartyFacts.Gender(listed))
      ).score
    }
    #expect(score("F", "male") < 0.8)
    #expect(score("female", "Female") == 0.9)
    #expect(score("", "Male") == 0.9)
  }

  @Test("the changes of all facts add up to the score, and what is missing is asked for")
  func explanation() throws {
    let query = PartyFacts(births: try born("1958-06-07").births, gender: .male)
    let listed = PartyFacts(
      births: try born("1971-01-01").births, countries: ["IRN"], identifiers: ["A1234567"],
      gender: .female)
    let evidence = FactEvidence(nameScore: 0.9, query, listed)
    #expect(evidence.parts.map(\.fact) == ["birth_date", "gender"])
    let sum = evidence.parts.reduce(0.9) { $0 + $1.change }
    #expect(abs(sum - evidence.score) < 1e-12)
    #expect(evidence.wouldChange.contains { $0.contains("birth date") })
    #expect(evidence.wouldChange.contains { $0.contains("IRN") })
    #expect(evidence.wouldChange.contains { $0.contains("identifiers") })
  }

  @Test("facts can lift no name over a threshold that the search for names passed over")
  func bound() throws {
    let facts = PartyFacts(
      births: [try day("1958-06-07")...(try day("1958-06-07"))], countries: ["IRN"])
    for step in 0...100 {
      let name = Double(step) / 100
      let score = FactEvidence(nameScore: name, facts, facts).score
      #expect(name >= FactEvidence.leastNameScore(threshold: score) - 1e-9)
    }
  }
}
