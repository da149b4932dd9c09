internal import Dependence
internal import Kernel
internal import Reference
internal import Store
internal import Vocabulary

/// The table-valued functions of the module; each gives the rows of the command of its kind.
enum SupplyFunctions {
  static func all(_ settings: SupplySettings) -> [FunctionDescriptor] {
    [
      concentration, dependence(settings), dependenceInterval(settings),
      reverseDependence(settings.dependence), alternatives,
      partnerShares, unitValues(settings.thin), leverage,
      mirrorGap(margin: settings.intervals.freightMargin),
    ] + WatchlistFunctions.all(settings.watchlist)
  }

  private static let concentration = FunctionDescriptor(
    "concentration",
    doc: "How concentrated an importer's imports of a product and its world exports are in a year.",
    arguments: [
      ofImporter, inYear, inEdition,
      .optional("of_product", .product, doc: "One product, or those of a heading, only."),
    ], columns: ConcentrationAnswer.columns, estimatedRows: 5000
  ) { call in
    let (edition, product) = try call.editionAndProduct()
    let answer = try ConcentrationAnswer(
      importer: call.scope("of_importer"), edition: edition, years: call.years(),
      product: product, call.reader)
    return RowProducer { try answer.next() }
  }

  private static func dependence(_ settings: SupplySettings) -> FunctionDescriptor {
    FunctionDescriptor(
      "dependence", doc: "How an importer depends on the world for a product in a year.",
      arguments: [
        ofImporter, inYear, inEdition,
        .optional("of_product", .product, doc: "One product, or those of a heading, only."),
      ], columns: DependenceAnswer.columns, estimatedRows: 5000
    ) { call in
      let (edition, product) = try call.editionAndProduct()
      let answer = try DependenceAnswer(
        importer: call.scope("of_importer"), edition: edition, years: call.years(),
        product: product, settings, call.reader)
      return RowProducer(next: answer.next)
    }
  }

  private static func dependenceInterval(_ settings: SupplySettings) -> FunctionDescriptor {
    FunctionDescriptor(
      "dependence_interval",
      doc: "In which range the concentration of an importer's imports of a product lies.",
      arguments: [
        ofImporter, inYear, inEdition,
        .optional("of_product", .product, doc: "One product, or those of a heading, only."),
      ], columns: DependenceIntervalAnswer.columns, estimatedRows: 15000
    ) { call in
      let (edition, product) = try call.editionAndProduct()
      let answer = try DependenceIntervalAnswer.answer(
        importer: call.scope("of_importer"), edition: edition, years: call.years(),
        product: product, settings, call.reader)
      return RowProducer(next: answer.next)
    }
  }

  private static func reverseDependence(_ thresholds: DependenceThresholds) -> FunctionDescriptor {
    FunctionDescriptor(
      "reverse_dependence", doc: "How a partner depends on a country for a product in a year.",
      arguments: [
        .required("of_country", .country, doc: "Who sells: a country, a group, or 'all'."), inYear,
        .optional("with_partner", .country, doc: "One buyer only, a country or a group."),
        .optional("of_product", .product, doc: "One product, or those of a heading, only."),
        inEdition,
      ], columns: ReverseDependenceAnswer.columns, estimatedRows: 5000
    ) { call in
      let (edition, product) = try call.editionAndProduct()
      let answer = try ReverseDependenceAnswer.answer(
        country: call.scope("of_country"), edition: edition, years: call.years(),
        partner: call.optionalImporter("with_partner"), product: product, thresholds,
        call.reader)
      return RowProducer(next: answer.next)
    }
  }

