import Kernel
import Store
import Testing

@Suite("Naming a subject")
struct SubjectTests {
  private let graph: GraphStore

  init() throws {
    graph = try GraphStore()
    try graph.write(
      """
      INSERT INTO graph_thing VALUES ('1', 'Gallium', 'a metal'), ('2', '나주', NULL),
        ('3', '鎵酸', NULL), ('4', 'Tungsten', NULL), ('5', 'tungsten', NULL);
      """)
    try graph.link([("1", "2"), ("2", "3"), ("4", "99")])
  }

  private func shown(_ text: String) throws -> Value {
    try graph.run("show", text).tables[0].rows[0][1]
  }

  private func fault(_ text: String) -> TowerError? {
    #expect(throws: TowerError.self) { _ = try graph.run("show", text) }
  }

  @Test("by identifier, in any case, in Han and in Hangul however it is composed")
  func names() throws {
    #expect(try shown("thing:1") == "thing:1")
    #expect(try shown("gallium") == "thing:1")
    #expect(try shown("thing:GALLIUM") == "thing:1")
    #expect(try shown("鎵酸") == "thing:3")
    #expect(try shown("thing:나주") == "thing:2")
    // The same word in single letters.
    #expect(try shown("thing:\u{1102}\u{1161}\u{110C}\u{116E}") == "thing:2")
  }

  @Test("that only links know is taken as it is written")
  func linked() throws {
    #expect(try shown("thing:99") == "thing:99")
  }

  @Test("that several have is refused with the candidates")
  func ambiguous() {
    let several = fault("나주")
    #expect(several?.status == .usage)
    #expect(several?.message == "'나주' means 2 subjects; say which")
    #expect(several?.hints == ["place:9  9", "thing:2  나주"])
    #expect(fault("Tungsten")?.message == "'Tungsten' means 2 subjects; say which")
  }

  @Test("that is unknown is refused with what is near, else with the kinds there are")
  func unknown() {
    #expect(fault("galium")?.hints == ["did you mean", "thing:1  Gallium"])
    #expect(fault("gall")?.hints == ["did you mean", "thing:1  Gallium"])
    #expect(
      fault("x' OR 1=1 --")?.hints == [
        "write kind:id or a name; the kinds are agency, place, task, thing"
      ])
    #expect(fault("thing:no such thing")?.status == .usage)
    #expect(fault("nothing:1")?.status == .usage)
  }

  @Test("as a table: how well each name meets a text")
  func table() throws {
    #expect(
      try graph.ask("SELECT subject, fit, met FROM subject('gallium')") == [
        ["thing:1", "name", "Gallium"]
      ])
    #expect(
      try graph.ask("SELECT subject, fit FROM subject('TUNG') ORDER BY 1") == [
        ["thing:4", "part"], ["thing:5", "part"],
      ])
    #expect(try graph.ask("SELECT * FROM subject('')").count <= 10)
  }

  @Test("shows one page: its facts, its links with names, and the day they hold on")
  func page() throws {
    let answer = try graph.run("show", "gallium")
    #expect(
      answer.tables[0].rows == [
        ["subject", "thing:1", .null], ["name", "Gallium", .null],
        ["name", "Gallium", "Its name."], ["note", "a metal", "What it is."],
        ["links as of", "2026-11-24", .null],
      ])
    #expect(answer.tables[1].title == "Links: Graph")
    #expect(
      answer.tables[1].rows.map { Array($0.prefix(4)) } == [
        ["leads_to", "to", "thing:2", "나주"]
      ])
    let korean = try graph.run("show", "gallium", "--language", "ko")
    #expect(korean.tables[1].title == "관계: Graph")
    #expect(korean.tables[0].columns.map(\.name) == ["항목", "내용", "설명"])
  }
}
