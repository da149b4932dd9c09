import Configuration
import Kernel
import TestSupport
import Testing

@Suite("The faults of a file of technologies or holders")
struct RegisterFaultTests {
  private let whole: TechnologyTower

  init() throws {
    whole = try TechnologyTower.whole()
  }

  /// The faults of a file as `line:column message`.
  private func diagnostics(_ dataset: String, _ yaml: String) -> [String] {
    do {
      try whole.run(["import", dataset, whole.folder.write("wrong.yaml", yaml)])
      return []
    } catch let error as ConfigurationError {
      return error.diagnostics.map { "\($0.mark.line):\($0.mark.column) \($0.summary)" }
    } catch {
      return ["another error: \(error)"]
    }
  }

  @Test("ten faults of a file of technologies are ten located errors in one run")
  func technologyFaults() throws {
    let schema = diagnostics(
      "technologies",
      """
      technologies:
        - id: one
          title: One
          field: semiconducters
          criticality: vital
          national_core: maybe
          core_from: 2025-02-30
          law_reference: x
          steps: []
          uses: [{step: a, product: hs93/2805, role: r}]
          makes: [{produkt: hs92/280530}]
          control_codes: [{regime: jp, code: x}]
          colour: blue
      """)
    #expect(
      schema.map { String($0.prefix { $0 != " " }) } == [
        "2:5", "4:12", "5:18", "6:20", "7:16", "9:12", "10:31", "11:13", "11:14", "12:30", "13:5",
      ])
    #expect(schema.contains { $0.contains("did you mean semiconductors?") })
    #expect(schema.contains { $0.contains("did you mean product?") })
    let meaning = diagnostics(
      "technologies",
      """
      technologies:
        - id: One_two
          title: One
          field: bio
          criticality: core
          national_core: unknown
          law_reference: x
          steps:
            - {id: smelting, title: S, order: 1}
            - {id: smelting, title: S, order: 1}
          uses:
            - {step: smeltin, product: hs92/280530, role: r}
            - {step: smelting, role: r}
            - {step: smelting, product: hs92/280530, elements: [cerium], role: r}
          makes: [{product: hs92/280530}, {product: hs92/280530}]
          control_codes: [{regime: eu, code: a}, {regime: eu, code: a}]
          source: s
        - {id: dram-memory, title: T, field: bio, criticality: core, national_core: "no",
           law_reference: x, steps: [{id: s, title: S, order: 1}], source: s}
      """)
    #expect(
      meaning.map { String($0.prefix { $0 != " " }) }
        == ["2:9", "10:14", "10:41", "12:16", "13:9", "14:58", "15:47", "16:63", "18:10"])
    #expect(meaning.contains { $0.contains("did you mean smelting?") })
  }

  @Test("a holding of an unknown technology is named with the nearest, beside every other fault")
  func holderFaults() throws {
    let found = diagnostics(
      "technology-holders",
      """
      holders:
        - id: a
          name: A
          synthetic: true
          holdings:
            - {technology: dram-memry, state_funded: "yes"}
            - {technology: nand-flash, state_funded: "no"}
            - {technology: nand-flash, state_funded: unknown}
        - {id: a, name: B, synthetic: true, holdings: [{technology: nowhere, state_funded: "no"}]}
        - {id: nuri-flame, name: C, synthetic: true,
           holdings: [{technology: nand-flash, state_funded: "no"}]}
      """)
    #expect(
      found.map { String($0.prefix { $0 != " " }) } == ["6:22", "8:22", "9:10", "9:63", "10:10"])
    #expect(found.first?.contains("did you mean dram-memory?") == true)
    let early = try TechnologyTower()
    #expect(throws: ConfigurationError.self) {
      try early.run(["import", "technology-holders", TechnologyTower.holderFile])
    }
  }

  @Test("state funding is yes, no or unknown, never left out or a flag")
  func funding() throws {
    for funding in ["true", "partly", "\"\""] {
      let found = diagnostics(
        "technology-holders",
        """
        holders:
          - {id: a, name: A, synthetic: true,
             holdings: [{technology: nand-flash, state_funded: \(funding)}]}
        """)
      #expect(found.count == 1)
    }
    let missing = diagnostics(
      "technology-holders",
      """
      holders:
        - {id: a, name: A, synthetic: true, holdings: [{technology: nand-flash}]}
      """)
    #expect(missing.first?.contains("the key 'state_funded' is missing") == true)
  }
}
