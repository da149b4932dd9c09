import Testing
import Vocabulary

@Suite("Names and codes")
struct NamesAndCodesTests {
  @Test("a product code keeps its leading zeros and its edition")
  func productCode() throws {
    let code = try ProductCode("hs92/010111")
    #expect(code.description == "hs92/010111")
    #expect(code.subject.description == "product:hs92/010111")
    #expect(try ProductCode("hs92/01").contains(code))
    #expect(try !ProductCode("hs17/01").contains(code))
  }

  @Test(
    "a product code without an edition, or with an odd number of digits, is refused",
    arguments: [
      "280530", "hs92/28053", "hs92/", "hs92/28x530", "hs93/280530", "hs92/280530/1", "hs92/1",
    ])
  func refusedProductCodes(text: String) {
    #expect(throws: VocabularyError.self) { try ProductCode(text) }
  }

  @Test("an edition is called by the year of its Harmonized System")
  func editionTitles() {
    #expect(
      ProductCode.editions.map(ProductCode.title) == [
        "HS 1992", "HS 1996", "HS 2002", "HS 2007", "HS 2012", "HS 2017", "HS 2022",
      ])
  }

  @Test("inside a sentence a title begins with a small letter, an abbreviation keeps its capitals")
  func insideSentence() {
    let titles = ["Rare-earth metals", "DRAM memory", "3D NAND", "A-grade steel", "neon", "X", ""]
    #expect(
      titles.map { LocalizedText($0).inSentence } == [
        "rare-earth metals", "DRAM memory", "3D NAND", "A-grade steel", "neon", "X", "",
      ])
    let text = LocalizedText("Germanium", korean: "게르마늄").insideSentence
    #expect(text == LocalizedText("germanium", korean: "게르마늄"))
    #expect(LocalizedText("Neon").inKorean == "Neon")
  }

  @Test("a misspelt edition is answered with the nearest one")
  func nearestEdition() {
    let error = #expect(throws: VocabularyError.self) { try ProductCode("h92/280530") }
    #expect(error?.suggestions == ["hs92"])
  }

  @Test("a subject has a kind and an identifier, and the identifier may hold a colon")
  func subject() throws {
    let subject = try Subject("party:ofac:12345")
    #expect(subject.kind == "party")
    #expect(subject.identifier == "ofac:12345")
    for text in ["", "country", ":KOR", "country:"] {
      #expect(throws: VocabularyError.self) { try Subject(text) }
    }
  }

  @Test("the nearest name forgives a swap, a slip and a missing letter, and nothing far off")
  func nearestNames() {
    let names = ["resources", "supply", "trade", "technology"]
    #expect(nearest(to: "resuorces", in: names) == ["resources"])
    #expect(nearest(to: "suply", in: names) == ["supply"])
    #expect(nearest(to: "Trade", in: names) == ["trade"])
    #expect(nearest(to: "weather", in: names).isEmpty)
  }
}
