internal import Kernel
internal import Store
internal import Vocabulary

/// The function `product(code, edition)`.
enum ProductFunction {
  static let descriptor = ScalarDescriptor(
    "product",
    doc: """
      A code of the Harmonized System with its edition, as tables write it: product('2805.30', 'hs92') \
      is 'hs92/280530'. A code that carries another edition is an error, since codes of two editions are \
      not the same goods (see the function concordance); so is a malformed one. Null where one is null.
      """,
    arguments: [
      .required("code", .text, doc: "The digits, with or without points, or edition/digits."),
      .required("edition", .text, doc: "The edition, such as hs92."),
    ], result: .product, example: ("product('2805.30', 'hs92')", "'hs92/280530'")
  ) {
    { call in
      guard let code = try call.optionalText("code"),
        let edition = try call.optionalText("edition")
      else { return .null }
      do {
        guard code.contains("/") else {
          let digits = code.filter { $0 != "." && $0 != " " }
          return .text(try ProductCode(edition: edition, digits: digits).description)
        }
        let given = try ProductCode(code)
        guard given.edition == edition.lowercased() else {
          throw TowerError(
            .usage, "'\(code)' is of \(given.edition), not of \(edition)",
            hints: ["concordance('\(code)', '\(edition)') gives the codes of the same goods"])
        }
        return .text(given.description)
      } catch let error as VocabularyError {
        throw TowerError(.usage, "\(error)")
      }
    }
  }
}
