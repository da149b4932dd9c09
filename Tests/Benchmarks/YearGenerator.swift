internal import FlowColumns
internal import Glibc
internal import Sampling

/// Writes a year of trade as BACI publishes it, with as many rows as a real year, from a seed.
///
/// Whether a pair of countries trades a product follows from the sizes of all three; values and
/// quantities have the spread of the published flows of raw materials of 2023: a median of 19 thousand
/// dollars and 4.8 tonnes, natural logarithms that vary by 4.2 and 5, and 5 % unknown quantities.
func generateYear(path: String, year: Int, rows: Int, seed: UInt64) throws {
  guard let file = fopen(path, "w") else { throw FlowFault("cannot write \(path)") }
  defer { fclose(file) }
  var generator = YearGenerator(year: year, rows: rows, seed: seed)
  var text = Array("t,i,j,k,v,q\n".utf8)
  var count = 0
  for exporter in YearGenerator.countryNumbers.indices {
    for importer in YearGenerator.countryNumbers.indices where importer != exporter {
      count += generator.appendRows(from: exporter, to: importer, &text)
      guard text.count > 1 << 20 else { continue }
      fwrite(text, 1, text.count, file)
      text.removeAll(keepingCapacity: true)
    }
  }
  fwrite(text, 1, text.count, file)
  print("rows", count)
}

/// Writes the countries of the generated years as CEPII writes its codes.
func writeCountries(path: String) throws {
  guard let file = fopen(path, "w") else { throw FlowFault("cannot write \(path)") }
  defer { fclose(file) }
  let lines = YearGenerator.countryNumbers.enumerated().map { place, number in
    "\(number),Country \(number),XX,\(YearGenerator.identifier(place))\n"
  }
  fputs("country_code,country_name,country_iso2,country_iso3\n" + lines.joined(), file)
}

struct YearGenerator {
  /// The numbers of 226 countries, as far apart as BACI's.
  static let countryNumbers = (0..<226).map { UInt16(4 + 4 * $0 + $0 % 3) }
  /// The numbers of 5000 products in 96 chapters.
  static let products = (0..<5000).map { 10_000 + $0 / 52 * 10_000 + $0 % 52 * 190 + 111 }

  /// Three letters for a country.
  static func identifier(_ place: Int) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return String([letters[place / 676], letters[place / 26 % 26], letters[place % 26]])
  }

  private let year: Int
  private var random: SplitMix64
  private var exporterSizes: [Double] = []
  private var importerSizes: [Double] = []
  private var productSizes: [Double] = []
  private var scale = 1.0

  init(year: Int, rows: Int, seed: UInt64) {
    self.year = year
    random = SplitMix64(seed: seed)
    for _ in YearGenerator.countryNumbers {
      let size = 1.6 * random.normal()
      exporterSizes.append(exp(size + 0.5 * random.normal()))
      importerSizes.append(exp(0.6 * size + 0.3 * random.normal()))
    }
    for _ in YearGenerator.products { productSizes.append(exp(0.8 * random.normal())) }
    var low = 0.0
    var high = 100.0
    for _ in 0..<40 {
      scale = (low + high) / 2
      if expectedRows() < Double(rows) { low = scale } else { high = scale }
    }
  }

  /// How likely it is that a product is traded.
  private func likelihood(_ pair: Double, _ product: Int) -> Double {
    let strength = scale * pair * productSizes[product]
    return strength / (1 + strength)
  }

  private func expectedRows() -> Double {
    var sum = 0.0
    let step = 50
    for exporter in exporterSizes.indices {
      for importer in importerSizes.indices where importer != exporter {
        let pair = exporterSizes[exporter] * importerSizes[importer]
        for product in stride(from: (exporter + importer) % step, to: productSizes.count, by: step)
        {
          sum += likelihood(pair, product)
        }
      }
    }
    return sum * Double(step)
  }

  mutating func appendRows(from exporter: Int, to importer: Int, _ text: inout [UInt8]) -> Int {
    let pair = exporterSizes[exporter] * importerSizes[importer]
    let head = Array(
      "\(year),\(YearGenerator.countryNumbers[exporter]),\(YearGenerator.countryNumbers[importer]),"
        .utf8)
    var count = 0
    for product in productSizes.indices where random.uniform() < likelihood(pair, product) {
      count += 1
      let deviation = random.normal()
      text += head
      append(YearGenerator.products[product], digits: 6, to: &text)
      text.append(UInt8(ascii: ","))
      append(thousandths: exp(log(18.7) + 4.2 * deviation), to: &text)
      text.append(UInt8(ascii: ","))
      if random.uniform() > 0.05 {
        append(thousandths: exp(log(4.8) + 3.8 * deviation + 3.3 * random.normal()), to: &text)
      }
      text.append(UInt8(ascii: "\n"))
    }
    return count
  }

  private func append(thousandths number: Double, to text: inout [UInt8]) {
    let count = Int(max(1, min(number * 1000, 4e11)))
    append(count / 1000, digits: 1, to: &text)
    text.append(UInt8(ascii: "."))
    append(count % 1000, digits: 3, to: &text)
  }

  private func append(_ number: Int, digits: Int, to text: inout [UInt8]) {
    var rest = number
    let start = text.count
    while rest > 0 || text.count - start < digits {
      text.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    }
    text[start...].reverse()
  }
}
