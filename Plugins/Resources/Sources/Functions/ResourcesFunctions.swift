internal import Kernel
internal import Reference
internal import Store
internal import Vocabulary

/// The module's models as table-valued functions, so that questions can join them.
enum ResourcesFunctions {
  static func all(_ settings: ResourcesSettings) -> [FunctionDescriptor] {
    [productionConcentration, criticality(settings), suppliers(settings), stockPosition]
  }

  private static let productionConcentration = FunctionDescriptor(
    "production_concentration",
    doc: "How concentrated the world production of a material was in a year, and on whom.",
    arguments: [.required("year", .integer, doc: "The year of production.")],
    columns: ConcentrationAnswer.columns, estimatedRows: 65
  ) { call in
    RowProducer(try ConcentrationAnswer(year: call.integer("year"), call.reader).rows)
  }

  private static func criticality(_ settings: ResourcesSettings) -> FunctionDescriptor {
    FunctionDescriptor(
      "criticality",
      doc: "The criticality of a material for an importer in a year, with every part.",
      arguments: importerAndYear, columns: CriticalityColumns.all, estimatedRows: 65
    ) { call in
      let year = try criticalityYear(call, settings)
      return RowProducer(year.facts.materials.map { CriticalityColumns.values(year.assess($0)) })
    }
  }

  private static func suppliers(_ settings: ResourcesSettings) -> FunctionDescriptor {
    FunctionDescriptor(
      "criticality_supplier",
      doc: "A country that supplies a material to an importer in a year, with its share.",
      arguments: importerAndYear, columns: SupplierColumns.all
    ) { call in
      let year = try criticalityYear(call, settings)
      return RowProducer(
        year.facts.materials.flatMap { SupplierColumns.rows(year.assess($0), in: year) })
    }
  }

  private static let stockPosition = FunctionDescriptor(
    "stock_position",
    doc: "A stock position, held or aimed at, whose marking this deployment may hold.",
    arguments: [], columns: StockColumns.all, estimatedRows: 50
  ) { call in
    let visible = try VisiblePositions(call.tower.deployment, asOf: call.asOf, call.reader)
    return RowProducer(visible.positions.map(StockColumns.values))
  }

  private static let importerAndYear: [FunctionDescriptor.Argument] = [
    .required("importer", .text, doc: "A country, or a group such as EU27."),
    .required("year", .integer, doc: "The year."),
  ]

  private static func criticalityYear(_ call: FunctionCall, _ settings: ResourcesSettings) throws
    -> CriticalityYear
  {
    let importer = try call.text("importer")
    let year = try call.integer("year")
    let members = try Countries.members(of: importer, on: Day("\(year)-12-31"), call.reader)
    let countries = try Countries.identifiers(call.reader)
    guard !members.isEmpty || countries.contains(importer) else {
      let near = nearest(to: importer, in: countries, limit: 1)
      throw TowerError(
        .usage, "'\(importer)' is not an importer that the store knows",
        hints: near.map { "did you mean \($0)?" })
    }
    return try CriticalityYear(
      importer: importer, year: year, materials: nil, settings: settings, call.reader)
  }
}
