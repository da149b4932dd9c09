import Kernel
import Store
import TestSupport
import Testing

@Suite("The table of all links")
struct LinksTableTests {
  private let graph: GraphStore

  init() throws { graph = try GraphStore() }

  @Test(
    "gives by source, target, both or neither what a filter of all links gives", arguments: 0..<20)
  func pushDown(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    try graph.link(
      (0..<30).map { _ in
        ("\(Int.random(in: 0...5, using: &random))", "\(Int.random(in: 0...5, using: &random))")
      })
    let (source, target) = (
      Value.text("thing:\(Int.random(in: 0...6, using: &random))"),
      Value.text("thing:\(Int.random(in: 0...6, using: &random))")
    )
    let all = try graph.ask("SELECT source, target FROM links ORDER BY 1, 2")
    func ask(_ condition: String) throws -> [[Value]] {
      try graph.ask("SELECT source, target FROM links WHERE \(condition) ORDER BY 1, 2")
    }
    let (one, other) = ("'\(source.text ?? "")'", "'\(target.text ?? "")'")
    #expect(try ask("source = \(one)") == all.filter { $0[0] == source })
    #expect(try ask("target = \(other)") == all.filter { $0[1] == target })
    #expect(
      try ask("source = \(one) AND target = \(other)")
        == all.filter { $0[0] == source && $0[1] == target })
    #expect(
      try ask("source = \(one) OR target = \(other)")
        == all.filter { $0[0] == source || $0[1] == target })
    #expect(
      try ask("source IN (\(one), \(other)) AND relation = 'leads_to'")
        == all.filter { $0[0] == source || $0[0] == target })
  }

  @Test(
    "takes the text of a subject as a value, whatever it says",
    arguments: [
      "thing:x' OR '1'='1", "thing:\"; DROP TABLE graph_link; --", "thing:%", "thing:", "thing",
      "", ":", "thing:1/2/3", "thing:\u{0}", "nothing:1",
    ])
  func injection(text: String) throws {
    try graph.link([("1", "2")])
    let quoted = text.replacing("'", with: "''").replacing("\u{0}", with: "")
    #expect(try graph.ask("SELECT * FROM links WHERE source = '\(quoted)'").isEmpty)
    #expect(try graph.ask("SELECT count(*) FROM links") == [[1]])
  }

  @Test("compares with null and with a number as SQL does: no link meets them")
  func noSubject() throws {
    try graph.link([("1", "2")])
    #expect(try graph.ask("SELECT * FROM links WHERE source = NULL").isEmpty)
    #expect(try graph.ask("SELECT * FROM links WHERE source = 1").isEmpty)
    #expect(try graph.ask("SELECT * FROM links WHERE relation = 'no_such'").isEmpty)
  }

  @Test("leaves out links of a closed table, and those marked beyond the deployment")
  func policy() throws {
    try graph.write(
      """
      INSERT INTO graph_marked VALUES ('1', '2', 'TLP:CLEAR'), ('1', '3', 'TLP:RED'),
        ('1', '4', 'no marking');
      INSERT INTO graph_closed VALUES ('1', '5');
      """)
    #expect(
      try graph.ask("SELECT relation, target FROM links") == [["keeps", "thing:2"]])
    let answer = try graph.run("neighbours", "thing:1")
    #expect(answer.tables[0].rows.count == 1)
    #expect(
      answer.notes == [
        "2 links of graph_marked are left out: their marking is beyond what this deployment may hold",
        "not open to questions, so left out: hides of graph_closed",
      ])
  }

  @Test("joins with itself: two steps from a subject")
  func joined() throws {
    try graph.link([("1", "2"), ("2", "3"), ("2", "4"), ("5", "1")])
    #expect(
      try graph.ask(
        """
        SELECT b.target FROM links a JOIN links b ON b.source = a.target
        WHERE a.source = 'thing:1' ORDER BY 1
        """) == [["thing:3"], ["thing:4"]])
  }
}
