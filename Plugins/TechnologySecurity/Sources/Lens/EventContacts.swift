internal import Kernel
internal import Vocabulary

/// Where one technology meets the products and materials of an event.
struct EventContacts {
  private let technology: Technology
  private let event: Event

  init(_ technology: Technology, _ event: Event) {
    self.technology = technology
    self.event = event
  }

  /// What its steps need: by product, and where no product meets, by material.
  func needed(_ exposures: [Exposure]) -> [EventExposure.Contact] {
    let contacts = exposures.compactMap(contact)
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

  private func contact(_ exposure: Exposure) -> EventExposure.Contact? {
    let matches = exposure.matches.filter {
      $0.technology.identifier == technology.identifier
    }
    guard !matches.isEmpty else { return nil }
    let certain = matches.filter { missing($0, exposure.target) == nil }
    let chosen = certain.isEmpty ? matches : certain
    return EventExposure.Contact(
      target: exposure.target, way: .needs, uses: chosen.map(\.use),
      isWider: chosen.contains { !$0.isCertain },
      missing: certain.isEmpty ? chosen.compactMap { missing($0, exposure.target) } : [])
  }

  /// Why a use may lie outside the event: a wider code, a code that holds other materials too, or
  /// a material that comes by a product which the event does not name.
  private func missing(_ match: Exposure.Match, _ target: ExposureTarget) -> LocalizedText? {
    let use = match.use
    let step = use.step.title
    let code = use.product?.description ?? ""
    switch target {
    case .product where !match.isCertain:
      return LocalizedText(
        "which products of \(code) the step '\(step.english)' of \(technology.title.english) needs",
        korean: "\(technology.title.text(in: .korean)) ‘\(step.text(in: .korean))’ 공정에 필요한 "
          + "\(code)의 세부 품목")
    case .product(let product):
      guard !event.materials.isEmpty, !event.materials.contains(use.material ?? "") else {
        return nil
      }
      return LocalizedText(
        "whether the event reaches what the step '\(step.english)' of "
          + "\(technology.title.english) takes from \(product) (\(use.role))",
        korean: "이 사안이 \(technology.title.text(in: .korean)) ‘\(step.text(in: .korean))’ "
          + "공정에서 쓰는 \(product) 물품에 미치는지 여부")
    case .material(let material):
      guard use.product != nil, !event.products.isEmpty else { return nil }
      let elements = use.elements.isEmpty ? material : use.elements.joined(separator: ", ")
      return LocalizedText(
        "whether the event, which does not name \(code), reaches the \(elements) that the step "
          + "'\(step.english)' of \(technology.title.english) needs",
        korean:
          "이 사안에 명시되지 않은 \(KoreanParticle.object.after(code)) 쓰는 \(technology.title.text(in: .korean)) "
          + "‘\(step.text(in: .korean))’ 공정에 영향이 미치는지 여부")
    }
  }
}

extension ExposureTarget {
  /// Whether it is a product.
  var isProduct: Bool { if case .product = self { true } else { false } }
}
