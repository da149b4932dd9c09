internal import Kernel
internal import Reference
internal import Vocabulary

/// How the arguments of the module's functions are read.
extension FunctionCall {
  /// The product of a required argument.
  func product(_ name: String) throws -> ProductCode {
    guard let product = try optionalProduct(name) else {
      throw TowerError(.usage, "\(name) is null")
    }
    return product
  }

  /// The years of `in_year`.
  func years() throws -> ClosedRange<Int> { try years("in_year", in: 1962...2100) }

  /// The edition of `in_edition`, hs92 where it was left out.
  func edition() throws -> String { try optionalText("in_edition") ?? "hs92" }

  /// The product of `of_product` where it was given, and its edition, else that of `in_edition`.
  ///
  /// - Parameter usual: the edition where neither was given.
  /// - Throws: `TowerError` when both are given and differ.
  func editionAndProduct(default usual: String = "hs92") throws -> (
    edition: String, product: ProductCode?
  ) {
    let edition = try optionalText("in_edition")
    let product = try optionalProduct("of_product")
    if let product, let edition, product.edition != edition {
      throw TowerError(
        .usage, "of_product is of \(product.edition), in_edition asks for \(edition)")
    }
    return (product?.edition ?? edition ?? usual, product)
  }

  /// A country by its code, a group, or `all`.
  func scope(_ name: String) throws -> String {
    try text(name) == CountryScope.all ? CountryScope.all : importer(name)
  }

  /// A country by its code, or a group; nil when it was left out.
  func optionalImporter(_ name: String) throws -> String? {
    try optionalText(name) == nil ? nil : importer(name)
  }

  /// A country, by its code.
  func country(_ name: String) throws -> String {
    try known(text(name), among: Countries.identifiers(reader), name)
  }

  /// A country by its code, or a group.
  func importer(_ name: String) throws -> String {
    try known(
      text(name), among: Countries.identifiers(reader) + Countries.groups(reader), name)
  }

  /// Countries by their codes, separated by commas.
  func countries(_ name: String) throws -> [String] {
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
