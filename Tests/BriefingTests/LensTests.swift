import Kernel
import Store
import Testing
import Vocabulary

@testable import Briefing

@Suite("The lenses of a brief")
struct LensTests {
  private func lens(_ name: String, reads: [String] = [], writes: [String]) -> Lens {
    Lens(name, title: LocalizedText(name), reads: reads, writes: writes) { _ in [] }
  }

  @Test("read in the order of what they read and write, else as they are declared")
  func order() throws {
    let lenses = [
      lens("c", reads: ["b"], writes: ["c"]), lens("x", writes: ["x"]),
      lens("b", reads: ["a"], writes: ["b"]), lens("a", writes: ["a"]),
    ]
    #expect(try LensOrder.ordered(lenses).map(\.identifier) == ["x", "a", "b", "c"])
  }

  @Test("do not wait for an indicator that nobody writes, nor for their own")
  func absent() throws {
    let lenses = [lens("a", reads: ["gone", "a"], writes: ["a"])]
    #expect(try LensOrder.ordered(lenses).map(\.identifier) == ["a"])
  }

  @Test("that wait for each other are named")
  func circle() {
    let lenses = [
      lens("a", reads: ["b"], writes: ["a"]), lens("b", reads: ["a"], writes: ["b"]),
      lens("free", writes: ["free"]),
    ]
    let error = #expect(throws: TowerError.self) { try LensOrder.ordered(lenses) }
    #expect(error?.message == "these lenses wait for each other's indicators: a, b")
  }

  @Test("see what the lenses before them found")
  func chain() throws {
    let sample = try SampleTower()
    try sample.brief()
    #expect(try sample.text("brief.md").contains("cover after 2 shares"))
  }

  @Test("of a module that is switched off are missing, and the brief still comes")
  func disabled() throws {
    let sample = try SampleTower(sample: "{enabled: false}")
    try sample.brief()
    let json = try sample.text("brief.json")
    #expect(json.contains("\"outcome\": \"missing\""))
    #expect(
      try sample.text("brief.md").contains("not read, because the module Sample is switched off"))
  }

  @Test("that stop with an error, or write what they did not declare, are said; the others go on")
  func failure() throws {
    for (settings, reason) in [
      ("{fails: true}", "the flows are torn"),
      ("{strays: true}", "lens 'sample-shares' wrote 'cover', which it does not declare"),
    ] {
      let sample = try SampleTower(sample: settings)
      try sample.brief()
      let text = try sample.text("brief.json")
      #expect(text.contains(reason))
      #expect(text.contains("cover after 0 shares"))
    }
  }
}
