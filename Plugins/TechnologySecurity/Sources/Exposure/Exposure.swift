internal import Vocabulary

/// Which technologies stand on a product or material, and what could not be compared.
///
/// Codes of two editions of the Harmonized System are never compared: uses of another edition than
/// the product's are counted as what cannot be told.
struct Exposure {
  /// A technology with one of its uses that meets the target.
  struct Match {
    let technology: Technology
    let use: Technology.Use
    /// Whether the target is certainly what the step needs; false where the use is recorded by a
    /// heading that is wider than the product asked for.
    let isCertain: Bool
  }

  let target: ExposureTarget
  /// The matches, technologies in the order of their weight on the day.
  let matches: [Match]
  /// The editions of the uses that could not be compared with the target, in order.
  let otherEditions: [String]

  /// Looks a target up in the register as of a day.
  init(of target: ExposureTarget, in register: TechnologyRegister, on day: Day) {
    self.target = target
    let ordered = register.technologies.sorted { Technology.precedes($0, $1, on: day) }
    let pairs = ordered.flatMap { technology in technology.uses.map { (technology, $0) } }
    matches = pairs.compactMap { technology, use in
      Exposure.certainty(of: use, for: target).map {
        Match(technology: technology, use: use, isCertain: $0)
      }
    }
    guard case .product(let product) = target else {
      otherEditions = []
      return
    }
    let editions = Set(pairs.compactMap { $0.1.product?.edition }).subtracting([product.edition])
    otherEditions = ProductCode.editions.filter(editions.contains)
  }

  /// What is missing to compare the target with every use; empty when all could be compared.
  var missing: [LocalizedText] {
    guard case .product(let product) = target else { return [] }
    return otherEditions.map {
      LocalizedText(
        "the conversion of \(product) from \(product.edition) to \($0)",
        korean: "\(product)의 \(product.edition)–\($0) 품목코드 환산")
    }
  }

  private static func certainty(of use: Technology.Use, for target: ExposureTarget) -> Bool? {
    switch target {
    case .material(let name):
      return use.material == name || use.elements.contains(name) ? true : nil
    case .product(let product):
      guard let used = use.product else { return nil }
      if product.contains(used) { return true }
      return used.contains(product) ? false : nil
    }
  }
}
