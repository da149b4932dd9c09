import Configuration
import FoundationEssentials
import Kernel
import Store
import TestSupport
import Testing

@Suite("The import of technologies and holders")
struct RegisterImportTests {
  private let whole: TechnologyTower

  init() throws {
    whole = try TechnologyTower.whole()
  }

  private func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
  }

  private func counts() throws -> [Value] {
    try whole.tower.read { connection in
      try connection.first(
        """
        SELECT (SELECT count(*) FROM technology), (SELECT count(*) FROM technology_step),
          (SELECT count(*) FROM technology_use), (SELECT count(*) FROM technology_make),
          (SELECT count(*) FROM technology_holder), (SELECT count(*) FROM technology_holding)
        """) ?? []
    }
  }

  private func faults(_ words: String...) -> [String] {
    do {
      try whole.run(words)
      return []
    } catch let error as ConfigurationError {
      return error.diagnostics.map { "\($0.mark.line):\($0.mark.column) \($0.summary)" }
    } catch {
      return ["another error: \(error)"]
    }
  }

  private func diagnostics(_ dataset: String, _ yaml: String) -> [String] {
    faults("import", dataset, whole.folder.write("wrong.yaml", yaml))
  }

  @Test("takes every bundled file; the same bytes again change nothing and say so")
  func bundled() throws {
    let before = try counts()
    #expect(before[0] == 22)
    #expect(before[4] == 10)
    let again = try whole.run(["import", "technologies"] + TechnologyTower.technologyFiles)
    #expect(again.tables[0].rows.allSatisfy { $0[1] == "unchanged" })
    #expect(try counts() == before)
    #expect(try whole.run(["store", "check"]).status == .ok)
  }

  @Test("an edited file replaces what the file of its name brought, and keeps the holdings")
  func replacement() throws {
    let before = try counts()
    let path = whole.folder.write(
      "semiconductors.yaml",
      try text(TechnologyTower.technologyFiles[2])
        .replacing("title: {en: \"DRAM memory\"", with: "title: {en: \"Dynamic memory\""))
    try whole.run(["import", "technologies", path])
    #expect(try counts() == before)
    let dram = try whole.rows(["technology", "list"]).first { $0["technology"] == "dram-memory" }
    #expect(dram?["title"] == "Dynamic memory")
    let holders = try whole.rows(["technology", "holders", "--technology", "dram-memory"])
    #expect(holders.map { $0["holder"] } == ["hanbit-memory"])
  }

  @Test("a technology that is still held cannot vanish with a new version of its file")
  func heldTechnology() throws {
    let before = try counts()
    let path = whole.folder.write(
      "semiconductors.yaml",
      try text(TechnologyTower.technologyFiles[2]).replacing(
        "id: dram-memory", with: "id: dram-memry"))
    let found = faults("import", "technologies", path, "--allow-shrink")
    #expect(found.count == 1)
    #expect(found.first?.contains("'dram-memory' is missing, but holder 'hanbit-memory'") == true)
    #expect(found.first?.contains("did you mean dram-memry?") == true)
    #expect(try counts() == before)
  }

  @Test("one technology in two files is refused at its place")
  func twoFiles() throws {
    let path = whole.folder.write(
      "copy.yaml", "# copy\n" + (try text(TechnologyTower.technologyFiles[3])))
    let found = faults("import", "technologies", path)
    #expect(found.count == 6)
    #expect(found.allSatisfy { $0.contains("is in the register already, from another file") })
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

  @Test("damaged files are refused with located faults, and leave the store as it was")
  func damage() throws {
    let original = Array(try text(TechnologyTower.holderFile).utf8)
    let before = try counts()
    var generator = SeededGenerator(seed: 7)
    var refused = 0
    for round in 0..<60 {
      var bytes = original
      for _ in 0...(round % 3) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: bytes.remove(at: place)
        case 1: bytes[place] = UInt8.random(in: 32...126, using: &generator)
        default: bytes.removeSubrange(place..<min(place + 40, bytes.count))
        }
      }
      let path = whole.folder.write("damaged-\(round).yaml", bytes)
      do {
        try whole.run(["import", "technology-holders", path])
      } catch let error as ConfigurationError {
        refused += 1
        #expect(error.diagnostics.allSatisfy { $0.mark.line >= 1 && $0.mark.column >= 1 })
      }
      // What is still well formed names the same holders, from another file.
      #expect(try counts() == before)
    }
    #expect(refused == 60)
  }
}
