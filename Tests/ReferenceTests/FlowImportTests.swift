import Configuration
import Kernel
import Store
import TestSupport
import Testing
import Vocabulary

@testable import Reference

@Suite("Importing flows with little memory")
struct FlowImportTests {
  private let folder = ScratchFolder()
  private let tower: Tower

  init() throws {
    let modules: [any Module.Type] = [KernelModule.self, ReferenceModule.self, MemoryModule.self]
    tower = Tower(
      deployment: try .defaults(modules: modules.map { $0.identity }),
      registry: try Registry(modules), clock: .fixed(try Instant("2026-11-24T00:00:00Z")),
      storePath: folder.file("tower.db"))
    try run("import", "baci-countries", project + "/config/reference/baci_country_codes.csv")
  }

  private func run(_ words: String...) throws {
    _ = try Dispatcher(tower).run(words + ["--quiet"])
  }

  /// A file of three years that is sorted by product, so that no year of it is whole before its end.
  private func lines() -> [String] {
    var lines: [String] = []
    for product in 100_100..<100_500 {
      for year in 2021...2023 {
        for (exporter, importer) in [(156, 410), (842, 410), (410, 156)] {
          lines.append("\(year),\(exporter),\(importer),\(product),\(product % 97).5,")
        }
      }
    }
    return lines
  }

  /// What the store holds of each year after an import.
  private func segments(_ dataset: String, _ lines: [String]) throws -> [[Value]] {
    let text = "t,i,j,k,v,q\n" + lines.joined(separator: "\n") + "\n"
    try run("import", dataset, folder.write(dataset + ".csv", text))
    return try tower.read {
      try $0.rows("SELECT keys, value_block FROM flow_segment ORDER BY year, first_product")
    }
  }

  @Test("gives the same segments however often it had to write a year before its end")
  func same() throws {
    let whole = try segments("much-memory", lines())
    #expect(whole.count == 3)
    #expect(try segments("little-memory", lines()) == whole)
  }

  @Test("names both lines of a flow, also where the first was written long before")
  func duplicate() throws {
    var lines = lines()
    lines.append(lines[5])
    for dataset in ["much-memory", "little-memory"] {
      let error = #expect(throws: TowerError.self) { try segments(dataset, lines) }
      #expect(
        error?.message.hasSuffix(".csv:\(lines.count + 1): this flow stands on line 7 already")
          == true)
      #expect(error?.hints.first == "product 100100 from KOR to CHN in 2022")
    }
  }
}

/// The importer of flows with as much memory as a test wants it to have.
private struct MemoryModule: Module {
  static let identity = ModuleIdentity(
    identifier: "memory", title: LocalizedText("Memory", korean: "기억 장치"), requires: ["reference"])

  init(settings: SettingValues) {}

  var descriptor: ModuleDescriptor {
    var descriptor = ModuleDescriptor()
    descriptor.importers = [("little-memory", 20_000), ("much-memory", 1 << 30)].map {
      name, bytes in
      Importer(
        name, doc: "Takes flows.",
        defaultCard: SourceCard(publisher: "Nobody", title: "Flows", licence: "none")
      ) { session in
        var flows = FlowImport(
          session, edition: "hs92", try CountryNumbers(session.connection), capacity: bytes,
          chunk: 4000)
        try flows.run()
      }
    }
    return descriptor
  }
}
