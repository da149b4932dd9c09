import Dependence
import Tabular
import TestSupport

/// The raw-material flows of BACI by year; dense codes follow the order of BACI's own codes.
struct ReferenceFlows {
  static let years = 2019...2024
  static let file = "data/flows/baci_hs92_raw_materials_1995_2024.csv.gz"

  let countries: [Int]
  let products: [Int]
  private(set) var flows: [Int: Flows] = [:]

  /// The flows, read once for all tests.
  static let all = Result { try ReferenceFlows() }

  private init() throws {
    var rows: [(numbers: [Int], value: Double, quantity: Double?)] = []
    var reader = CSVReader(source: SharedData.chunks(ReferenceFlows.file))
    var record = CSVRecord()
    guard try reader.next(into: &record) else { throw Missing() }
    while try reader.next(into: &record) {
      guard let year = record.integer(0), ReferenceFlows.years.contains(year) else { continue }
      let numbers = (0..<4).compactMap { record.integer($0) }
      guard numbers.count == 4, let value = record.number(4) else { throw Missing() }
      rows.append((numbers, value, record.number(5)))
    }
    countries = Set(rows.flatMap { $0.numbers[1...2] }).sorted()
    products = Set(rows.map { $0.numbers[3] }).sorted()
    let country = ReferenceFlows.codes(countries)
    let product = ReferenceFlows.codes(products)
    for year in ReferenceFlows.years {
      flows[year] = Flows(countryCount: countries.count, productCount: products.count)
    }
    for (numbers, value, quantity) in rows {
      guard let exporter = country[numbers[1]], let importer = country[numbers[2]],
        let code = product[numbers[3]]
      else { throw Missing() }
      flows[numbers[0]]?.append(
        product: code, exporter: exporter, importer: importer, value: value, quantity: quantity)
    }
  }

  func table(_ year: Int) throws -> DependenceTable {
    guard let flows = flows[year] else { throw Missing() }
    return DependenceTable(flows)
  }

  private static func codes(_ names: [Int]) -> [Int: Int] {
    Dictionary(uniqueKeysWithValues: zip(names, names.indices))
  }

  private struct Missing: Error {}
}

/// The rows of a CSV file by the names of its header.
func rows(_ name: String) throws -> [[String: String]] {
  var reader = CSVReader(source: SharedData.chunks(name))
  var record = CSVRecord()
  guard try reader.next(into: &record) else { return [] }
  let header = (0..<record.count).map { record.text($0) ?? "" }
  var found: [[String: String]] = []
  while try reader.next(into: &record) {
    let fields = (0..<record.count).map { record.text($0) ?? "" }
    found.append(Dictionary(uniqueKeysWithValues: zip(header, fields)))
  }
  return found
}

/// Whether a number is the printed one; ten significant digits are printed.
func isPrinted(_ text: String?, _ value: Double) -> Bool {
  guard let text, let printed = Double(text) else { return false }
  return abs(printed - value) <= 1e-9 * abs(printed)
}
