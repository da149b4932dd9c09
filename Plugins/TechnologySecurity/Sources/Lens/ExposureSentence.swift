internal import Kernel
internal import Vocabulary

/// How a technology meets a subject of the event, as one sentence in both languages.
struct ExposureSentence {
  /// The losses of supply that reach what it needs.
  let shocks: [Shock]
  private let technology: Technology
  private let contact: EventExposure.Contact
  private let reading: TechnologyReading

  init(
    _ technology: Technology, _ contact: EventExposure.Contact, _ reading: TechnologyReading
  ) {
    self.technology = technology
    self.contact = contact
    self.reading = reading
    shocks =
      if case .product(let product) = contact.target, contact.way == .needs {
        reading.shocks(on: product)
      } else {
        []
      }
  }

  /// The sentence, without a final full stop.
  func statement() throws -> LocalizedText {
    let target = try reading.name(contact.target, details: details)
    return contact.way == .makes ? made(target) : needed(target)
  }

  private func made(_ target: LocalizedText) -> LocalizedText {
    LocalizedText(
      "\(subjectInEnglish): what is made with it, \(target.english), is what the event strikes",
      korean: "\(subjectInKorean) \(target.text(in: .korean)) 생산에 쓰이며, 이 품목이 이 사안의 대상이다")
  }

  private func needed(_ target: LocalizedText) -> LocalizedText {
    let steps = Wording.distinct(contact.uses.map(\.step.title))
    let names = Wording.list(steps.map { "'\($0.english)'" })
    let need = contact.isWider ? "may need" : steps.count == 1 ? "needs" : "need"
    let english =
      "\(subjectInEnglish): the \(steps.count == 1 ? "step" : "steps") \(names) \(need) "
      + target.english
    let namesInKorean = steps.map { "‘\($0.text(in: .korean))’" }.joined(separator: "·")
    let korean =
      "\(subjectInKorean) \(namesInKorean) 공정에서 "
      + "\(KoreanParticle.object.after(target.text(in: .korean))) "
    return LocalizedText(english + endingInEnglish, korean: korean + endingInKorean)
  }

  private var endingInEnglish: String {
    guard contact.isCertain else { return ", but it cannot be told whether the event reaches that" }
    guard !shocks.isEmpty else { return "" }
    let parts = shocks.map {
      "\(StatementNumber.percent($0.loss.fraction).english) of what comes from "
        + reading.country($0.origin).english
    }
    return "; the event assumes the loss of " + Wording.list(parts)
  }

  private var endingInKorean: String {
    guard contact.isCertain else {
      return (contact.isWider ? "사용할 수 있으나" : "사용하나") + " 이 사안의 영향이 미치는지는 알 수 없다"
    }
    guard !shocks.isEmpty else { return "사용한다" }
    let parts = shocks.map {
      "\(reading.country($0.origin).text(in: .korean))산 물량의 "
        + StatementNumber.percent($0.loss.fraction).text(in: .korean)
    }
    return "사용하며, 이 사안은 " + parts.joined(separator: ", ") + " 손실을 가정한다"
  }

  private var subjectInEnglish: String { Self.name(technology, reading).english }

  private var subjectInKorean: String {
    KoreanParticle.topic.after(Self.name(technology, reading).text(in: .korean))
  }

  /// A technology by its title, and whether it is a national core technology on the day.
  static func name(_ technology: Technology, _ reading: TechnologyReading) -> LocalizedText {
    let title = technology.title
    guard technology.nationalCore(on: reading.asOf) == .yes else {
      return LocalizedText(title.english, korean: title.text(in: .korean))
    }
    return LocalizedText(
      title.english + " (a national core technology)",
      korean: "국가핵심기술인 " + title.text(in: .korean))
  }

  /// What of a product or material is meant: the elements, the material of a shared code, and of a
  /// material the codes by which it comes.
  private var details: [LocalizedText] {
    let elements = contact.uses.flatMap(\.elements).map(reading.material)
    switch contact.target {
    case .product(let product):
      let isShared = reading.isShared(product)
      let materials = contact.uses.compactMap(\.material).map(reading.material)
      return Wording.distinct(elements.isEmpty && isShared ? materials : elements)
    case .material:
      let codes = contact.uses.compactMap(\.product).map { LocalizedText($0.description) }
      return Wording.distinct(codes + elements)
    }
  }
}
