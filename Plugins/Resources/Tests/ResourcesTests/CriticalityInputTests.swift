import Kernel
import Store
import TestSupport
import Testing

/// A data set with its table, its header, a row that is right, and fields that are wrong by place.
private struct Input: CustomTestStringConvertible {
  let dataset: String
  let table: String
  let header: String
  let row: String
  let wrong: [(field: Int, text: String, reason: String)]

  var testDescription: String { dataset }

  static let all = [
    Input(
      dataset: "trade-terms", table: "resources_trade_term",
      header: "importer,country,material,kind,rate,valid_from,valid_to,note",
      row: "EU27,CHN,*,export-tax,0.25,2020-01-01,,",
      wrong: [
        (0, "EU28", "is not a country or a group"), (1, "", "a country is expected"),
        (2, "unobtainium", "is not a material"), (3, "tariff", "is not a kind"),
        (4, "-1", "is not a rate"), (5, "", "a first day is expected"),
        (6, "2020-02-30", "2020-02-30"),
      ]),
    Input(
      dataset: "stage-shares", table: "resources_stage_share",
      header: "material,stage,supplied,year,country,share,note",
      row: "antimony,processing,world,2022,CHN,0.8,",
      wrong: [
        (1, "smelting", "is not a stage"), (2, "moon", "is not a country or a group"),
        (3, "22", "is not a year"), (5, "80", "is not a share"),
      ]),
    Input(
      dataset: "end-use-shares", table: "resources_end_use",
      header: "importer,material,year,sector,share,note", row: "*,antimony,2022,C20,0.4,",
      wrong: [(0, "??", "is not a country"), (3, "", "a sector is expected"), (4, "x", "a share")]),
    Input(
      dataset: "sector-value-added", table: "resources_value_added",
      header: "importer,year,sector,amount,currency", row: "KOR,2022,C20,12.5,MUSD",
      wrong: [(3, "-3", "is not an amount of 0.0 or more"), (4, "", "a currency is expected")]),
    Input(
      dataset: "economic-substitution-indices", table: "resources_economic_substitution",
      header: "material,si_ei,year,note", row: "antimony,0.9,2022,",
      wrong: [(1, "1.2", "is not an index from 0.0 to 1.0")]),
    Input(
      dataset: "supplier-standing", table: "resources_supplier_standing",
      header: "importer,year,country,policy_perception,unwillingness",
      row: "KOR,2022,CHN,40,",
      wrong: [(3, "140", "is not a policy perception index"), (4, "2", "an index of willingness")]),
    Input(
      dataset: "domestic-supply", table: "resources_domestic_supply",
      header: "importer,year,material,secondary_production,stock_release",
      row: "KOR,2022,antimony,,-4", wrong: [(3, "-4", "is not an amount"), (4, "x", "a release")]),
    Input(
      dataset: "industry-expenditure", table: "resources_industry_expenditure",
      header:
        "importer,year,material,industry,value_added,expenditure,operating_profit,domestic_product,currency",
      row: "KOR,2022,antimony,flame retardants,20,3,-10,1000,MUSD",
      wrong: [(5, "-3", "is not an expenditure"), (7, "0", "is not a domestic product")]),
  ]

  func with(_ field: Int, _ text: String) -> String {
    var fields = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    fields[field] = text
    return fields.joined(separator: ",")
  }
}

@Suite("The inputs of the methods of criticality")
struct CriticalityInputTests {
  private func resources() throws -> ResourcesTower {
    let resources = try ResourcesTower(configuration: ResourcesTower.lenient)
    try resources.importNames()
    return resources
  }

  private func count(_ input: Input, _ resources: ResourcesTower) throws -> Int64? {
    try resources.tower.read { try $0.first("SELECT count(*) FROM \(input.table)")?[0].integer }
  }

  @Test("are taken row by row, and each wrong field is refused with its line", arguments: Input.all)
  fileprivate func faults(_ input: Input) throws {
    let resources = try resources()
    let lines =
      [input.header, input.row] + input.wrong.map { input.with($0.field, $0.text) } + [input.row]
    try resources.importText(input.dataset, lines.map { $0 + "\n" }.joined())
    #expect(try count(input, resources) == 1)
    let rejects = try resources.rejects(input.dataset)
    #expect(rejects.count == input.wrong.count + 1)
    for (place, wrong) in input.wrong.enumerated() {
      #expect(rejects[place].hasPrefix("\(place + 3): "))
      #expect(rejects[place].contains(wrong.reason), "\(rejects[place])")
    }
    #expect(rejects.last?.contains("stands in the file already") == true)
  }

  @Test("replace what they hold anew, and refuse another layout", arguments: Input.all)
  fileprivate func replaced(_ input: Input) throws {
    let resources = try resources()
    try resources.importText(input.dataset, input.header + "\n" + input.row + "\n")
    try resources.importText(
      input.dataset, input.header + "\n" + input.row + "\n", file: "again.csv")
    #expect(try count(input, resources) == 1)
    #expect(throws: TowerError.self) {
      try resources.importText(input.dataset, "a,b\n1,2\n", file: "other.csv")
    }
    #expect(try count(input, resources) == 1)
  }

  @Test("of any fields are taken or refused, none is lost", arguments: Input.all)
  fileprivate func fuzz(_ input: Input) throws {
    let resources = try resources()
    var random = SeededGenerator(seed: 77)
    let words = [
      "", "*", "KOR", "CHN", "EU27", "world", "antimony", "tin", "2022", "0.5", "-1", "1e309",
      "nan",
      "processing", "export-tax", "export-quota", "2022-01-01", "\"a,b\"", "한국", "0x10", " ", "inf",
    ]
    let width = input.header.split(separator: ",").count
    var lines = [input.row]
    for _ in 0..<300 {
      var fields = input.row.split(separator: ",", omittingEmptySubsequences: false).map(
        String.init)
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        fields[Int.random(in: 0..<width, using: &random)] =
          words.randomElement(using: &random) ?? ""
      }
      lines.append(fields.joined(separator: ","))
    }
    try resources.importText(
      input.dataset, ([input.header] + lines).map { $0 + "\n" }.joined())
    let refused = try resources.rejects(input.dataset).count
    #expect(try Int(count(input, resources) ?? 0) + refused == lines.count)
  }
}
