import Configuration
import Testing

@Suite("The settings in force")
struct OutlineTests {
  @Test("are listed in the order of the schema, with value, origin and documentation")
  func listing() throws {
    let values = try Fixtures.values(
      """
      stocks: [{material: gallium, amount: 1.5 kt}]
      agency: motir
      title: {en: Trade, ko: 통상}
      names: []
      limits: {rows: 5}
      rates: {a: 40%}
      """)
    let lines = values.outline().map { "\($0.path) = \($0.value) | \($0.origin) | \($0.doc)" }
    #expect(
      lines == [
        "agency = motir | t.yaml:2:9 | The agency.",
        "title = Trade / 통상 | t.yaml:3:8 | The title.",
        "workers = 2 | default | How many.",
        "enabled = true | default | Whether it is on.",
        "names = [] | t.yaml:4:8 | Names.",
        "stocks[0].material = gallium | t.yaml:1:21 | What is kept.",
        "stocks[0].amount = 1.5 kt | t.yaml:1:38 | How much.",
        "limits.strict = true | default | Whether it stops.",
        "limits.rows = 5 | t.yaml:5:16 | How many rows at least.",
        "rates.a = 40% | t.yaml:6:12 | ",
      ])
  }
}
