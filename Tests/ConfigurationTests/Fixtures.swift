import Configuration
import Vocabulary

/// A schema with a key of every type.
enum Fixtures {
  static let stock = Schema(
    title: "Stock", doc: "A stock position.",
    fields: [
      Field("material", .text, isRequired: true, doc: "What is kept."),
      Field("amount", .quantity(.mass), isRequired: true, doc: "How much."),
      Field("counted", .day, doc: "When."),
    ])

  static let limits = Schema(
    title: "Limits", doc: "What stops an import.",
    fields: [
      Field("strict", .flag, default: .flag(true), doc: "Whether it stops."),
      Field("rows", .integer(1...Int.max), doc: "How many rows at least."),
    ])

  static let schema = Schema(
    title: "Deployment", doc: "A deployment.",
    fields: [
      Field("agency", .text, isRequired: true, doc: "The agency."),
      Field("title", .localizedText, doc: "The title."),
      Field("workers", .integer(1...8), default: .integer(2), doc: "How many."),
      Field("ratio", .number(0...1), doc: "A ratio."),
      Field("share", .percentage, doc: "A share."),
      Field("enabled", .flag, default: .flag(true), doc: "Whether it is on."),
      Field("since", .day, doc: "The first day."),
      Field("product", .product, doc: "A product."),
      Field("about", .subject, doc: "A subject."),
      Field("marking", .marking, doc: "A marking."),
      Field("level", .level, doc: "A level."),
      Field("country", .country, doc: "A country."),
      Field("mode", .choice(["fast", "exact"]), doc: "A mode."),
      Field("folder", .path, doc: "A folder."),
      Field("token", .secret, doc: "A secret."),
      Field("names", .list(.text), doc: "Names."),
      Field("holders", .list(.subject, minimumCount: 1), doc: "Holders."),
      Field("stocks", .list(.mapping(stock)), doc: "Stocks."),
      Field("limits", .mapping(limits), doc: "Limits."),
      Field("extra", .dictionary(.scalar), doc: "Anything."),
      Field("rates", .dictionary(.percentage), doc: "Shares by name."),
    ])

  /// The values of a text.
  static func values(_ text: String) throws -> SettingValues {
    try schema.decode(YAML.parse(text: text, file: "t.yaml"))
  }

  /// The faults of a text, in their order; empty when it is right.
  static func faults(_ text: String) -> [Diagnostic] {
    do throws(ConfigurationError) {
      _ = try schema.decode(YAML.parse(text: text, file: "t.yaml"))
      return []
    } catch {
      return error.diagnostics
    }
  }
}
