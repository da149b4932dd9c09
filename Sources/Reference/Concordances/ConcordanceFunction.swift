internal import Concordance
internal import Kernel
internal import Store
internal import Vocabulary

/// The table function `concordance`.
enum ConcordanceFunction {
  static let descriptor = FunctionDescriptor(
    "concordance", doc: "A product of one edition and its counterpart in another, with its weight.",
    arguments: [
      .required(
        "from_code", .text,
        doc: "The product, a heading, or an edition such as hs92 for all that the tables hold."),
      .required("to_edition", .text, doc: "The edition that is wanted."),
      .optional(
        "in_year", .integer,
        doc: "The year of trade to weigh by, or the nearest held; the latest when left out."),
    ],
    columns: CodeAnswer.columns.filter { $0.name != "value" }, estimatedRows: 100
  ) { call in
    let to = try edition(call.text("to_edition"), "to_edition")
    let (from, entries) = try asked(call, to: to)
    let answer = try CodeAnswer(
      entries, from: from, to: to, weights: nil, year: call.optionalInteger("in_year"),
      call.reader)
    let value = CodeAnswer.columns.firstIndex { $0.name == "value" }
    return RowProducer(
      try answer.rows(call.reader).map { row in
        row.enumerated().filter { $0.offset != value }.map(\.element)
      })
  }

  private static func asked(_ call: FunctionCall, to: String) throws -> (
    edition: String, entries: [CodeConversion.Entry]
  ) {
    let text = try call.text("from_code")
    if ProductCode.editions.contains(text) {
      let concordance = try HeldConcordance(from: text, to: to, call.reader)
      let held = try Products.subheadings(of: text, call.reader) ?? []
      let codes = held.union(concordance.relation.sources).sorted()
      return (text, codes.map { CodeConversion.Entry($0) })
    }
    do {
      let product = try ProductCode(text)
      return (product.edition, try CodeAnswer.entries(product, to: to, call.reader))
    } catch let error as VocabularyError {
      throw TowerError(.usage, "from_code: \(error)")
    }
  }

  private static func edition(_ text: String, _ name: String) throws -> String {
    guard ProductCode.editions.contains(text) else {
      throw TowerError(
        .usage, "\(name): '\(text)' is not an edition of the Harmonized System",
        hints: ["it is one of " + ProductCode.editions.joined(separator: ", ")])
    }
    return text
  }
}
