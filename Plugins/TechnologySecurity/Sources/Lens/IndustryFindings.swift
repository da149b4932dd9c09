internal import Kernel
internal import Vocabulary

/// The products and industries that stand on the exposed technologies.
enum IndustryFindings {
  static func findings(_ exposure: EventExposure, _ reading: TechnologyReading) throws -> [Finding]
  {
    try exposure.certain.flatMap { exposed in
      try exposed.technology.makes.map { try finding($0, exposed, reading) }
    }
  }

  private static func finding(
    _ product: ProductCode, _ exposed: EventExposure.Exposed, _ reading: TechnologyReading
  ) throws -> Finding {
    let technology = exposed.technology
    let name = try reading.product(product)
    let field = technology.field.title
    let needs = exposed.contacts.filter { $0.isCertain && $0.way == .needs }
    let targets = try needs.map { try reading.name($0.target) }
    let title = technology.title
    let titleInKorean = title.text(in: .korean)
    let productInKorean = KoreanParticle.topic.after(name.text(in: .korean))
    let english = "In \(field.english), \(name.english) is made with \(title.english)"
    let korean = "\(field.text(in: .korean)) 분야의 \(productInKorean) \(titleInKorean) 기술로 생산된다"
    guard !targets.isEmpty else {
      return try reading.finding(
        TechnologyIndicators.industry, product.subject, object: technology.subject,
        statement: LocalizedText(english, korean: korean), evidence: [technology.citation],
        sources: [technology.source])
    }
    let list = targets.map(\.english).joined(separator: " and ")
    let listInKorean = KoreanParticle.object.after(
      targets.map { $0.text(in: .korean) }.joined(separator: ", "))
    return try reading.finding(
      TechnologyIndicators.industry, product.subject, object: technology.subject,
      statement: LocalizedText(
        english + ", which needs " + list,
        korean: "\(field.text(in: .korean)) 분야의 \(productInKorean) \(listInKorean) 사용하는 "
          + "\(titleInKorean) 기술로 생산된다"),
      evidence: [technology.citation], sources: [technology.source])
  }
}
