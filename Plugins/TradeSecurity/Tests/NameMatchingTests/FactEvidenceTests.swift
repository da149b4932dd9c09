import NameMatching
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

  @Test("an identifier that both have decides, however it is written")
  func identifiers() {
    let query = PartyFacts(identifiers: ["IMO 9187629"])
    let listed = PartyFacts(identifiers: ["imo9187629", "other-1"])
    #expect(FactEvidence(nameScore: 0.1, query, listed).score == 0.95)
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
