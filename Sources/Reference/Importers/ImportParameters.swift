internal import Kernel
internal import Vocabulary

extension ImportSession {
  /// The last part of the path, in lower case.
  var fileName: String { lastPart(path) }

  /// A parameter of the import: as given, else as the source card fixes it; nil when neither does.
  ///
  /// - Throws: `TowerError` for a word of the card that is none of the choices.
  func choice(_ name: String, of choices: [String]) throws -> String? {
    if let given = arguments.optionalText(name) { return given }
    guard let fixed = card.parameters[name] else { return nil }
    guard choices.contains(fixed) else {
      throw TowerError(
        .configuration, "\(path): the source card says \(name) '\(fixed)'",
        hints: ["it is one of " + choices.joined(separator: ", ")])
    }
    return fixed
  }

  /// The edition of the product codes: as given, as the card fixes it, or as the name of the file
  /// says it.
  ///
  /// - Parameter member: the member of an archive whose name says it; nil when the file is none.
  /// - Throws: `TowerError` when nothing says it, and when the name says another than the import.
  func edition(namedBy member: String? = nil) throws -> String {
    let name = member ?? path
    let fileName = lastPart(name)
    let named = ProductCode.editions.filter { fileName.contains($0) }
    if let known = try choice("edition", of: ProductCode.editions) {
      guard named.isEmpty || named.contains(known) else {
        throw TowerError(
          .usage, "\(name): the name says \(named[0]), the import \(known)",
          hints: ["nothing was changed; rename the file if its name is wrong"])
      }
      return known
    }
    if let named = named.first { return named }
    // The United Nations number the editions: hs0 is that of 1992, hs6 that of 2022.
    for (number, edition) in ProductCode.editions.enumerated()
    where fileName.hasPrefix("hs\(number)_") { return edition }
    for edition in ProductCode.editions where names(fileName, theYearOf: edition) { return edition }
    throw TowerError(
      .usage, "\(name): the name does not say the edition of its product codes",
      hints: ["add --edition, one of " + ProductCode.editions.joined(separator: ", ")])
  }

  private func names(_ fileName: String, theYearOf edition: String) -> Bool {
    let digits = edition.dropFirst(2)
    let year = (digits.hasPrefix("9") ? "19" : "20") + digits
    return fileName.contains("harmonized-system-\(year)")
  }

  /// The declaration of the parameter `edition`.
  static let editionParameter = Parameter(
    "edition", .choice(ProductCode.editions),
    doc: "The edition of the product codes; else the source card or the file's name says it.")
}

/// The last part of a path, in lower case.
func lastPart(_ path: String) -> String {
  path.split(separator: "/").last.map { $0.lowercased() } ?? ""
}
