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
    let target = try reading.name(contact.target)
    return contact.way == .makes ? made(target) : needed(target)
  }

  private func made(_ target: LocalizedText) -> LocalizedText {
    LocalizedText(
      "\(subjectInEnglish) makes \(target.english), which the event strikes",
      korean: "\(subjectInKorean) \(target.text(in: .korean)) 생산에 쓰이며, 이 품목이 이 사안의 대상이다")
  }

  private func needed(_ target: LocalizedText) -> LocalizedText {
    let verb = contact.isCertain ? "needs" : "may need"
    let steps = distinct(contact.uses.map(\.step.title))
    let stepWord = steps.count == 1 ? "step" : "steps"
    let english =
      "\(subjectInEnglish) \(verb) \(target.english)\(elements(.english)) in the \(stepWord) "
      + steps.map { "'\($0.english)'" }.joined(separator: " and ")
    let object = target.text(in: .korean) + elements(.korean)
    let stepsInKorean = steps.map { "‘\($0.text(in: .korean))’" }.joined(separator: "·")
    let korean =
      "\(subjectInKorean) \(stepsInKorean) 공정에서 \(KoreanParticle.object.after(object)) "
      + (contact.isCertain ? "사용" : "사용할 수 있으")
    return LocalizedText(english + lossInEnglish, korean: korean + endingInKorean)
  }

  private var lossInEnglish: String {
    guard contact.isCertain, !shocks.isEmpty else {
      return contact.isCertain ? "" : ", but it cannot be told whether the event reaches that"
    }
    let parts = shocks.map {
      "\(StatementNumber.percent($0.loss.fraction).english) of what comes from "
        + reading.country($0.origin).english
    }
    return "; the event assumes the loss of " + parts.joined(separator: " and ")
  }

  private var endingInKorean: String {
    guard contact.isCertain else { return "나 이 사안의 영향이 미치는지는 알 수 없다" }
    guard !shocks.isEmpty else { return "한다" }
    let parts = shocks.map {
      "\(reading.country($0.origin).text(in: .korean))산 물량의 "
        + StatementNumber.percent($0.loss.fraction).text(in: .korean)
    }
    return "하며, 이 사안은 " + parts.joined(separator: ", ") + " 손실을 가정한다"
  }

  private var subjectInEnglish: String {
    switch technology.nationalCore(on: reading.asOf) {
    case .yes: "\(technology.title.english), a national core technology,"
    case .no, .unknown: technology.title.english
    }
  }

  private var subjectInKorean: String {
    let subject = KoreanParticle.topic.after(technology.title.text(in: .korean))
    return technology.nationalCore(on: reading.asOf) == .yes ? "국가핵심기술인 " + subject : subject
  }

  private func elements(_ language: Language) -> String {
    var names: [String] = []
    for element in contact.uses.flatMap(\.elements) {
      let name = reading.material(element).text(in: language)
      if !names.contains(name) { names.append(name) }
    }
    guard !names.isEmpty else { return "" }
    return language == .korean
      ? "(" + names.joined(separator: "·") + ")" : " (" + names.joined(separator: ", ") + ")"
  }

  private func distinct(_ titles: [LocalizedText]) -> [LocalizedText] {
    titles.reduce(into: []) { kept, title in
      if !kept.contains(title) { kept.append(title) }
    }
  }
}
