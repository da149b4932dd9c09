internal import FlowColumns
internal import Kernel
internal import Reference
internal import Store

/// What the trade flows of a store are measured at.
struct FlowBenchmark {
  private let tower: Tower

  init(store path: String) throws {
    let modules: [any Module.Type] = [KernelModule.self, ReferenceModule.self]
    tower = Tower(
      deployment: try .defaults(modules: modules.map { $0.identity }),
      registry: try Registry(modules), clock: .system(utcOffsetHours: 0), storePath: path)
  }

  /// Concentration for every product and importer of every year, from a closed store.
  func concentration() throws {
    let start = seconds()
    var sums = Sums()
    try tower.read { connection in
      for year in try TradeFlows.years(edition: "hs92", connection) {
        try sums.add(year, connection)
      }
    }
    print("inside", seconds() - start)
    sums.print()
  }

  /// Questions one after the other in one process.
  func session(repeats: Int) throws {
    var years: [Int] = []
    var sums = Sums()
    try tower.read { connection in
      years = try TradeFlows.years(edition: "hs92", connection)
      let again = try shortest(of: repeats) {
        sums = Sums()
        for year in years { try sums.add(year, connection) }
      }
      print("concentration", again)
    }
    sums.print()
    let importer = YearGenerator.identifier(3)
    let product = "hs92/\(YearGenerator.products[2500])"
    let year = "year = \(years.last ?? 0)"
    try ask("importer_year", "\(year) AND importer = '\(importer)'", repeats)
    try ask("product_year", "\(year) AND product = '\(product)'", repeats)
    try ask("heading_year", "\(year) AND product LIKE '\(product.prefix(9))%'", repeats)
    try ask(
      "lookup",
      "\(year) AND product = '\(product)' AND importer = '\(importer)' "
        + "AND exporter = '\(YearGenerator.identifier(7))'", repeats)
    print("asked_importer", YearGenerator.countryNumbers[3])
    print("asked_product", YearGenerator.products[2500])
  }

  /// A question in SQL, from its text to its answer, on a connection of a session.
  private func ask(_ name: String, _ condition: String, _ repeats: Int) throws {
    let connection = try tower.openForQuestions(
      CommandLineParser.globalOptions([]).options)
    var answer: [Value] = []
    let time = try shortest(of: repeats + 1) {
      answer =
        try connection.first("SELECT count(*), total(value) FROM flows WHERE \(condition)") ?? []
    }
    print(name, time)
    print("\(name)_answer", answer.compactMap(\.real).map { "\($0)" }.joined(separator: " "))
  }
}

/// What both sides must agree on.
private struct Sums {
  private var groups = 0
  private var suppliers = 0
  private var index = 0.0
  private var topShare = 0.0
  private var worldIndex = 0.0

  mutating func add(_ year: Int, _ connection: Connection) throws {
    let reader = try TradeFlows.concentrations(
      edition: "hs92", year: year, importers: .every, connection)
    while let parts = try reader.next() {
      for part in parts {
        groups += part.imports.count
        for row in part.imports {
          suppliers &+= Int(row.suppliers)
          index += row.index
          topShare += row.topShare
        }
        for row in part.exports { worldIndex += row.index }
      }
    }
  }

  func print() {
    Swift.print("groups", groups)
    Swift.print("suppliers", suppliers)
    Swift.print("index", index)
    Swift.print("top_share", topShare)
    Swift.print("world_index", worldIndex)
  }
}
