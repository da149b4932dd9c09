internal import Kernel
internal import Vocabulary

/// Parameters that several commands of the module have.
enum SharedParameters {
  static let importer = Parameter(
    "importer", .entity(domain: "importer", extra: [CountryScope.all]), .required,
    doc: "A country, a group such as EU27, or 'all' for every country.")

  static let years = Parameter(
    "year", .years(1962...2100), .required,
    doc: "The year of the flows, or a range such as 2019..2024.")

  static let edition = Parameter(
    "edition", .choice(ProductCode.editions), .defaulted("hs92"),
    doc: "The edition of the product codes.")

  static let product = Parameter(
    "product", .product, doc: "One product, or the products of a heading, only.")
}

extension Arguments {
  /// The edition, and the product where one was given.
  ///
  /// - Throws: `TowerError` when the product is of another edition.
  func editionAndProduct() throws -> (edition: String, product: ProductCode?) {
    let edition = text("edition")
    let product = optionalProduct("product")
    if let product, product.edition != edition {
      throw TowerError(
        .usage, "--product is of \(product.edition), the flows of \(edition)",
        hints: ["add --edition \(product.edition)"])
    }
    return (edition, product)
  }
}
