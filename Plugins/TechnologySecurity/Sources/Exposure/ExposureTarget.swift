internal import Vocabulary

/// What a technology may stand on: a product, or a material or element by its name.
enum ExposureTarget: Hashable {
  case product(ProductCode)
  case material(String)

  /// Reads `hs92/280530`, or the name of a material.
  ///
  /// - Throws: `VocabularyError` for a product code that is wrong.
  init(_ text: String) throws(VocabularyError) {
    self = text.contains("/") ? .product(try ProductCode(text)) : .material(text)
  }

  var subject: Subject {
    switch self {
    case .product(let product): product.subject
    case .material(let name): Subject(kind: "material", identifier: name)
    }
  }
}
