import NameMatching
import Testing

@Suite("The emulation of the Treasury's score")
struct TreasuryScoreTests {
  @Test(
    "it shows what the Treasury's search shows",
    arguments: [
      ("VLADIMIR PUTIN", "PUTIN, Vladimir Vladimirovich", 100),
      ("VLADIMIR PUTNI", "PUTIN, Vladimir", 98),
      ("VLADIMIR PUTIN", "VLADIMIR BILIY", 90), ("PUTIN", "PUTINA, Maria", 97),
      ("OSAMA BIN LADEN", "BIN LADIN, Osama", 97), ("AL QAEDA", "AL QAIDA", 94),
    ])
  func shown(query: String, listed: String, score: Int) {
    #expect(abs(TreasuryScore.score(query, listed) - score) <= 5)
  }

  @Test(
    "whole texts are compared without their spaces, five letters of a common beginning counting")
  func wholeTexts() {
    #expect(TreasuryScore.score("GEORGE BUSH", "JAMIL GEORGES, Fahd") == 77)
    #expect(TreasuryScore.score("VLADIMIR PUTIN", "VLADIMIR ARSENYEV") == 88)
  }

  @Test(
    "a word unlike every other counts as absent, and a name without a common first letter is not shown"
  )
  func absentWords() {
    #expect(TreasuryScore.score("GEORGE BUSH", "OBEID, Boutros Georges") < 65)
    #expect(TreasuryScore.score("ALQAEDA", "AL QAEDA") == 0)
  }

  @Test("it compares Latin letters alone")
  func otherScripts() {
    #expect(TreasuryScore.score("Владимир Путин", "PUTIN, Vladimir") == 0)
    #expect(TreasuryScore.score("", "PUTIN") == 0)
  }
}
