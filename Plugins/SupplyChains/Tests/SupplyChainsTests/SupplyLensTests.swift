import Kernel
import TestSupport
import Testing
import Vocabulary

@Suite("The supply lenses")
struct SupplyLensTests {
  private func risks(_ findings: [Finding]) -> [Finding] {
    findings.filter { $0.indicator == "share_at_risk" }
  }

  @Test("several origins add up to a level that none reaches alone")
  func origins() throws {
    let store = try SmallStore(
      "2023 CHN KOR 280530 30", "2023 JPN KOR 280530 30", "2023 USA KOR 280530 40")
    let both = try risks(
      store.findings("280530 CHN 100% 2024-01-01", "280530 JPN 100% 2024-01-01"))
    #expect(both.map(\.value) == [0.3, 0.3])
    #expect(both.map(\.level) == [.alert, .alert])
    #expect(both[0].statement.english.hasSuffix("with the other origins 60 % is lost"))
    let one = try risks(store.findings("280530 CHN 100% 2024-01-01"))
    #expect(one.map(\.level) == [.caution])
  }

  @Test("the share of the loss counts, not the whole flow")
  func partialLoss() throws {
    let store = try SmallStore("2023 CHN KOR 280530 80", "2023 JPN KOR 280530 20")
    let risk = try #require(try risks(store.findings("280530 CHN 25% 2024-01-01")).first)
    #expect(risk.value == 0.2)
    #expect(risk.level == .attention)
    let little = try #require(try risks(store.findings("280530 CHN 5% 2024-01-01")).first)
    #expect(little.level == nil)
  }

  @Test(
    "a loss is serious only where others export less than five times of it",
    arguments: [(300.0, Level.serious), (400.0, Level.alert)])
  func alternatives(exports: Double, level: Level) throws {
    // Of 80 lost, five times is 400; what Japan sells Korea already counts as Japan's exports.
    let store = try SmallStore(
      "2023 CHN KOR 280530 80", "2023 JPN KOR 280530 20", "2023 JPN USA 280530 \(exports - 20)")
    let findings = try store.findings("280530 CHN 100% 2024-01-01")
    let risk = try #require(risks(findings).first)
    #expect(risk.level == level)
    #expect(risk.evidence.last?.english.contains("times the loss") == true)
    let capacity = findings.first { $0.indicator == "alternative_capacity" }
    #expect(capacity?.value == exports / 80)
  }

  @Test("a loss that begins within the horizon counts and says when; one outside it does not count")
  func validity() throws {
    let store = try SmallStore("2023 CHN KOR 280530 80", "2023 JPN KOR 280530 20")
    let ahead = try #require(try risks(store.findings("280530 CHN 100% 2027-03-01")).first)
    #expect(ahead.value == 0.8)
    #expect(ahead.due?.description == "2027-03-01")
    #expect(ahead.statement.english.hasPrefix("From 2027-03-01 on"))
    #expect(ahead.statement.korean?.hasPrefix("2027-03-01부터") == true)
    for shock in ["280530 CHN 100% 2028-03-01", "280530 CHN 100% 2024-01-01 2026-11-24"] {
      let findings = try store.findings(shock)
      let outside = try #require(risks(findings).first)
      #expect(outside.value == 0)
      #expect(outside.level == nil && outside.due == nil)
      #expect(!findings.contains { $0.indicator.hasPrefix("alternative") })
    }
    let now = try #require(try risks(store.findings("280530 CHN 100% 2024-01-01")).first)
    #expect(now.due == nil)
  }

  @Test("reads the latest year that is not after the event's start, else the latest held")
  func year() throws {
    let store = try SmallStore("2021 CHN KOR 280530 10", "2023 CHN KOR 280530 20")
    for (starts, value) in [("2022-05-01", 10.0), ("2023-05-01", 20), ("2020-05-01", 20)] {
      let findings = try store.findings("280530 CHN 100% 2024-01-01", starts: starts)
      #expect(findings.first { $0.indicator == "import_value" }?.value == value)
    }
  }

