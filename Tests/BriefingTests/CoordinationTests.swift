import Kernel
import Store
import Testing

@Suite("The coordination of a brief")
struct CoordinationTests {
  private func tasks(_ sample: SampleTower) throws -> [[Value]] {
    try sample.run("findings", "--indicator", "task").tables[0].rows.map { [$0[3], $0[4], $0[16]] }
  }

  @Test("the level is the highest of the findings, and names them")
  func level() throws {
    let sample = try SampleTower()
    try sample.brief()
    let row = try sample.run("findings", "--indicator", "situation_level").tables[0].rows[0]
    #expect(row[8] == "alert")
    #expect(row[11] == "Level alert: CHN supplies 0.625")
  }

  @Test(
    "the tasks are those of the level and of the kind, one accountable agency each, by deadline")
  func playbook() throws {
    let sample = try SampleTower()
    try sample.brief()
    #expect(
      try tasks(sample) == [
        ["agency:one", "task:first", "2026-11-25"], ["agency:two", "task:later", "2026-11-29"],
      ])
  }

  @Test("where no measure of a real event applies the level is attention at most, and it says so")
  func atRest() throws {
    let sample = try SampleTower(sample: "{in_force: false}")
    try sample.brief()
    let row = try sample.run("findings", "--indicator", "situation_level").tables[0].rows[0]
    #expect(row[8] == "attention")
    #expect(row[11].text?.contains("held down, because no measure") == true)
    let report = try sample.text("brief.md")
    #expect(report.contains("- Level: **attention** - The level is held down, because no measure"))
    try sample.brief(reality: "hypothetical")
    #expect(
      try sample.run("findings", "--indicator", "situation_level").tables[0].rows[0][8] == "alert")
  }

  @Test(
    "without a finding that stands for a level it cannot be told, and the lowest tasks are listed")
  func unknown() throws {
    let sample = try SampleTower(sample: "{fails: true}")
    try sample.brief()
    let row = try sample.run("findings", "--indicator", "situation_level").tables[0].rows[0]
    #expect(row[8] == .null)
    #expect(row[9] == "insufficient")
    #expect(try tasks(sample) == [["agency:two", "task:later", "2026-11-29"]])
  }

  @Test("a configuration without a playbook lists no task and says why")
  func noPlaybook() throws {
    let sample = try SampleTower(playbook: false)
    #expect(try sample.brief().text?.contains("no playbook") == true)
    #expect(try tasks(sample).isEmpty)
  }
}
