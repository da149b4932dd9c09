public import Configuration
public import Vocabulary

/// What is known about a data set as received: who published it, under which licence, for which day.
public struct SourceCard: Sendable, Equatable {
  /// Who published it.
  public var publisher: String
  /// What it is called.
  public var title: String
  /// The licence it came under.
  public var licence: String
  /// Its version, as the publisher calls it; empty when unknown.
  public var version: String
  /// The day the data are for; nil when unknown.
  public var asOf: Day?
  /// The day it was received; nil when unknown.
  public var retrieved: Day?
  /// How to cite it; empty when unknown.
  public var citation: String
  /// How far it may travel.
  public var marking: Marking
  /// Parameters of the import that the card fixes, as a user would write them.
  public var parameters: [String: String]

  /// Makes a card.
  public init(
    publisher: String, title: String, licence: String, version: String = "", asOf: Day? = nil,
    retrieved: Day? = nil, citation: String = "", marking: Marking = .clear,
    parameters: [String: String] = [:]
  ) {
    self.publisher = publisher
    self.title = title
    self.licence = licence
    self.version = version
    self.asOf = asOf
    self.retrieved = retrieved
    self.citation = citation
    self.marking = marking
    self.parameters = parameters
  }

  /// The schema of a card file, which stands beside its data file as `FILE.card.yaml`.
  public static let schema = Schema(
    title: "Source card", doc: "Who published a data file, under which licence, for which day.",
    fields: [
      Field("dataset", .text, isRequired: true, doc: "The data set, as `tower import` names it."),
      Field("publisher", .text, isRequired: true, doc: "Who published it."),
      Field("title", .text, isRequired: true, doc: "What it is called."),
      Field("licence", .text, isRequired: true, doc: "The licence it came under."),
      Field("version", .text, default: .text(""), doc: "Its version."),
      Field("as_of", .day, doc: "The day the data are for."),
      Field("retrieved", .day, doc: "The day it was received."),
      Field("citation", .text, default: .text(""), doc: "How to cite it."),
      Field("marking", .marking, default: .marking(.clear), doc: "How far it may travel."),
      Field("notes", .text, default: .text(""), doc: "Oddities of the data."),
      Field("parameters", .dictionary(.scalar), doc: "Parameters that the import needs."),
    ])

  /// Reads a card file.
  ///
  /// - Throws: `ConfigurationError` with every fault of the file.
  public static func load(path: String, dataset: String) throws(ConfigurationError) -> SourceCard {
    let values = try schema.decode(YAML.load(path: path))
    guard values.text("dataset") == dataset else {
      throw values.error(
        "dataset", "the card is for '\(values.text("dataset"))', the import for '\(dataset)'")
    }
    return SourceCard(
      publisher: values.text("publisher"), title: values.text("title"),
      licence: values.text("licence"), version: values.text("version"),
      asOf: values.optionalDay("as_of"), retrieved: values.optionalDay("retrieved"),
      citation: values.text("citation"), marking: values.marking("marking"),
      parameters: Dictionary(values.dictionaryOfTexts("parameters")) { first, _ in first })
  }
}
