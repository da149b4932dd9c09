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
