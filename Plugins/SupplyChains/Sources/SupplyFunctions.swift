internal import Dependence
internal import Kernel
internal import Reference
internal import Store
internal import Vocabulary

/// The table-valued functions of the module; each gives the rows of the command of its kind.
enum SupplyFunctions {
  static func all(_ thresholds: DependenceThresholds) -> [FunctionDescriptor] {
    [dependence(thresholds), alternatives, partnerShares, leverage]
  }

  private static func dependence(_ thresholds: DependenceThresholds) -> FunctionDescriptor {
    FunctionDescriptor(
      "dependence", doc: "How an importer depends on the world for a product in a year.",
      arguments: [
        .required("of_importer", .country, doc: "A country, a group, or 'all'."),
        .required("in_year", .integer, doc: "The year of the flows."),
        .optional("in_edition", .text, doc: "The edition of the product codes; hs92 by default."),
      ], columns: DependenceAnswer.columns, estimatedRows: 5000
    ) { call in
      let importer = try call.text("of_importer")
      return RowProducer(
        try DependenceAnswer(
          importer: importer == "all" ? importer : call.importer("of_importer"),
          edition: call.edition(), year: call.integer("in_year"), thresholds, call.reader
        ).rows)
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
      .required("of_importer", .country, doc: "A country or a group."),
      .required("of_product", .product, doc: "The product, or a heading."),
      .required("in_year", .integer, doc: "The year of the flows."),
    ], columns: ExposureAnswer.columns, estimatedRows: 100
  ) { call in
    RowProducer(
      try ExposureAnswer(
        importer: call.importer("of_importer"), product: call.product("of_product"),
        year: call.integer("in_year"), call.reader
      ).rows)
  }

  private static let leverage = FunctionDescriptor(
    "leverage", doc: "A product that a partner buys from the home country.",
    arguments: [
      .required("of_home", .country, doc: "Who sells."),
      .required("over_partner", .country, doc: "Who buys: a country or a group."),
      .required("in_year", .integer, doc: "The year of the flows."),
      .optional("in_edition", .text, doc: "The edition of the product codes; hs92 by default."),
    ], columns: LeverageAnswer.columns, estimatedRows: 1000
  ) { call in
    RowProducer(
      try LeverageAnswer(
        home: call.country("of_home"), partner: call.importer("over_partner"),
        edition: call.edition(), year: call.integer("in_year"), call.reader
      ).rows())
  }
}

extension FunctionCall {
  /// The product of a required argument.
  fileprivate func product(_ name: String) throws -> ProductCode {
    guard let product = try optionalProduct(name) else {
      throw TowerError(.usage, "\(name) is null")
    }
    return product
  }

  fileprivate func edition() throws -> String { try optionalText("in_edition") ?? "hs92" }

  /// A country, by its code.
  fileprivate func country(_ name: String) throws -> String {
    try known(text(name), among: Countries.identifiers(reader), name)
  }

  /// A country by its code, or a group.
  fileprivate func importer(_ name: String) throws -> String {
    try known(
      text(name), among: Countries.identifiers(reader) + Countries.groups(reader), name)
  }

  /// Countries by their codes, separated by commas.
  fileprivate func countries(_ name: String) throws -> [String] {
    let known = try Countries.identifiers(reader)
    return try text(name).split(separator: ",").map { part in
      try self.known(String(part.filter { $0 != " " }), among: known, name)
    }
  }

  private func known(_ text: String, among names: [String], _ argument: String) throws -> String {
    guard names.contains(text) else {
      let near = nearest(to: text, in: names)
      throw TowerError(
        .usage,
        "\(argument): '\(text)' is not a code that the store knows"
          + (near.isEmpty ? "" : "; did you mean \(near.joined(separator: " or "))?"))
    }
    return text
  }
}
