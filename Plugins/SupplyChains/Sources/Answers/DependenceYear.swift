internal import Dependence
internal import Kernel
internal import Reference
internal import Store
internal import Vocabulary

/// The dependence of the importers asked for in one year, with names in place of dense codes.
struct DependenceYear {
  /// An importer and a product, for finding the same row in another year.
  struct Key: Hashable {
    let importer: String
    let product: String
  }

  let rows: [DependenceRow]
  private let year: Int
  private let importer: String
  private let countries: [String]
  private let products: [String]
  private let byKey: [Key: DependenceRow]

  init(edition: String, year: Int, importer: String, _ connection: Connection) throws {
    // In the order of BACI's numbers, by which CEPII decides between equal suppliers.
    var countryCodes = Codes(try Countries.identifiers(connection))
    var productCodes = Codes([])
    var loaded: [(product: Int, exporter: Int, importer: Int, value: Double)] = []
    try TradeFlows.forEach(edition: edition, year: year, connection) { flow in
      loaded.append(
        (
          productCodes.code(flow.product), countryCodes.code(flow.exporter),
          countryCodes.code(flow.importer), flow.value
        ))
    }
    var flows = Flows(
      countryCount: countryCodes.names.count, productCount: productCodes.names.count)
    for flow in loaded {
      flows.append(
        product: flow.product, exporter: flow.exporter, importer: flow.importer, value: flow.value)
    }
    let table = DependenceTable(flows)
    let lastDay = try Day("\(year)-12-31")
    let members = try Countries.members(of: importer, on: lastDay, connection)
    let found: [DependenceRow]
    if !members.isEmpty {
      found = table.group(Set(members.compactMap(countryCodes.known)))
    } else {
      let only = countryCodes.known(importer)
      found = table.countries().filter { importer == "all" || $0.importer == only }
    }
    self.year = year
    self.importer = importer
    countries = countryCodes.names
    products = productCodes.names
    let names = countryCodes.names
    let codes = productCodes.names
    rows = found.sorted {
      ($0.importer.map { names[$0] } ?? "", codes[$0.product])
        < ($1.importer.map { names[$0] } ?? "", codes[$1.product])
    }
    let keyed = found.map { row in
      (
        Key(importer: row.importer.map { names[$0] } ?? importer, product: codes[row.product]), row
      )
    }
    byKey = Dictionary(keyed) { first, _ in first }
  }

  func key(_ row: DependenceRow) -> Key {
    Key(importer: row.importer.map { countries[$0] } ?? importer, product: products[row.product])
  }

  func code(_ row: DependenceRow, _ edition: String) -> ProductCode {
    guard let code = try? ProductCode(edition: edition, digits: products[row.product]) else {
      preconditionFailure("the store holds a product that is no code: \(products[row.product])")
    }
    return code
  }

  /// Whether criteria 1 to 3 held together; false for a year without imports.
  func meetsAll(_ key: Key, _ bounds: DependenceThresholds) -> Bool {
    byKey[key]?.meetsAll(bounds) ?? false
  }

  /// The row as the command prints it; `earlier` says for each of three years whether all held.
  func values(
    _ row: DependenceRow, _ edition: String, _ bounds: DependenceThresholds, earlier: [Bool]
  ) -> [Value] {
    let isGroup = row.importer == nil
    let c4 = earlier.isEmpty ? nil : holdsInTwoOfThreeYears(earlier)
    return [
      .text(key(row).importer), .text("\(edition)/\(products[row.product])"), Value(year),
      .real(row.imports), Value(row.suppliers), .real(row.importConcentration),
      .real(row.topShare), .text(countries[row.topSupplier]), .real(row.worldConcentration),
      .real(row.exports), .real(row.importExportRatio), Value(row.isConcentrated(bounds)),
      Value(row.isConcentratedInTheWorld(bounds)), Value(row.exceedsExports(bounds)), Value(c4),
      isGroup ? .real(row.importConcentration) : .null, Value(row.outsideShare),
      isGroup ? .real(row.importExportRatio) : .null,
    ]
  }
}

/// Dense codes: of known names in their order, then of others in the order of first use.
private struct Codes {
  private(set) var names: [String] = []
  private var codes: [String: Int] = [:]

  init(_ known: [String]) {
    for name in known { _ = code(name) }
  }

  mutating func code(_ name: String) -> Int {
    if let code = codes[name] { return code }
    codes[name] = names.count
    names.append(name)
    return names.count - 1
  }

  func known(_ name: String) -> Int? { codes[name] }
}
