internal import Kernel
internal import Reference
internal import Vocabulary

/// What the parts of the lens share: the event, the register, the names, and how a finding is made.
struct TechnologyReading {
  let event: Event
  let asOf: Day
  let register: TechnologyRegister
  let holders: [Holder]
  let settings: TechnologySettings
  private let input: LensInput
  private let countries: CountryNames
  private let materials: [Material]

  init(_ input: LensInput, _ settings: TechnologySettings) throws {
    self.input = input
    self.settings = settings
    event = input.event
    asOf = input.asOf
    register = try TechnologyRegister(input.connection)
    holders = try Holder.all(input.connection)
    countries = try Countries.names(input.connection)
    materials = try Materials.all(input.connection)
  }

  /// The technologies that the event names, as it writes them.
  var namedTechnologies: [String] {
    event.subjects.filter { $0.kind == "technology" }.map(\.identifier)
  }

  /// The losses of supply that reach a product between the day and the horizon.
  func shocks(on product: ProductCode) -> [Shock] {
    let horizon = asOf.adding(days: event.horizonDays)
    return event.shocks.filter { shock in
      let isOver = shock.validity.end.map { $0 <= asOf } ?? false
      let isTooFar = shock.validity.from.map { $0 > horizon } ?? false
      return shock.loss.fraction > 0 && !isOver && !isTooFar
        && (shock.product.contains(product) || product.contains(shock.product))
    }
  }

  func country(_ code: String) -> LocalizedText { countries.inSentence(code) }

  /// A material by its name, as a sentence says it.
  func material(_ identifier: String) -> LocalizedText {
    let name =
      materials.first { $0.identifier == identifier }?.name
      ?? RareEarthElement(rawValue: identifier)?.title ?? LocalizedText(identifier)
    return name.insideSentence
  }

  /// Whether the register takes several materials from a product, so that its title does not tell
  /// which is meant.
  func isShared(_ product: ProductCode) -> Bool {
    let uses = register.technologies.flatMap(\.uses)
    return Set(uses.filter { $0.product.map(product.contains) ?? false }.map(\.material)).count > 1
  }

  /// A product or material by its name, with its code and what of it is meant in brackets.
  func name(_ target: ExposureTarget, details: [LocalizedText] = []) throws -> LocalizedText {
    switch target {
    case .product(let product):
      let code = LocalizedText(product.description)
      guard let title = try Products.title(of: product, input.connection) else {
        return bracketed(code, details)
      }
      return bracketed(title.insideSentence, [code] + details)
    case .material(let identifier):
      return bracketed(material(identifier), details)
    }
  }

  private func bracketed(_ title: LocalizedText, _ remarks: [LocalizedText]) -> LocalizedText {
    func text(_ language: Language, _ space: String) -> String {
      let list = remarks.map { $0.text(in: language) }.joined(separator: ", ")
      return title.text(in: language) + (remarks.isEmpty ? "" : "\(space)(\(list))")
    }
    return LocalizedText(text(.english, " "), korean: text(.korean, ""))
  }

  /// A finding of this lens, with the marking of its sources.
  func finding(
    _ indicator: String, _ subject: Subject, object: Subject? = nil, value: Double? = nil,
    level: Level? = nil, missing: [LocalizedText] = [], statement: LocalizedText,
    evidence: [LocalizedText] = [], sources: [String], due: Day? = nil
  ) throws -> Finding {
    let sources = Set(sources).sorted()
    return Finding(
      indicator, subject: subject, object: object, value: value, asOf: asOf, level: level,
      status: missing.isEmpty ? .known : .insufficient(missing: missing), statement: statement,
      evidence: evidence, sources: sources,
      marking: try SourceRegister.marking(of: sources, input.connection), due: due)
  }

  /// What is said of the event when no technology is on record.
  var emptyRegister: [Finding] {
    get throws {
      let subjects =
        event.products.map(\.subject)
        + event.materials.map { Subject(kind: "material", identifier: $0) }
        + event.subjects.filter { $0.kind == "technology" }
      return try subjects.map { subject in
        try finding(
          TechnologyIndicators.exposed, subject,
          missing: [LocalizedText("the register of technologies", korean: "기술 대장")],
          statement: LocalizedText(
            "It cannot be told which technologies \(subject.identifier) bears on, since no "
              + "technology is on record",
            korean: "등록된 기술이 없어 \(subject.identifier)의 영향을 받는 기술을 알 수 없다"),
          sources: [])
      }
    }
  }
}
