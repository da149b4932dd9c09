import Kernel
import Store
import Testing

@Suite("Walking over links")
struct WalkTests {
  private let graph: GraphStore

  init() throws { graph = try GraphStore() }

  private func fault(_ words: String...) -> TowerError? {
    #expect(throws: TowerError.self) {
      _ = try Dispatcher(graph.tower).run(words)
    }
  }

  @Test("neighbours come nearest first; cycles and links to itself end no walk and add nothing")
  func neighbours() throws {
    try graph.link([("1", "1"), ("1", "2"), ("2", "3"), ("3", "1"), ("3", "4"), ("4", "5")])
    #expect(try graph.subjects("neighbours", "thing:1") == ["thing:2", "thing:3"])
    #expect(
      try graph.ask(
        "SELECT depth, subject FROM neighbours('thing:1', 1000000000) WHERE note IS NULL") == [
          [1, "thing:2"], [1, "thing:3"], [2, "thing:4"], [3, "thing:5"],
        ])
  }

  @Test("every shortest path is given, step by step, with its links as they are declared")
  func path() throws {
    try graph.link([("1", "2"), ("3", "2"), ("1", "4"), ("4", "3"), ("3", "5")])
    #expect(
      try graph.ask(
        "SELECT path, step, source, target FROM path('thing:1', 'thing:5') WHERE note IS NULL") == [
          [1, 1, "thing:1", "thing:2"], [1, 2, "thing:3", "thing:2"], [1, 3, "thing:3", "thing:5"],
          [2, 1, "thing:1", "thing:4"], [2, 2, "thing:4", "thing:3"], [2, 3, "thing:3", "thing:5"],
        ])
    let none = try graph.run("path", "thing:1", "thing:5", "--max", "2")
    #expect(none.tables[0].rows.isEmpty)
    #expect(
      none.notes.first
        == "no path of at most 2 links was found between thing:1 and thing:5 on 2026-11-24")
  }

  @Test("a link holds from its first day until the day before its end")
  func dates() throws {
    try graph.link([("1", "2")], from: "2025-01-01", to: "2025-03-01")
    try graph.link([("1", "3")])
    func on(_ day: String) throws -> Int {
      try graph.ask("SELECT * FROM path('thing:1', 'thing:2') WHERE note IS NULL", asOf: day).count
    }
    #expect(try on("2024-12-31") == 0)
    #expect(try on("2025-01-01") == 1)
    #expect(try on("2025-02-28") == 1)
    #expect(try on("2025-03-01") == 0)
  }

  @Test("what two subjects share is found, though one of them is a hub")
  func common() throws {
    try graph.link((1...1500).map { ("hub", "\($0)") } + [("7777", "1499"), ("hub", "7777")])
    #expect(
      try graph.ask("SELECT subject, source, target FROM common('thing:hub', 'thing:7777')")
        .filter { !$0[0].isNull } == [
          ["thing:1499", "thing:hub", "thing:1499"], ["thing:1499", "thing:7777", "thing:1499"],
        ])
  }

  @Test("a hub is cut and said, in a note of a command and in a row of a function")
  func hub() throws {
    try graph.link((1...1500).map { ("hub", "\($0)") } + [("900", "far")])
    let answer = try graph.run("neighbours", "thing:hub")
    #expect(answer.tables[0].rows.count == 1000)
    let note = try #require(answer.notes.first)
    #expect(note.hasPrefix("not every link was followed: leads_to of thing:hub: 1000; "))
    let rows = try graph.ask("SELECT subject, note FROM neighbours('thing:hub', 1)")
    #expect(rows.count == 1002)
    #expect(rows[1000] == [.null, .text(note)])
    // The link to 900 is not among those followed from the hub; it is found from the other end.
    #expect(try graph.run("path", "thing:7", "thing:far").tables[0].rows.count == 3)
  }

  @Test("a depth or length of less than one link is refused, and so is an unknown relation")
  func refusals() throws {
    try graph.link([("1", "2")])
    for depth in ["0", "-1", "many", "99999999999999999999"] {
      #expect(fault("neighbours", "thing:1", "--depth", depth)?.status == .usage)
    }
    #expect(fault("query", "SELECT * FROM neighbours('thing:1', 0)") != nil)
    #expect(fault("query", "SELECT * FROM path('thing:1', 'thing:2', -5)") != nil)
    #expect(
      fault("neighbours", "thing:1", "--relation", "lead_to")?.hints == ["did you mean leads_to?"])
  }
}
