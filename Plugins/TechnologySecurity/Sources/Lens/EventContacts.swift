internal import Kernel
internal import Vocabulary

/// Where one technology meets the products and materials of an event.
struct EventContacts {
  private let technology: Technology
  private let reading: TechnologyReading

  private var event: Event { reading.event }

  init(_ technology: Technology, _ reading: TechnologyReading) {
    self.technology = technology
    self.reading = reading
  }

  /// What its steps need: by product, and where no product meets, by material.
  func needed(_ exposures: [Exposure]) throws -> [EventExposure.Contact] {
    let contacts = try exposures.compactMap(contact)
    let byProduct = contacts.filter { $0.target.isProduct }
    return byProduct.isEmpty ? contacts : byProduct
  }

  /// What it makes, where a tariff strikes the product.
  var made: [EventExposure.Contact] {
    guard event.kind == "tariff" else { return [] }
    return event.products.filter { product in
      technology.makes.contains { product.contains($0) || $0.contains(product) }
    }.map {
      EventExposure.Contact(
        target: .product($0), way: .makes, uses: [], isWider: false, missing: [])
    }
  }

  private func contact(_ exposure: Exposure) throws -> EventExposure.Contact? {
    let matches = exposure.matches.filter {
      $0.technology.identifier == technology.identifier
    }
    guard !matches.isEmpty else { return nil }
    let certain = try matches.filter { try missing($0, exposure.target) == nil }
    let chosen = certain.isEmpty ? matches : certain
    return try EventExposure.Contact(
      target: exposure.target, way: .needs, uses: chosen.map(\.use),
      isWider: chosen.contains { !$0.isCertain },
      missing: certain.isEmpty ? chosen.compactMap { try missing($0, exposure.target) } : [])
  }

  /// Why a use may lie outside the event: a wider code, a code that holds other materials too, or
  /// a material that comes by a product which the event does not name.
  private func missing(_ match: Exposure.Match, _ target: ExposureTarget)
    throws -> LocalizedText?
  {
    let use = match.use
    let step = use.step.title
    let title = technology.title
    let product = try use.product.map { try reading.name(.product($0)) } ?? LocalizedText("")
    switch target {
    case .product where !match.isCertain:
      return LocalizedText(
        "which products of \(product.english) the step '\(step.english)' of \(title.inSentence) needs",
        korean: "\(title.inKorean) ‘\(step.inKorean)’ 공정에 필요한 \(product.inKorean)의 세부 품목")
    case .product(let struck):
      guard !event.materials.isEmpty, !event.materials.contains(use.material ?? "") else {
        return nil
      }
      let name = try reading.name(.product(struck))
      return LocalizedText(
        "whether the event reaches what the step '\(step.english)' of \(title.inSentence) takes from "
          + "\(name.english): \(use.role)",
        korean: "이 사안이 \(title.inKorean) ‘\(step.inKorean)’ 공정에서 쓰는 "
          + "\(name.inKorean) 물품에 미치는지 여부")
    case .material(let material):
      guard use.product != nil, !event.products.isEmpty else { return nil }
      let elements = (use.elements.isEmpty ? [material] : use.elements).map(reading.material)
      return LocalizedText(
        "whether the event, which does not name \(product.english), reaches the "
          + Wording.list(elements.map(\.english))
          + " that the step '\(step.english)' of \(title.inSentence) needs",
        korean: "이 사안에 명시되지 않은 \(KoreanParticle.object.after(product.inKorean)) 쓰는 "
          + "\(title.inKorean) ‘\(step.inKorean)’ 공정에 영향이 미치는지 여부")
    }
  }
}

extension ExposureTarget {
  /// Whether it is a product.
  var isProduct: Bool { if case .product = self { true } else { false } }
}
