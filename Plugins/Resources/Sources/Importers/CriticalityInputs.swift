internal import Kernel
internal import Reference
internal import Store

/// The inputs that the methods of criticality need beside trade, production and governance.
enum CriticalityInputs {
  static let importers = [
    tradeTerms, stageShares, endUses, valueAdded, economicSubstitution, supplierStanding,
    domesticSupply, industryExpenditure,
  ].map(\.importer)

  private static let tradeTerms = InputTable(
    dataset: "trade-terms",
    doc: "Takes export taxes, quotas and prohibitions, and trade agreements, for the EU's t_c.",
    title: "Trade terms", table: "resources_trade_term",
    header: ["importer", "country", "material", "kind", "rate", "valid_from", "valid_to", "note"],
    part: []
  ) { record in
    let kinds = ["export-tax", "export-quota", "export-prohibition", "trade-agreement", "none"]
    let kind = try record.text(3, "a kind")
    guard kinds.contains(kind) else {
      throw CSVRefusal("'\(kind)' is not a kind; the kinds are " + kinds.joined(separator: ", "))
    }
    let rate = try record.optionalNumber(4, "a rate", in: 0...100)
    guard rate.isNull == (kind != "export-tax") else {
      throw CSVRefusal("an export tax has a rate, 0.25 for 25 %, and nothing else has one")
    }
    guard let from = try record.optionalDay(5) else { throw CSVRefusal("a first day is expected") }
    return [
      .text(try record.importer(0, or: "*")), .text(try record.country(1)),
      .text(try record.material(2, orAll: true)), .text(kind), rate, Value(from),
      Value(try record.optionalDay(6)), record.note(7),
    ]
  }

  private static let stageShares = InputTable(
    dataset: "stage-shares",
    doc: "Takes shares of countries in the supply of a stage: extraction or processing.",
    title: "Shares of supply by stage", table: "resources_stage_share",
    header: ["material", "stage", "supplied", "year", "country", "share", "note"],
    part: ["material", "stage", "supplied", "year"]
  ) { record in
    let stage = try record.text(1, "a stage")
    guard ["extraction", "processing"].contains(stage) else {
      throw CSVRefusal("'\(stage)' is not a stage; the stages are extraction, processing")
    }
    return [
      .text(try record.material(0)), .text(stage), .text(try record.importer(2, or: "world")),
      Value(try record.year(3)), .text(try record.country(4)),
      .real(try record.number(5, "a share", in: 0...1)), record.note(6),
    ]
  }

  private static let endUses = InputTable(
    dataset: "end-use-shares", doc: "Takes the shares of a material's use by NACE division.",
    title: "End uses of materials", table: "resources_end_use",
    header: ["importer", "material", "year", "sector", "share", "note"],
    part: ["importer", "material", "year"]
  ) { record in
    [
      .text(try record.importer(0, or: "*")), .text(try record.material(1)),
      Value(try record.year(2)), .text(try record.text(3, "a sector")),
      .real(try record.number(4, "a share", in: 0...1)), record.note(5),
    ]
  }

  private static let valueAdded = InputTable(
    dataset: "sector-value-added",
    doc: "Takes the value added of the NACE divisions of an economy.",
    title: "Value added by sector", table: "resources_value_added",
    header: ["importer", "year", "sector", "amount", "currency"], part: ["importer", "year"]
  ) { record in
    [
      .text(try record.importer(0)), Value(try record.year(1)),
      .text(try record.text(2, "a sector")),
      .real(try record.number(3, "an amount", in: 0...(.infinity))),
      .text(try record.text(4, "a currency")),
    ]
  }

  private static let economicSubstitution = InputTable(
    dataset: "economic-substitution-indices",
    doc: "Takes the EU's substitution indices for economic importance (SI_EI).",
    title: "Substitution indices for economic importance",
    table: "resources_economic_substitution", header: ["material", "si_ei", "year", "note"],
    part: []
  ) { record in
    [
      .text(try record.material(0)), .real(try record.number(1, "an index", in: 0...1)),
      Value(try record.year(2)), record.note(3),
    ]
  }

  private static let supplierStanding = InputTable(
    dataset: "supplier-standing",
    doc: "Takes how able (policy perception) and how unwilling countries are to supply.",
    title: "Ability and willingness to supply", table: "resources_supplier_standing",
    header: ["importer", "year", "country", "policy_perception", "unwillingness"],
    part: ["importer", "year"]
  ) { record in
    [
      .text(try record.importer(0)), Value(try record.year(1)), .text(try record.country(2)),
      try record.optionalNumber(3, "a policy perception index", in: 0...100),
      try record.optionalNumber(4, "an index of willingness", in: 0...1),
    ]
  }

  private static let domesticSupply = InputTable(
    dataset: "domestic-supply",
    doc: "Takes secondary production and stock releases of an economy, in tonnes.",
    title: "Domestic supply", table: "resources_domestic_supply",
    header: ["importer", "year", "material", "secondary_production", "stock_release"],
    part: ["importer", "year"]
  ) { record in
    [
      .text(try record.importer(0)), Value(try record.year(1)), .text(try record.material(2)),
      try record.optionalNumber(3, "an amount", in: 0...(.infinity)),
      try record.optionalNumber(4, "a release", in: -(.greatestFiniteMagnitude)...(.infinity)),
    ]
  }

  private static let industryExpenditure = InputTable(
    dataset: "industry-expenditure",
    doc: "Takes what industries spend on materials, with value added and operating profit.",
    title: "Expenditure of industries", table: "resources_industry_expenditure",
    header: [
      "importer", "year", "material", "industry", "value_added", "expenditure", "operating_profit",
      "domestic_product", "currency",
    ], part: ["importer", "year"]
  ) { record in
    let amounts = try [
      record.optionalNumber(4, "a value added", in: 0...(.infinity)),
      record.optionalNumber(5, "an expenditure", in: 0...(.infinity)),
      record.optionalNumber(
        6, "an operating profit", in: -(.greatestFiniteMagnitude)...(.infinity)),
      record.optionalNumber(7, "a domestic product", in: .leastNonzeroMagnitude...(.infinity)),
    ]
    return [
      .text(try record.importer(0)), Value(try record.year(1)), .text(try record.material(2)),
      .text(try record.text(3, "an industry")),
    ] + amounts + [.text(try record.text(8, "a currency"))]
  }
}
