import EarlyWarning
import TestSupport
import Testing
import Vocabulary

@Suite(
  "The fitted rule on the World Bank's prices", .enabled(if: SharedPrices.isHere, "no shared data"))
struct FittedRuleCaseTests {
  @Test(
    "keeps its skill on years that it has not seen",
    arguments: [(2009, 2010, 2022, 4.0, 0.3), (1999, 2000, 2009, 3.2, 0.3)])
  func heldOut(trainedTo: Int, first: Int, last: Int, lift: Double, recall: Double) throws {
    let panel = try SharedPrices.panel.get()
    let rule = try FittedRule(panel, training: years(1970, trainedTo))
    let skill = RuleSkill(
      rule.probabilities(panel), threshold: rule.threshold, panel, Outcomes(panel),
      series: Array(0..<panel.seriesCount), window: years(first, last))
    #expect((skill.lift ?? 0) >= lift)
    #expect((skill.recall ?? 0) >= recall)
    #expect((skill.liftAtRecall30 ?? 0) >= lift)
    #expect(skill.verdict == .skill)
  }
}
