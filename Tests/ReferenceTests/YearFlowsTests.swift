import Kernel
import Reference
import Store
import TestSupport
import Testing
import Vocabulary

@Suite("Flows as columns")
struct YearFlowsTests {
  private let folder = ScratchFolder()
  private let tower: Tower

  init() throws {
    let modules: [any Module.Type] = [KernelModule.self, ReferenceModule.self]
    tower = Tower(
      deployment: try .defaults(modules: modules.map { $0.identity }),
      registry: try Registry(modules), clock: .fixed(try Instant("2026-11-24T00:00:00Z")),
      storePath: folder.file("tower.db"))
    let codes = folder.write(
      "codes.csv",
      """
      country_code,country_name,country_iso2,country_iso3
      410,Rep. of Korea,KR,KOR
      699,India,IN,IND
      156,China,CN,CHN

      """)
    var rows = "t,i,j,k,v,q\n"
    var random = SeededGenerator(seed: 9)
    for product in [250310, 280530, 280540, 284690, 811291] {
      for exporter in [156, 410, 699] {
        for importer in [156, 410, 699] where importer != exporter {
          let quantity = Bool.random(using: &random) ? "2.5" : ""
          let value = Int.random(in: 1...1000, using: &random)
          rows += "2023,\(exporter),\(importer),\(product),\(value),\(quantity)\n"
        }
      }
    }
    let flows = folder.write("baci_hs92.csv", rows)
    _ = try Dispatcher(tower).run(["import", "baci-countries", codes, "--quiet"])
    _ = try Dispatcher(tower).run(["import", "baci", flows, "--quiet"])
  }

  private func texts(_ columns: YearFlows) -> [String] {
    columns.values.indices.map { row in
      let quantity = columns.quantities[row]
      return [
        columns.products[Int(columns.productCodes[row])],
        columns.countries[Int(columns.exporterCodes[row])],
        columns.countries[Int(columns.importerCodes[row])], String(columns.values[row]),
        quantity.isNaN ? "unknown" : String(quantity),
      ].joined(separator: " ")
    }
  }

  private func naive(_ isWanted: (String) -> Bool) throws -> [String] {
    var found: [String] = []
    try tower.read { connection in
      try TradeFlows.forEach(edition: "hs92", year: 2023, connection) { flow in
        guard isWanted(flow.product) else { return }
        found.append(
          "\(flow.product) \(flow.exporter) \(flow.importer) \(flow.value) "
            + (flow.quantity.map { String($0) } ?? "unknown"))
      }
    }
    return found
  }

  @Test("are the flows one by one, in the same order")
  func same() throws {
    let columns = try tower.read {
      try TradeFlows.columns(edition: "hs92", year: 2023, $0)
    }
    #expect(texts(columns) == (try naive { _ in true }))
    #expect(columns.products == columns.products.sorted())
    #expect(columns.countries == ["CHN", "KOR", "IND"], "in the order of BACI's numbers")
  }

  @Test(
    "of some products are those under their prefixes, each once",
    arguments: [["280530"], ["2805", "280530"], ["28", "81"], ["81", "2503"], ["99"], []])
  func prefixes(prefixes: [String]) throws {
    let columns = try tower.read {
      try TradeFlows.columns(edition: "hs92", year: 2023, prefixes: prefixes, $0)
    }
    let wanted = try naive { product in prefixes.contains { product.hasPrefix($0) } }
    #expect(texts(columns) == wanted)
    #expect(columns.products == columns.products.sorted())
  }

  @Test("the products of a year are listed, and none for a year that is not held")
  func products() throws {
    let found = try tower.read { try TradeFlows.products(edition: "hs92", year: 2023, $0) }
    #expect(found == ["250310", "280530", "280540", "284690", "811291"])
    #expect(try tower.read { try TradeFlows.products(edition: "hs92", year: 1999, $0) } == [])
  }

  @Test("a country in a sentence has its words in order, and an article where English wants one")
  func names() throws {
    try tower.write { connection in
      try connection.execute(
        """
        INSERT INTO country_name SELECT column1, 'XX', 1, column2, NULL, id FROM tower_source,
          (VALUES ('KOR', 'Korea, Republic of'), ('USA', 'United States'), ('CHN', 'China'),
            ('COD', 'Congo, The Democratic Republic of the'), ('NLD', 'Netherlands'),
            ('BES', 'Bonaire, Sint Eustatius and Saba')) WHERE dataset = 'baci'
        """)
    }
    let names = try tower.read { try Countries.names($0) }
    #expect(names.inSentence("KOR").english == "the Republic of Korea")
    #expect(names.inSentence("USA").english == "the United States")
    #expect(names.inSentence("COD").english == "the Democratic Republic of the Congo")
    #expect(names.inSentence("NLD").english == "the Netherlands")
    #expect(names.inSentence("CHN").english == "China")
    #expect(names.inSentence("BES").english == "Bonaire, Sint Eustatius and Saba")
  }
}
