internal import Kernel
internal import MeasureStatus
internal import Reference
internal import Vocabulary

/// The lens `trade-closures`: which of the open alternatives a measure closes, and where listed
/// parties sit.
enum ClosureLens {
  static let lens = Lens(
    "trade-closures",
    title: LocalizedText("Closures of the alternatives", korean: "대체 공급처의 제약"),
    reads: ["alternative_supplier"],
    writes: [TradeIndicators.closed.name, TradeIndicators.parties.name]
  ) { input in
    let reading = try ClosureReading(input)
    return try reading.closures() + reading.parties()
  }
}

/// One reading of the alternative suppliers against the register of measures and the lists.
struct ClosureReading {
  /// A product from a country that could supply it.
  struct Alternative: Hashable {
    let product: ProductCode
    let supplier: String
  }

  let input: LensInput
  let alternatives: [Alternative]
  private let register: [RegisteredMeasure]
  private let countries: CountryNames

  init(_ input: LensInput) throws {
    self.input = input
    var seen: Set<Alternative> = []
    alternatives = input.findings(of: "alternative_supplier").compactMap { finding in
      guard finding.subject.kind == "product", finding.object?.kind == "country",
        let supplier = finding.object?.identifier,
        let product = try? ProductCode(finding.subject.identifier)
      else { return nil }
      let alternative = Alternative(product: product, supplier: supplier)
      return seen.insert(alternative).inserted ? alternative : nil
    }
    register = try StoredMeasures.load(on: input.asOf, input.connection)
    countries = try Countries.names(input.connection)
  }

  /// Whether a measure closes each alternative, in the order of the alternatives.
  func closures() throws -> [Finding] {
    let measures = MeasureRegister(register.map(\.measure))
    return try alternatives.map { alternative in
      let question = TradeQuestion(
        product: alternative.product, origin: alternative.supplier,
        destination: input.event.home,
        names: [
          alternative.product.description: try name(of: alternative.product),
          alternative.supplier: name(of: alternative.supplier),
          input.event.home: name(of: input.event.home),
        ])
      let found = measures.restricts(question, on: input.asOf, knownAt: input.knownAt)
      return try closure(of: alternative, question, found)
    }
  }

  /// The name of a country as a sentence says it.
  func name(of country: String) -> LocalizedText { countries.inSentence(country) }

  /// The name of a product, with its code.
  func name(of product: ProductCode) throws -> LocalizedText {
    guard let title = try Products.title(of: product, input.connection) else {
      return LocalizedText("\(product)", korean: "\(product)")
    }
    return LocalizedText(
      "\(title.inSentence) (\(product))", korean: "\(title.inKorean)(\(product))")
  }

  private func closure(
    of alternative: Alternative, _ question: TradeQuestion, _ found: RegisterFinding
  ) throws -> Finding {
    let deciding = found.measures.filter { $0.result.answer != .no }
    let rows = deciding.compactMap { finding in
      register.first { $0.identifier == finding.identifier }
    }
    let sources = Set((rows.isEmpty ? register : rows).map(\.source)).sorted()
    let sentence = ClosureSentence(
      product: try name(of: alternative.product), supplier: name(of: alternative.supplier),
      home: name(of: input.event.home), day: input.asOf)
    var finding = Finding(
      TradeIndicators.closed.name, subject: alternative.product.subject,
      object: Subject(kind: "country", identifier: alternative.supplier), asOf: input.asOf,
      statement: sentence.open,
      evidence: found.measures.flatMap { $0.result.steps.map(\.evidence) },
      sources: sources, marking: try SourceRegister.marking(of: sources, input.connection))
    guard !register.isEmpty else {
      finding.statement = sentence.undecided
      finding.status = .insufficient(missing: [StatusSentence.emptyRegister])
      return finding
    }
    switch found.answer {
    case .yes:
      finding.value = 1
      finding.statement = sentence.closed(
        by: rows.filter { row in
          deciding.contains { $0.identifier == row.identifier && $0.result.answer == .yes }
        })
    case .no:
      finding.value = 0
      finding.evidence += ClosureSentence.compared(found)
    case .cannotTell:
      finding.statement = sentence.undecided
      finding.status = .insufficient(
        missing: rows.flatMap { row in
          sentence.missing(
            row.measure.covers(question).answer,
            row.measure.standing(on: input.asOf, knownAt: input.knownAt), row)
        })
    }
    return finding
  }
}
