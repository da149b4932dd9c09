internal import Kernel
internal import MeasureStatus
internal import Store
internal import Vocabulary

/// The table function `restricted(product, origin, destination, [material])`.
enum RestrictedFunction {
  static let function = FunctionDescriptor(
    "restricted",
    doc: "Whether a measure on record restricts a trade on the day of the question; one row.",
    arguments: [
      .required("product", .product, doc: "The product."),
      .required("origin", .country, doc: "Where it comes from."),
      .required("destination", .country, doc: "Where it goes."),
      .optional(
        "material", .text, doc: "What it is made of; a name that is not known decides nothing."),
    ],
    columns: [
      Column("answer", .text, doc: "yes, no or cannot_tell; a no is not clearance."),
      Column("missing", .text, doc: "What is missing."),
      Column("measures", .json, doc: "The measures whose scope covers it or may cover it."),
    ], estimatedRows: 1
  ) { call in
    guard let product = try call.optionalProduct("product") else {
      throw TowerError(.usage, "product is null")
    }
    let measures = try StoredMeasures.load(on: call.asOf, call.reader)
    guard !measures.isEmpty else {
      throw TowerError(.failed, "cannot tell: the register of measures is empty")
    }
    let material = try call.optionalText("material").flatMap {
      try TradeMaterials.identifier($0, call.reader)
    }
    let question = TradeQuestion(
      product: product, origin: try call.text("origin"), destination: try call.text("destination"),
      materials: material.map(TradeMaterials.members) ?? [])
    let finding = MeasureRegister(measures.map(\.measure)).restricts(
      question, on: call.asOf, knownAt: call.knownAt)
    let missing = finding.answer.missing
    return RowProducer([
      [
        .text(finding.answer.name),
        missing.isEmpty ? .null : .text(missing.joined(separator: "; ")),
        .text(JSONValue.texts(finding.measures.map(\.identifier)).compact),
      ]
    ])
  }
}
