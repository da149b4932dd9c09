internal import Configuration
internal import Reference
internal import Vocabulary

/// The schema of a file of technologies.
enum TechnologyFile {
  static let schema = Schema(
    title: "Technologies", doc: "Core technologies by step, material and product.",
    fields: [
      Field(
        "technologies", .list(.mapping(technology), minimumCount: 1), isRequired: true,
        doc: "The technologies.")
    ])

  /// Whose control lists are named.
  static let regimes = ["eu", "us", "cn", "kr"]

  private static let technology = Schema(
    title: "Technology", doc: "A core technology.",
    fields: [
      Field("id", .text, isRequired: true, doc: "The identifier."),
      Field("title", .localizedText, isRequired: true, doc: "The title."),
      Field(
        "field", .choice(IndustryField.allCases.map(\.rawValue)), isRequired: true,
        doc: "The industry it belongs to."),
      Field(
        "criticality", .choice(Criticality.allCases.map(\.rawValue)), isRequired: true,
        doc: "strategic: named by the state; core: an industry stands on it; else general."),
      Field(
        "national_core", .choice(Standing.names), isRequired: true,
        doc: "Whether it is a national core technology of Korea."),
      Field(
        "core_from", .day, doc: "The first day for which that is on record; any day if left out."),
      Field("law_reference", .text, isRequired: true, doc: "What the designation says."),
      Field(
        "steps", .list(.mapping(step), minimumCount: 1), isRequired: true,
        doc: "The steps of the process."),
      Field("uses", .list(.mapping(use)), doc: "What the steps need."),
      Field("makes", .list(.mapping(make)), doc: "What is made with it."),
      Field(
        "control_codes", .list(.mapping(controlCode)),
        doc: "The control-list entries it falls under."
      ),
      Field("source", .text, isRequired: true, doc: "Where the facts were read."),
      Field("note", .text, doc: "Remarks, and how sure the facts are."),
    ])

  private static let step = Schema(
    title: "Step", doc: "A step of the process.",
    fields: [
      Field("id", .text, isRequired: true, doc: "The identifier within the technology."),
      Field("title", .localizedText, isRequired: true, doc: "The title."),
      Field("order", .integer(1...999), isRequired: true, doc: "Its place in the process."),
    ])

  private static let use = Schema(
    title: "Use", doc: "A product or material that a step needs.",
    fields: [
      Field("step", .text, isRequired: true, doc: "The step."),
      Field("product", .product, doc: "The product."),
      Field("material", .text, doc: "The material."),
      Field(
        "elements", .list(.choice(RareEarthElement.allCases.map(\.rawValue))),
        doc: "The elements meant, where the material stands for several."),
      Field("role", .text, isRequired: true, doc: "What it is needed for."),
    ])

  private static let make = Schema(
    title: "Product made", doc: "A product that is made with a technology.",
    fields: [Field("product", .product, isRequired: true, doc: "The product.")])

  private static let controlCode = Schema(
    title: "Control code", doc: "An entry of a control list.",
    fields: [
      Field("regime", .choice(regimes), isRequired: true, doc: "Whose list it is."),
      Field("code", .text, isRequired: true, doc: "The code of the entry."),
    ])
}
