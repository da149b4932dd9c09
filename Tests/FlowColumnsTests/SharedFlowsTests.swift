import FlowColumns
import Tabular
import TestSupport
import Testing

private let file = "data/flows/baci_hs92_raw_materials_1995_2024.csv.gz"
private let countryFile = "data/flows/baci_country_codes.csv"

/// The numbers of BACI's countries.
private func countries() throws -> Set<UInt16> {
  var reader = CSVReader(source: SharedData.chunks(countryFile))
  var record = CSVRecord()
  var found: Set<UInt16> = []
  while try reader.next(into: &record) {
    if let number = record.integer(0) { found.insert(UInt16(number)) }
  }
  return found
}

@Suite("The published flows of raw materials")
struct SharedFlowsTests {
  @Test(
    "are parsed as the reader of CSV reads them, row for row, and come back from segments exactly",
    .enabled(if: SharedData.has(file)))
  func rowForRow() throws {
    var parser = BACIParser(countries: try countries(), threads: 2)
    let chunks = SharedData.chunks(file)
    var flows: [Flow] = []
    while let chunk = chunks(), !chunk.isEmpty {
      try chunk.withUnsafeBufferPointer { try parser.feed($0) { flows += $0.joined() } }
    }
    try parser.finish { flows += $0.joined() }
    #expect(parser.takeRejects().isEmpty)
    try expectRowsOfCSV(flows)
    try expectSegmentsHold(flows)
  }

  private func expectRowsOfCSV(_ flows: [Flow]) throws {
    var reader = CSVReader(source: SharedData.chunks(file))
    var record = CSVRecord()
    #expect(try reader.next(into: &record))
    var row = 0
    var unknown = 0
    while try reader.next(into: &record) {
      try #require(row < flows.count)
      let flow = flows[row]
      let isSame =
        record.integer(0) == flow.period.year && record.integer(1) == Int(flow.exporter)
        && record.integer(2) == Int(flow.importer) && record.integer(3) == Int(flow.product)
        && record.number(4) == flow.value && record.number(5) == flow.quantity
        && record.line == Int(flow.line)
      try #require(isSame, "line \(record.line): \(record.content) became \(flow)")
      if flow.quantity == nil { unknown += 1 }
      row += 1
    }
    #expect(row == flows.count && row == 1_264_888)
    #expect(unknown > row / 50, "unknown quantities stay unknown")
  }

  private func expectSegmentsHold(_ flows: [Flow]) throws {
    var builder = FlowBuilder()
    _ = flows.withUnsafeBufferPointer { builder.append([$0]) }
    let table = try builder.finish()
    #expect(table.count == flows.count)
    #expect(table.periods == (1995...2024).map { Period(year: $0) })
    let recent = Period(year: 2023)...Period(year: 2024)
    let expected = try withoutLines(flows.filter { recent.contains($0.period) })
      .sorted { FlowKey($0) < FlowKey($1) }
    let found = try rows(table, FlowQuery(periods: recent))
    try expectSame(found, expected)
    for year in 2023...2024 {
      let period = Period(year: year)
      try expectSameDependence(
        found.filter { $0.period == period }, table.segments(of: period))
    }
    for segment in table.segments(of: Period(year: 2024)) { try segment.checkInvariants() }
    #expect(table.byteCount < 7 * flows.count, "\(table.byteCount) bytes")
  }
}
