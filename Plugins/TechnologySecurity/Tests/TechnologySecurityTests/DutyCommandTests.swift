import Kernel
import Store
import TestSupport
import Testing

@Suite("The command technology duty")
struct DutyCommandTests {
  private let whole: TechnologyTower

  init() throws {
    whole = try TechnologyTower.whole()
  }

  private func duty(_ technology: String, _ holder: String, _ act: String, _ day: String) throws
    -> [String: Value]
  {
    try #require(
      try whole.rows([
        "technology", "duty", "--technology", technology, "--holder", holder, "--act", act,
        "--as-of", day,
      ]).first)
  }

  @Test(
    "follows the technology, its holder, the act and the day",
    arguments: [
      ("dram-memory", "hanbit-memory", "export", "2025-07-22", "approval"),
      ("dram-memory", "hanbit-memory", "foreign-merger", "2026-11-24", "approval"),
      ("high-bandwidth-memory", "hanbit-memory", "export", "2026-11-24", "notification"),
      ("nand-flash", "garam-flash", "foreign-merger", "2026-11-24", "notification"),
      ("foundry-logic", "mirinae-foundry", "export", "2026-11-24", "cannot_tell"),
      ("ndfeb-magnets", "haneul-magnet", "export", "2026-11-24", "cannot_tell"),
      ("traction-motors", "haneul-magnet", "export", "2026-11-24", "notification"),
      ("traction-motors", "haneul-magnet", "export", "2023-04-05", "cannot_tell"),
      ("antimony-flame-retardants", "nuri-flame", "export", "2026-11-24", "none"),
      ("dram-memory", "garam-flash", "export", "2026-11-24", "cannot_tell"),
      ("dram-memory", "hanbit-memory", "foreign-merger", "2011-06-01", "none"),
      ("dram-memory", "hanbit-memory", "export", "2007-04-27", "none"),
    ])
  func cases(technology: String, holder: String, act: String, day: String, expected: String) throws
  {
    let row = try duty(technology, holder, act, day)
    #expect(row["duty"]?.text == expected)
    #expect((row["missing"] != .null) == (expected == "cannot_tell"))
  }

  @Test("says what is missing: who paid, the designation on the day, or the holding itself")
  func missing() throws {
    let funding = try duty("foundry-logic", "mirinae-foundry", "export", "2026-11-24")
    #expect(funding["missing"]?.text?.contains("whether the state paid") == true)
    #expect(funding["possible"] == "approval, notification")
    let designation = try duty("traction-motors", "haneul-magnet", "export", "2023-04-05")
    #expect(designation["missing"]?.text?.contains("records it from 2023-04-06") == true)
    let holding = try duty("dram-memory", "garam-flash", "export", "2026-11-24")
    #expect(holding["missing"]?.text?.contains("no holding is on record") == true)
    #expect(holding["possible"] == "approval, notification, none")
  }

  @Test("cites every step, says that other laws are not examined and that the holder is synthetic")
  func steps() throws {
    let result = try whole.run([
      "technology", "duty", "--technology", "D램 메모리", "--holder", "한빛메모리(시연용)", "--act",
      "export",
    ])
    let steps = result.tables[1].rows
    #expect(steps.count == 6)
    #expect(
      steps.allSatisfy { $0[2].text?.contains("Industrial Technology Protection Act") == true })
    #expect(steps.allSatisfy { $0[1] != .null })
    #expect(steps.last?[0].text?.contains("this is no clearance") == true)
    #expect(result.notes == ["Hanbit Memory (demonstration) is synthetic demonstration data"])
    #expect(result.sources.count == 2)
  }

  @Test("a misspelt name is answered with the nearest")
  func misspelt() throws {
    let error = #expect(throws: TowerError.self) {
      try duty("dram-memry", "hanbit-memory", "export", "2026-11-24")
    }
    #expect(error?.message.contains("did you mean dram-memory") == true)
  }

  @Test("the table function gives the same answer, for its own day or that of the question")
  func function() throws {
    func ask(_ arguments: String) throws -> [Value] {
      try #require(
        try whole.run([
          "query", "SELECT duty, missing, version FROM technology_duty(\(arguments))",
        ]).tables.first?.rows.first)
    }
    #expect(try ask("'dram-memory', 'hanbit-memory', 'export'")[0] == "approval")
    let early = try ask("'dram-memory', 'hanbit-memory', 'foreign-merger', '2011-06-01'")
    #expect(early[0] == "none")
    #expect(early[2].text?.contains("No. 8062") == true)
    let joined = try whole.run([
      "query",
      """
      SELECT h.holder, h.technology, d.duty FROM technology_holding h,
        technology_duty(h.technology, h.holder, 'export') d ORDER BY 1, 2
      """,
    ]).tables[0].rows
    #expect(joined.count == 15)
    for row in joined {
      let command = try duty(
        row[1].text ?? "", row[0].text ?? "", "export", "2026-11-24")
      #expect(command["duty"] == row[2])
    }
    #expect(throws: TowerError.self) { try ask("'dram-memory', 'nobody', 'export'") }
    let error = #expect(throws: TowerError.self) {
      try ask("'dram-memory', 'hanbit-memory', 'export', 'x'")
    }
    #expect(error?.message.contains("technology_duty: day: 'x' is not a date") == true)
    #expect(error?.message.contains("technology_duty: technology_duty") == false)
  }
}
