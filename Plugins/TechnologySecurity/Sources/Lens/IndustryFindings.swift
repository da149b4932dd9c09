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
    let needs = exposed.contacts.filter { $0.isCertain && $0.way == .needs }
    return try reading.finding(
      TechnologyIndicators.industry, product.subject, object: technology.subject,
      statement: statement(
        technology, product: try reading.name(.product(product)),
        needs: try needs.map { try reading.name($0.target) }),
      evidence: [LocalizedText(technology.citation)], sources: [technology.source])
  }

  private static func statement(
    _ technology: Technology, product: LocalizedText, needs: [LocalizedText]
  ) -> LocalizedText {
    let field = technology.field.title
    let title = technology.title
    let english =
      "In \(field.english), the product \(product.english) stands on the technology \(title.inSentence)"
      + (needs.isEmpty ? "" : ", which needs " + Wording.list(needs.map(\.english)))
    let list = needs.map { $0.text(in: .korean) }.joined(separator: ", ")
    let korean =
      "\(field.text(in: .korean)) 분야의 "
      + KoreanParticle.topic.after(product.text(in: .korean)) + " "
      + (needs.isEmpty ? "" : KoreanParticle.object.after(list) + " 사용하는 ")
      + "\(title.text(in: .korean)) 기술로 생산된다"
    return LocalizedText(english, korean: korean)
  }
}
