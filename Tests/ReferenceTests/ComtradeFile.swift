/// A row of a UN Comtrade file, written as its layouts write it.
struct ComtradeTestRow {
  var period = "2023"
  var reporter = "410"
  var flow = "M"
  var partner = "156"
  var secondPartner = "0"
  var classification = "H6"
  var product = "280530"
  var customs = "C00"
  var transport = "0"
  var netWeight = "2000.0"
  var isEstimated = "False"
  var value = "1000.0"

  /// The columns of the API with descriptions, as a preview gives them.
  static let header =
    "typeCode,freqCode,refPeriodId,refYear,refMonth,period,reporterCode,reporterISO,reporterDesc,"
    + "flowCode,flowDesc,partnerCode,partnerISO,partnerDesc,partner2Code,partner2ISO,partner2Desc,"
    + "classificationCode,classificationSearchCode,isOriginalClassification,cmdCode,cmdDesc,"
    + "aggrLevel,isLeaf,customsCode,customsDesc,mosCode,motCode,motDesc,qtyUnitCode,qtyUnitAbbr,qty,"
    + "isQtyEstimated,altQtyUnitCode,altQtyUnitAbbr,altQty,isAltQtyEstimated,netWgt,"
    + "isNetWgtEstimated,grossWgt,isGrossWgtEstimated,cifvalue,fobvalue,primaryValue,"
    + "legacyEstimationFlag,isReported,isAggregate"

  /// The columns of a bulk file, which has codes alone.
  static let bulkHeader =
    "typeCode,freqCode,refPeriodId,refYear,refMonth,period,reporterCode,flowCode,partnerCode,"
    + "partner2Code,classificationCode,isOriginalClassification,cmdCode,customsCode,mosCode,motCode,"
    + "qtyUnitCode,qty,isQtyEstimated,altQtyUnitCode,altQty,isAltQtyEstimated,netWgt,"
    + "isNetWgtEstimated,grossWgt,isGrossWgtEstimated,cifvalue,fobvalue,primaryValue,"
    + "legacyEstimationFlag,isReported,isAggregate"

  /// The columns of the service until 2023.
  static let olderHeader =
    "Classification,Year,Period,Period Desc.,Aggregate Level,Is Leaf Code,Trade Flow Code,Trade Flow,"
    + "Reporter Code,Reporter,Reporter ISO,Partner Code,Partner,Partner ISO,Commodity Code,Commodity,"
    + "Qty Unit Code,Qty Unit,Qty,Netweight (kg),Trade Value (US$),Flag"

  private var frequency: String { period.utf8.count == 6 ? "M" : "A" }

  var preview: String {
    [
      "C", frequency, "20230101", "2023", "52", period, reporter, "KOR", "Rep. of Korea", flow,
      "Import", partner, "CHN", "China", secondPartner, "W00", "World", classification, "HS",
      "True",
      product, "\"Earth-metals, rare; \"\"scandium\"\"\"", "6", "True", customs, "All", "0",
      transport, "All", "8", "kg", netWeight, "False", "-1", "N/A", "0.0", "False", netWeight,
      isEstimated, "0.0", "False", value, "", value, "0", "False", "True",
    ].joined(separator: ",")
  }

  var bulk: String {
    [
      "C", frequency, "20230101", "2023", "52", period, reporter, flow, partner, secondPartner,
      classification, "True", product, customs, "0", transport, "8", netWeight, "False", "-1", "",
      "False", netWeight, isEstimated, "0", "False", value, "", value, "0", "False", "True",
    ].joined(separator: "\t")
  }

  /// - Parameter flag: 0, 2 the quantity is an estimate, 4 the net weight, 6 both.
  func older(flag: String = "0") -> String {
    [
      classification, "2016", period, period, "6", "1", flow, "Import", reporter, "Rep. of Korea",
      "KOR", partner, "China", "CHN", product, "\"Metals, rare\"", "8", "Weight in kilograms",
      netWeight, netWeight, value, flag,
    ].joined(separator: ",")
  }

  /// A preview file.
  static func file(_ rows: [ComtradeTestRow]) -> String {
    ([header] + rows.map(\.preview)).joined(separator: "\n") + "\n"
  }
}
