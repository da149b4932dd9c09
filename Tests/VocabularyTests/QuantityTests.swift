import Testing
import Vocabulary

@Suite("Quantities, percentages, markings and answers")
struct QuantityTests {
  @Test("an amount converts inside its dimension and never across")
  func conversion() throws {
    #expect(try Quantity("1.5 kt").amount(in: .tonne) == 1500)
    #expect(try Quantity("250kg").amount(in: .tonne) == 0.25)
    #expect(try Quantity("5 ct").amount(in: .gram) == 1)
    #expect(try Quantity("5 t").amount(in: .cubicMetre) == nil)
    #expect(try Quantity("365 t/yr").rate(in: .tonne) == 1)
    #expect(try Quantity("365 t/yr").amount(in: .tonne) == nil)
  }

  @Test(
    "a quantity without a unit, or with an unknown one, is refused",
    arguments: [
      "", "120", "t", "120 tons", "1_000", "nan t", "120 t/t", "120 t/",
    ])
  func refusals(text: String) {
    #expect(throws: VocabularyError.self) { try Quantity(text) }
  }

  @Test("a percentage needs its sign")
  func percentage() throws {
    #expect(try Percentage("40%").fraction == 0.4)
    #expect(try Percentage("12.5 %").description == "12.5%")
    for text in ["0.4", "40", "101%", "-1%", "x%", "nan%"] {
      #expect(throws: VocabularyError.self) { try Percentage(text) }
    }
  }

  @Test("a derived result carries the strictest colour and only the releases that are shared")
  func markings() throws {
    let amber = try Marking("TLP:AMBER REL moef,motir")
    let green = try Marking("tlp:green REL motir,nso")
    #expect(amber.combined(with: green).description == "TLP:AMBER REL motir")
    #expect(amber.combined(with: .clear) == amber)
    #expect(throws: VocabularyError.self) { try Marking("AMBER") }
  }

  @Test(
    "three-valued logic: a no decides a conjunction, a yes a disjunction, what is missing is kept")
  func answers() {
    let unknown = Answer.cannotTell(missing: ["the end use"])
    #expect(Answer.no.and(unknown) == .no)
    #expect(Answer.yes.and(unknown) == unknown)
    #expect(Answer.yes.or(unknown) == .yes)
    #expect(Answer.no.or(unknown) == unknown)
    #expect(
      unknown.and(.cannotTell(missing: ["the value"])).missing == ["the end use", "the value"])
  }

  @Test("the four levels are ordered and carry their Korean names")
  func levels() {
    #expect(Level.allCases.map(\.title.korean) == ["관심", "주의", "경계", "심각"])
    #expect(Level.attention < .serious)
    #expect(Level(name: "alert") == .alert)
  }
}