  @Test("a heading sums its products before shares are taken")
  func heading() throws {
    let store = try SmallStore(
      "2023 CHN KOR 280530 30", "2023 CHN KOR 280540 30", "2023 JPN KOR 280540 40")
    let findings = try store.findings("2805 CHN 100% 2024-01-01")
    #expect(findings.first { $0.indicator == "import_value" }?.value == 100)
    #expect(risks(findings).first?.value == 0.6)
    let dependence = findings.first { $0.indicator == "import_dependence" }
    let index: Double = 0.6 * 0.6 + 0.4 * 0.4
    #expect(dependence?.value == index)
  }

  @Test(
    "a product that home does not import on record is a gap, and others' exports are still named")
  func noImports() throws {
    let store = try SmallStore("2023 CHN USA 280530 10", "2023 JPN USA 280530 5")
    let findings = try store.findings("280530 CHN 100% 2024-01-01")
    let value = try #require(findings.first { $0.indicator == "import_value" })
    #expect(value.value == nil)
    #expect(value.statement.english.hasSuffix("that does not mean there are none"))
    #expect(risks(findings).first?.value == nil)
    let others = findings.filter { $0.indicator == "alternative_supplier" }
    #expect(others.map { $0.object?.identifier } == ["JPN"])
    #expect(findings.first { $0.indicator == "alternative_capacity" }?.value == nil)
  }

  @Test("an alternative that buys from the lost origin itself says how much")
  func passingThrough() throws {
    let store = try SmallStore(
      "2023 CHN KOR 280530 80", "2023 CHN VNM 280530 50", "2023 VNM KOR 280530 20")
    let vietnam = try #require(
      try store.findings("280530 CHN 100% 2024-01-01")
        .first { $0.indicator == "alternative_supplier" })
    #expect(vietnam.statement.english.contains("itself bought USD 50,000 of it from CHN name"))
    #expect(vietnam.evidence.contains { $0.english.contains("VNM name is not known") })
  }

  @Test("the fourth criterion is not told where one of the three years is missing")
  func incompleteWindow() throws {
    let store = try SmallStore("2021 CHN KOR 280530 10", "2023 CHN KOR 280530 20")
    let findings = try store.findings("280530 CHN 100% 2024-01-01")
    let dependence = try #require(findings.first { $0.indicator == "import_dependence" })
    #expect(dependence.statement.english.hasSuffix("2021-2023 cannot be told"))
  }

  @Test("a home or an author that the flows do not know is a gap, not an error")
  func unknownCountries() throws {
    let store = try SmallStore("2023 CHN KOR 280530 10")
    let home = try store.findings("280530 CHN 100% 2024-01-01", home: "ISL")
    #expect(home.allSatisfy { $0.value == nil || $0.indicator == "alternative_supplier" })
    let author = try store.findings(kind: "tariff", author: "ISL", products: ["280530"])
    #expect(author.map(\.indicator) == ["export_value", "export_value", "reverse_dependence"])
    #expect(author.allSatisfy { $0.value == nil && !$0.missing.isEmpty })
  }

  @Test("a tariff on what home sells gives its exports to the author with their share")
  func tariff() throws {
    let store = try SmallStore(
      "2023 KOR USA 280530 30", "2023 KOR JPN 280530 10", "2023 KOR JPN 280540 60",
      "2023 CHN USA 280530 10")
    let findings = try store.findings(kind: "tariff", author: "USA", products: ["280530"])
    let exports = findings.filter { $0.indicator == "export_value" }
    #expect(exports.map(\.value) == [30, 30])
    #expect(exports[0].statement.english.contains("75 % of its exports"))
    #expect(exports[1].statement.english.contains("30 % of its exports"))
    let reverse = findings.filter { $0.indicator == "reverse_dependence" }
    #expect(reverse.map(\.value) == [0.75])
  }

  @Test("a store without flows gives gaps alone")
  func emptyStore() throws {
    let store = try SmallStore()
    let findings = try store.findings("280530 CHN 100% 2024-01-01")
    #expect(findings.count == 4)
    #expect(findings.allSatisfy { $0.value == nil && !$0.missing.isEmpty })
  }
}
