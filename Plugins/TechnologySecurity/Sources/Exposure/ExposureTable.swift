internal import Kernel
internal import Store
internal import Vocabulary

/// The answer to what stands on a product or material, as rows.
enum ExposureTable {
  static let columns = [
    Column(
      "answer", .text, doc: "yes; or cannot_tell where codes are too wide or cannot be compared."),
    Column("missing", .text, doc: "What is missing."),
    Column("technology", .text, doc: "The technology that stands on it."),
    Column("title", .text, doc: "Its title."), Column("title_ko", .text, doc: "In Korean."),
    Column("national_core", .text, doc: "Whether it is a national core technology on the day."),
    Column("criticality", .text, doc: "strategic, core or general."),
    Column("step", .text, doc: "The step that needs it."),
    Column("step_title", .text, doc: "The title of the step."),
    Column("product", .product, doc: "The product, as the use is recorded."),
    Column("material", .text, doc: "The material."),
    Column("elements", .text, doc: "The elements meant."),
    Column("role", .text, doc: "What it is needed for."),
  ]

  /// A row for each match, then one for each edition that could not be compared.
  static func rows(_ exposure: Exposure, on day: Day) -> [[Value]] {
    exposure.matches.map { row($0, exposure.target, on: day) }
      + exposure.missing.map { missing in
        [.text("cannot_tell"), .text(missing.english)] + columns.dropFirst(2).map { _ in .null }
      }
  }

  private static func row(_ match: Exposure.Match, _ target: ExposureTarget, on day: Day)
    -> [Value]
  {
    let technology = match.technology
    let use = match.use
    let missing = "which products of \(use.product?.description ?? "") the step needs"
    return [
      .text(match.isCertain ? "yes" : "cannot_tell"), match.isCertain ? .null : .text(missing),
      .text(technology.identifier), .text(technology.title.english),
      Value(technology.title.korean), .text(technology.nationalCore(on: day).rawValue),
      .text(technology.criticality.rawValue), .text(use.step.identifier),
      .text(use.step.title.english), Value(use.product?.description), Value(use.material),
      use.elements.isEmpty ? .null : .text(use.elements.joined(separator: ", ")),
      .text(use.role),
    ]
  }
}
