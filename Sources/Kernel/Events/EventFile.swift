public import Configuration
internal import Vocabulary

extension Event {
  /// The schema of an event file.
  public static let schema = Schema(
    title: "Event", doc: "What happened or might, as the lenses read it.",
    fields: [
      Field(
        "event", .mapping(eventSchema), isRequired: true,
        doc: "The event.")
    ])

  /// Reads an event file.
  ///
  /// - Throws: `ConfigurationError` with every fault of the file.
  public static func load(path: String) throws(ConfigurationError) -> Event {
    let node = try YAML.load(path: path)
    return try Event(schema.decode(node).mapping("event"))
  }

  private static let shockSchema = Schema(
    title: "Shock", doc: "A loss of supply.",
    fields: [
      Field("product", .product, isRequired: true, doc: "The product that no longer comes."),
      Field("origin", .country, isRequired: true, doc: "Where it no longer comes from."),
      Field("loss", .percentage, isRequired: true, doc: "The share of the flow that is lost."),
      Field("from", .day, isRequired: true, doc: "The first day of the loss."),
      Field("until", .day, doc: "The first day after the loss; open when left out."),
      Field("basis", .localizedText, isRequired: true, doc: "What the assumption rests on."),
    ])

  private static let eventSchema = Schema(
    title: "Event", doc: "What happened or might.",
    fields: [
      Field("id", .text, isRequired: true, doc: "The identifier."),
      Field("title", .localizedText, isRequired: true, doc: "The title."),
      Field("kind", .choice(Event.kinds), isRequired: true, doc: "What kind of event it is."),
      Field(
        "reality", .choice(["real", "hypothetical"]), isRequired: true,
        doc: "Whether it happened or is assumed."),
      Field("announced", .day, doc: "When it was announced."),
      Field("starts", .day, isRequired: true, doc: "When it takes effect."),
      Field("ends", .day, doc: "The day its text names as its end."),
      Field("author", .country, doc: "The state that acts."),
      Field("home", .country, isRequired: true, doc: "The country whose security is at stake."),
      Field("measures", .list(.text), doc: "Measures of the register, by identifier."),
      Field("shocks", .list(.mapping(shockSchema)), doc: "The losses of supply."),
      Field("subjects", .list(.subject), doc: "What it is about."),
      Field(
        "horizon_days", .integer(1...3650), default: .integer(365),
        doc: "How far ahead is looked, in days."),
      Field("notes", .localizedText, doc: "Remarks."),
      Field("sources", .list(.text), doc: "Where it is reported."),
    ])

  private init(_ values: SettingValues) throws(ConfigurationError) {
    identifier = values.text("id")
    title = values.localized("title")
    kind = values.text("kind")
    isHypothetical = values.text("reality") == "hypothetical"
    announced = values.optionalDay("announced")
    starts = values.day("starts")
    ends = values.optionalDay("ends")
    author = values.optionalText("author")
    home = values.text("home")
    measures = values.texts("measures")
    shocks = values.mappings("shocks").map { shock in
      Shock(
        product: shock.product("product"), origin: shock.text("origin"),
        loss: shock.percentage("loss"),
        validity: Validity(from: shock.day("from"), until: shock.optionalDay("until")),
        basis: shock.localized("basis"))
    }
    subjects = values.subjects("subjects")
    horizonDays = values.integer("horizon_days")
    notes = values.optionalLocalized("notes")
    sources = values.texts("sources")
    if let ends, ends < starts {
      throw values.error("ends", "the event ends on \(ends), before it starts on \(starts)")
    }
  }
}
