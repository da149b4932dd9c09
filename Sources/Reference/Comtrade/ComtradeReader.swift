internal import FlowColumns
internal import Tabular
internal import Vocabulary

/// Judges the records of a UN Comtrade file, and counts what is passed over.
struct ComtradeReader {
  /// Why a record is passed over although nothing is wrong with it.
  enum Passed: String, CaseIterable {
    case aggregateProduct = "totals, chapters and headings of products"
    case unspecifiedProduct = "products that are not specified by kind"
    case otherFlow = "flows that are none of imports, exports, re-exports and re-imports"
    case groupReporter = "reporters that are groups, whose members report themselves"
    case groupPartner = "partners that are groups, whose members have rows themselves"
  }

  private(set) var passed: [Passed: Int] = [:]
  private let isCountry: [Bool]

  /// - Parameter countries: the numbers of the countries that the store knows.
  init(countries: some Collection<Int>) {
    var isCountry = [Bool](repeating: false, count: 1000)
    for country in countries where isCountry.indices.contains(country) { isCountry[country] = true }
    self.isCountry = isCountry
  }

  /// Reads a record.
  ///
  /// - Returns: nil for a record that is passed over.
  /// - Throws: `CSVRefusal` for one that is not as it should be.
  mutating func row(_ record: CSVRecord, _ layout: ComtradeLayout) throws -> ComtradeRow? {
    if let type = layout.type, let text = record.text(type), text != "C" {
      throw CSVRefusal("typeCode is '\(text)', not C for goods")
    }
    let edition = try edition(record, layout)
    let period = try period(record, layout)
    let flow = record.text(layout.flow) ?? "?"
    guard let direction = layout.flows[flow] else {
      guard ComtradeReader.otherFlows.contains(flow) else {
        throw CSVRefusal("\(layout.name(layout.flow)) is '\(flow)', not a flow of trade")
      }
      return pass(.otherFlow)
    }
    guard let product = try product(record, layout) else { return nil }
    let reporter = try area(record, layout.reporter, layout)
    let partner = try area(record, layout.partner, layout)
    if ComtradeAreas.groups.contains(reporter) { return pass(.groupReporter) }
    if ComtradeAreas.groups.contains(partner) { return pass(.groupPartner) }
    guard isCountry[reporter] else {
      throw CSVRefusal("\(layout.name(layout.reporter)) \(reporter) is no country of the store")
    }
    let isKnown =
      partner == ComtradeAreas.world || isCountry[partner]
      || ComtradeAreas.unspecified.contains(partner)
    guard isKnown else {
      throw CSVRefusal("\(layout.name(layout.partner)) \(partner) is no country of the store")
    }
    guard let value = record.number(layout.value), value >= 0 else {
      throw CSVRefusal("\(layout.name(layout.value)) is not a value in US dollars")
    }
    let netWeight = try netWeight(record, layout)
    return ComtradeRow(
      key: ComtradeRow.Key(
        edition: edition, period: period, product: product, reporter: reporter,
        direction: direction.place, partner: partner),
      breakdown: try breakdown(record, layout), value: value, netWeight: netWeight,
      isWeightEstimated: try !netWeight.isNaN && isEstimated(record, layout),
      line: UInt32(truncatingIfNeeded: record.line))
  }

  // Domestic and foreign trade, and trade for processing (UN Comtrade's list of flows).
  private static let otherFlows: Set<String> = ["DX", "FM", "MIP", "MOP", "XIP", "XOP"]

  private mutating func pass(_ reason: Passed) -> ComtradeRow? {
    passed[reason, default: 0] += 1
    return nil
  }

  private func edition(_ record: CSVRecord, _ layout: ComtradeLayout) throws -> Int {
    let text = record.text(layout.classification) ?? "?"
    let number = text.utf8.first == UInt8(ascii: "H") ? Int(text.dropFirst()) : nil
    guard text.utf8.count == 2, let number, ProductCode.editions.indices.contains(number) else {
      throw CSVRefusal(
        "\(layout.name(layout.classification)) is '\(text)', not an edition from H0 to H6")
    }
    return number
  }

