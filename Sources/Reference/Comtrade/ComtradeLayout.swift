internal import Kernel
internal import Tabular
internal import Vocabulary

/// Where the columns of a UN Comtrade file stand: those of the present service or of the one before.
///
/// Columns are found by name, so that files with and without descriptions are read alike. The present
/// names are those of the API and of the bulk files; the older ones those of comtrade.un.org until 2023.
struct ComtradeLayout {
  let classification: Int
  let period: Int
  let reporter: Int
  let flow: Int
  let partner: Int
  let product: Int
  let value: Int
  let netWeight: Int
  /// Whether the net weight was estimated, as true or false.
  let isWeightEstimated: Int?
  /// The flag of estimation: 0 none, 2 the quantity, 4 the net weight, 6 both (United Nations
  /// Statistics Division, "Quantity and Weight Data in UN Comtrade", 2009).
  let estimationFlag: Int?
  let secondPartner: Int?
  let customs: Int?
  let transport: Int?
  let type: Int?
  let frequency: Int?
  let flows: [String: ReportedFlows.Direction]
  private let names: [String]

  static let expected =
    "the columns of UN Comtrade: 'typeCode,freqCode,refPeriodId,...,isAggregate', or "
    + "'Classification,Year,Period,...,Flag' of the service before"

  /// Reads a header.
  ///
  /// - Returns: nil for a header that is none of UN Comtrade.
  /// - Throws: `TowerError` for one that lacks a column, or has one twice.
  init?(header: [String], path: String) throws {
    let isPresent = header.contains("cmdCode") || header.contains("reporterCode")
    let isOlder = header.contains("Commodity Code") || header.contains("Reporter Code")
    guard isPresent != isOlder else { return nil }
    let names = isPresent ? ComtradeLayout.present : ComtradeLayout.older
    try ComtradeLayout.refuse(header, names: names, path: path)
    func optional(_ name: String) -> Int? { header.firstIndex(of: name) }
    func required(_ place: Int) -> Int { header.firstIndex(of: names[place]) ?? 0 }
    classification = required(0)
    period = required(1)
    reporter = required(2)
    flow = required(3)
    partner = required(4)
    product = required(5)
    value = required(6)
    netWeight = required(7)
    isWeightEstimated = optional("isNetWgtEstimated")
    estimationFlag = optional(isPresent ? "legacyEstimationFlag" : "Flag")
    secondPartner = optional(isPresent ? "partner2Code" : "2nd Partner Code")
    customs = optional(isPresent ? "customsCode" : "Customs Proc. Code")
    transport = optional(isPresent ? "motCode" : "Mode of Transport Code")
    type = optional("typeCode")
    frequency = optional("freqCode")
    flows = isPresent ? ComtradeLayout.presentFlows : ComtradeLayout.olderFlows
    self.names = header
  }

  /// The name that the file gives a column.
  func name(_ column: Int) -> String { names[column] }

  // Without the last three a breakdown cannot be told from a total.
  private static let present = [
    "classificationCode", "period", "reporterCode", "flowCode", "partnerCode", "cmdCode",
    "primaryValue", "netWgt", "partner2Code", "customsCode", "motCode",
  ]

  // The service before gave totals alone, unless it was asked for the columns of breakdowns.
  private static let older = [
    "Classification", "Period", "Reporter Code", "Trade Flow Code", "Partner Code",
    "Commodity Code", "Trade Value (US$)", "Netweight (kg)",
  ]

  private static let presentFlows: [String: ReportedFlows.Direction] = [
    "M": .imports, "X": .exports, "RX": .reExports, "RM": .reImports,
  ]

  private static let olderFlows: [String: ReportedFlows.Direction] = [
    "1": .imports, "2": .exports, "3": .reExports, "4": .reImports,
  ]

  private static func refuse(_ header: [String], names: [String], path: String) throws {
    var faults: [String] = []
    for name in names {
      let count = header.count { $0 == name }
      if count > 1 { faults.append("the column '\(name)' stands \(count) times") }
      guard count == 0 else { continue }
      let near = nearest(to: name, in: header, limit: 1).map { "; the nearest is '\($0)'" }
      faults.append("there is no column '\(name)'" + (near.first ?? ""))
    }
    guard let first = faults.first else { return }
    throw TowerError(
      .failed, "\(path):1: \(first)",
      hints: faults.dropFirst().map { $0 } + ["expected \(expected)", "nothing was changed"])
  }
}
