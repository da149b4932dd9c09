internal import Configuration
internal import Ownership

/// The schema of an ownership rule in a settings file.
enum OwnershipRuleFile {
  static let rule = Schema(
    title: "Ownership rule",
    doc: "When a party counts as blocked through its owners, by which text and since when.",
    fields: [
      Field("name", .text, isRequired: true, doc: "The name that --rule takes."),
      Field("title", .text, isRequired: true, doc: "What it is."),
      Field(
        "lists", .list(.text), isRequired: true,
        doc: "The lists whose parties pass on what they own; LIST:SECTION for a part of one."),
      Field(
        "method", .choice(OwnershipRule.Method.allCases.map(\.rawValue)),
        default: .text(OwnershipRule.Method.cascade.rawValue),
        doc: "cascade: a blocked owner passes on its whole share; multiplication: shares multiply."),
      Field(
        "aggregation", .choice(OwnershipRule.Aggregation.allCases.map(\.rawValue)),
        default: .text(OwnershipRule.Aggregation.allOwners.rawValue),
        doc: "Whether the shares of all listed owners add up, or those of one alone."),
      Field("threshold", .text, isRequired: true, doc: "The share that decides, in per cent."),
      Field(
        "comparison", .choice(["at_least", "more_than"]), isRequired: true,
        doc: "Whether exactly the threshold is enough."),
      Field(
        "measured", .list(.choice(Holding.allCases.map(\.name)), minimumCount: 1),
        default: .list([.text(Holding.shares.name)]),
        doc: "The holdings whose shares are measured, each kind for itself."),
      Field(
        "decisive", .list(.choice(Holding.allCases.map(\.name))), default: .list([]),
        doc: "The holdings that decide alone, whatever the share."),
      Field("valid", .mapping(period), isRequired: true, doc: "When the rule holds in this form."),
      Field("suspended", .list(.mapping(suspension)), doc: "When it does not apply all the same."),
      Field("source", .text, isRequired: true, doc: "The text it rests on."),
      Field("checked_on", .day, doc: "When the source was last looked at."),
      Field("note", .text, doc: "What the rule does not decide."),
    ],
    check: { values in
      let share = try? ShareBounds(values.text("threshold"))
      return share?.isExact == true
        ? [] : [values.fault("threshold", "one share in per cent is expected, such as 50")]
    })

  private static let period = Schema(
    title: "Period", doc: "From when until when.",
    fields: [
      Field("from", .day, doc: "Its first day."),
      Field("until", .day, doc: "The day its text names as its end."),
      Field(
        "includes_end", .flag, default: .flag(false), doc: "Whether it still holds on that day."),
    ])

  private static let suspension = Schema(
    title: "Suspension", doc: "A period in which the rule does not apply.",
    fields: period.fields + [
      Field("citation", .text, isRequired: true, doc: "The text that suspends it."),
      Field("note", .text, doc: "What is open about its end."),
    ])
}