  /// A year, or a month of a year as six digits.
  private func period(_ record: CSVRecord, _ layout: ComtradeLayout) throws -> Period {
    let number = record.integer(layout.period) ?? -1
    let isMonth = number > 9999
    let year = isMonth ? number / 100 : number
    guard (1962...2100).contains(year), !isMonth || (1...12).contains(number % 100) else {
      throw CSVRefusal(
        "\(layout.name(layout.period)) is '\(record.text(layout.period) ?? "?")', not a year or "
          + "a month such as 202305")
    }
    if let frequency = layout.frequency, let text = record.text(frequency),
      text != (isMonth ? "M" : "A")
    {
      throw CSVRefusal("freqCode is '\(text)', which does not agree with the period \(number)")
    }
    return isMonth ? Period(year: year, month: number % 100) : Period(year: year)
  }

  /// The six digits of a product as a number; nil for what is no single product.
  private mutating func product(_ record: CSVRecord, _ layout: ComtradeLayout) throws -> Int? {
    let text = record.text(layout.product) ?? "?"
    // Every code has an even number of digits: a spreadsheet dropped the zero that led this one.
    let length = text.utf8.count + text.utf8.count % 2
    if let number = record.integer(layout.product), number > 0, length <= 6 {
      guard length == 6 else {
        _ = pass(.aggregateProduct)
        return nil
      }
      return number
    }
    if text == "TOTAL" || text == "ALL" {
      _ = pass(.aggregateProduct)
    } else if text == "9999AA" {
      _ = pass(.unspecifiedProduct)
    } else {
      throw CSVRefusal(
        "\(layout.name(layout.product)) is '\(text)', not a product of six digits or above it")
    }
    return nil
  }

  private func area(_ record: CSVRecord, _ column: Int, _ layout: ComtradeLayout) throws -> Int {
    guard let number = record.integer(column), (0...999).contains(number) else {
      throw CSVRefusal(
        "\(layout.name(column)) is '\(record.text(column) ?? "?")', not the number of an area")
    }
    return isCountry[number] ? number : ComtradeAreas.older[number] ?? number
  }

  /// In kilograms; NaN where it is blank or zero, which UN Comtrade writes for not known.
  private func netWeight(_ record: CSVRecord, _ layout: ComtradeLayout) throws -> Double {
    // Whether it says that it is not known is asked last: nearly every weight is a number.
    let weight =
      record.number(layout.netWeight) ?? (record.known(layout.netWeight) == nil ? 0 : -1)
    guard weight >= 0 else {
      throw CSVRefusal("\(layout.name(layout.netWeight)) is not a weight in kilograms")
    }
    return weight == 0 ? .nan : weight
  }

  private func isEstimated(_ record: CSVRecord, _ layout: ComtradeLayout) throws -> Bool {
    if let column = layout.isWeightEstimated, !record.isEmpty(column) {
      switch record.text(column) {
      case "true", "True", "TRUE", "1": return true
      case "false", "False", "FALSE", "0": return false
      case let text:
        throw CSVRefusal("isNetWgtEstimated is '\(text ?? "?")', not true or false")
      }
    }
    guard let column = layout.estimationFlag, !record.isEmpty(column) else { return false }
    guard let flag = record.integer(column), [0, 2, 4, 6].contains(flag) else {
      throw CSVRefusal("\(layout.name(column)) is not 0, 2, 4 or 6")
    }
    return flag & 4 != 0
  }

  private func breakdown(_ record: CSVRecord, _ layout: ComtradeLayout) throws
    -> ComtradeRow.Breakdown
  {
    func number(_ column: Int?, _ most: Int) throws -> UInt16 {
      guard let column, !record.isEmpty(column) else { return 0 }
      guard let number = record.integer(column), (0...most).contains(number) else {
        throw CSVRefusal("\(layout.name(column)) is '\(record.text(column) ?? "?")', not a number")
      }
      return UInt16(number)
    }
    return ComtradeRow.Breakdown(
      secondPartner: try number(layout.secondPartner, 999),
      customs: try customs(record, layout), transport: try number(layout.transport, 9999))
  }

  /// The number of a customs procedure, written C00 to C99; C00 is all of them.
  private func customs(_ record: CSVRecord, _ layout: ComtradeLayout) throws -> UInt16 {
    guard let column = layout.customs, !record.isEmpty(column) else { return 0 }
    let text = record.text(column) ?? "?"
    guard text.utf8.first == UInt8(ascii: "C"), text.utf8.count == 3,
      let number = UInt16(text.dropFirst())
    else {
      throw CSVRefusal("\(layout.name(column)) is '\(text)', not a procedure from C00 to C99")
    }
    return number
  }
}