  private static func unitValues(_ thin: ThinBounds) -> FunctionDescriptor {
    FunctionDescriptor(
      "unit_values", doc: "What an importer pays a partner for a tonne of a product in a year.",
      arguments: [
        ofImporter, inYear,
        .optional("from_partner", .country, doc: "One supplier only, a country or a group."),
        .optional("of_product", .product, doc: "One product, or those of a heading, only."),
        inEdition,
      ], columns: UnitValuesAnswer.columns, estimatedRows: 5000
    ) { call in
      let (edition, product) = try call.editionAndProduct()
      let answer = try UnitValuesAnswer.answer(
        importer: call.scope("of_importer"), edition: edition, years: call.years(),
        product: product, partner: call.optionalImporter("from_partner"), thin, call.reader)
      return RowProducer(next: answer.next)
    }
  }

  private static let alternatives = FunctionDescriptor(
    "alternatives", doc: "A country that exports what an importer no longer gets from others.",
    arguments: [
      .required("of_product", .product, doc: "The product, or a heading."),
      .required("for_importer", .country, doc: "A country or a group."),
      .required(
        "without_suppliers", .text,
        doc: "The countries that no longer supply, separated by commas."),
      .required("in_year", .integer, doc: "The year of the flows."),
    ], columns: AlternativesAnswer.columns, estimatedRows: 100
  ) { call in
    RowProducer(
      try AlternativesAnswer(
        product: call.product("of_product"), importer: call.importer("for_importer"),
        without: call.countries("without_suppliers"), year: call.integer("in_year"), call.reader
      ).rows)
  }

  private static let partnerShares = FunctionDescriptor(
    "partner_shares", doc: "What an importer buys of a product from a country, and sells to it.",
    arguments: [
      ofImporter,
      .required(
        "of_product", .product, doc: "A product, or a heading, summed; NULL for every product."),
      inYear, .optional("with_partner", .country, doc: "One partner only, a country or a group."),
      inEdition,
    ], columns: PartnerSharesAnswer.columns, estimatedRows: 100
  ) { call in
    let (edition, product) = try call.editionAndProduct()
    let answer = try PartnerSharesAnswer.answer(
      importer: call.scope("of_importer"), edition: edition, years: call.years(),
      product: product, partner: call.optionalImporter("with_partner"), call.reader)
    return RowProducer(next: answer.next)
  }

  private static let leverage = FunctionDescriptor(
    "leverage", doc: "A product that a partner buys from the home country.",
    arguments: [
      .required("of_home", .country, doc: "Who sells."),
      .required("over_partner", .country, doc: "Who buys: a country or a group."),
      .required("in_year", .integer, doc: "The year of the flows."),
      inEdition,
    ], columns: LeverageAnswer.columns, estimatedRows: 1000
  ) { call in
    RowProducer(
      try LeverageAnswer(
        home: call.country("of_home"), partner: call.importer("over_partner"),
        edition: call.edition(), year: call.integer("in_year"), call.reader
      ).rows())
  }

  private static func mirrorGap(margin: Double) -> FunctionDescriptor {
    FunctionDescriptor(
      "mirror_gap",
      doc: "What an exporter reports of a product against what the importer reports, in a year.",
      arguments: [
        ofImporter, inYear,
        .optional("from_exporter", .country, doc: "One exporter only, a country or a group."),
        .optional("of_product", .product, doc: "One product, or those of a heading, only."),
        .optional(
          "in_edition", .text, doc: "The edition: that of the product, else hs22 by default."),
      ], columns: MirrorGapAnswer.columns, estimatedRows: 5000
    ) { call in
      let (edition, product) = try call.editionAndProduct(default: "hs22")
      return RowProducer(
        try MirrorGapAnswer(
          importer: call.scope("of_importer"), edition: edition, years: call.years(),
          exporter: call.optionalImporter("from_exporter"), product: product, margin: margin,
          call.reader
        ).rows)
    }
  }

  private static let ofImporter = FunctionDescriptor.Argument.required(
    "of_importer", .country, doc: "A country, a group, or 'all'.")

  private static let inYear = FunctionDescriptor.Argument.required(
    "in_year", .integer, doc: "The year of the flows, or a range as text: '2019..2024'.")

  private static let inEdition = FunctionDescriptor.Argument.optional(
    "in_edition", .text, doc: "The edition of the product codes; hs92 by default.")
}
