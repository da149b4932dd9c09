internal import Configuration
internal import MeasureStatus

/// The schema of a file of measures.
enum MeasureFile {
  static let schema = Schema(
    title: "Measures", doc: "Policy acts with their dates, scope and citation.",
    fields: [
      Field("measures", .list(.mapping(measure)), isRequired: true, doc: "The measures.")
    ])

  private static let measure = Schema(
    title: "Measure", doc: "A policy act.",
    fields: [
      Field("id", .text, isRequired: true, doc: "The identifier."),
      Field("announcement", .text, isRequired: true, doc: "The instrument's own number."),
      Field("limb", .text, default: .text(""), doc: "The part with dates of its own."),
      Field("title", .localizedText, isRequired: true, doc: "The title."),
      Field(
        "kind", .choice(MeasureKind.allCases.map(\.rawValue)), isRequired: true,
        doc: "What kind of act it is."),
      Field("author", .country, isRequired: true, doc: "The state that acts."),
      Field("authority", .text, isRequired: true, doc: "The authority that acts for it."),
      Field("programme", .text, doc: "The programme it belongs to."),
      Field("announced", .day, isRequired: true, doc: "When it was announced."),
      Field("learned", .day, isRequired: true, doc: "When it could be known."),
      Field("valid", .mapping(validity), isRequired: true, doc: "When it applies."),
      Field("acts", .list(.mapping(act)), doc: "What happened to it later."),
      Field("scope", .mapping(scope), doc: "What it reaches."),
      Field("rate", .mapping(rate), doc: "Of a tariff: how much."),
      Field("requires", .localizedText, doc: "What it requires."),
      Field("citation", .text, isRequired: true, doc: "How to cite it."),
      Field("source", .text, doc: "Where it is."),
      Field("checked_on", .day, doc: "When the source was last looked at."),
      Field("note", .text, doc: "Remarks."),
    ])

  private static let validity = Schema(
    title: "Validity", doc: "When a measure applies.",
    fields: [
      Field("from", .day, doc: "Its first day."),
      Field("until", .day, doc: "The day its text names as its end."),
      Field(
        "includes_end", .flag, default: .flag(false), doc: "Whether it still holds on that day."),
    ])

  private static let act = Schema(
    title: "Act", doc: "What happened to a measure.",
    fields: [
      Field(
        "act",
        .choice(["proposed", "suspended", "struck_down", "repealed", "replaced", "confirmed"]),
        isRequired: true, doc: "What happened."),
      Field("what", .choice(["in_force", "expired"]), doc: "What was confirmed."),
      Field("from", .day, isRequired: true, doc: "Its first day."),
      Field("until", .day, doc: "The day its text names as its end."),
      Field(
        "includes_end", .flag, default: .flag(false), doc: "Whether it still holds on that day."),
      Field("learned", .day, isRequired: true, doc: "When it could be known."),
      Field("citation", .text, isRequired: true, doc: "How to cite it."),
      Field("note", .text, doc: "Remarks."),
    ])

  private static let product = Schema(
    title: "Product", doc: "A product that a measure covers.",
    fields: [
      Field("product", .product, isRequired: true, doc: "The product, as a prefix."),
      Field("coverage", .choice(["whole", "part"]), isRequired: true, doc: "whole or part."),
      Field("materials", .list(.text), doc: "In part: the materials covered."),
      Field("control_codes", .list(.text), doc: "In part: the control codes covered."),
      Field("note", .text, doc: "Remarks."),
    ])

  private static let scope = Schema(
    title: "Scope", doc: "What a measure reaches.",
    fields: [
      Field("products", .list(.mapping(product)), doc: "The products; none named where left out."),
      Field("origins", .list(.text), doc: "Where goods come from; anywhere when left out."),
      Field("destinations", .list(.text), doc: "Where goods go; anywhere when left out."),
      Field("excluded_destinations", .list(.text), doc: "Where goods may go all the same."),
      Field("parties", .list(.text), doc: "The parties named."),
      Field(
        "party_classes", .list(.text), doc: "Parties that are described, where no name decides."),
      Field("technologies", .list(.text), doc: "The technologies named."),
      Field("control_codes", .list(.text), doc: "The control codes named."),
    ])

  private static let rate = Schema(
    title: "Rate", doc: "How much a tariff is.",
    fields: [
      Field(
        "type", .choice(["add", "minimum_total", "cap_total"]), isRequired: true,
        doc: "How it meets the other duties."),
      Field("percent", .number(0...1000), isRequired: true, doc: "The rate."),
      Field("heading", .text, doc: "The heading it is declared under."),
      Field("excluded_by", .list(.text), doc: "The programmes that exclude it."),
    ])
}
