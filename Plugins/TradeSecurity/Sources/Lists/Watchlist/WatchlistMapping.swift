internal import Configuration
internal import PartyIdentifiers

/// Where the fields of a party stand in a watch list of one's own.
struct WatchlistMapping {
  /// How numbers of a date follow each other.
  enum DateOrder: String, CaseIterable {
    case yearMonthDay = "ymd"
    case dayMonthYear = "dmy"
    case monthDayYear = "mdy"
  }

  static let schema = Schema(
    title: "Watch list mapping", doc: "Where the fields of a party stand in a CSV file.",
    fields: [
      Field("list", .text, isRequired: true, doc: "The name that the list has in the store."),
      Field(
        "delimiter", .choice([",", ";", "|", "tab"]), default: .text(","), doc: "Between fields."),
      Field("separator", .text, default: .text(";"), doc: "Between several values of one field."),
      Field(
        "dates", .choice(DateOrder.allCases.map(\.rawValue)), default: .text("ymd"),
        doc: "How the numbers of a date follow each other."),
      Field(
        "kind", .choice(ListedParty.Kind.allCases.map(\.rawValue)), default: .text("unknown"),
        doc: "What kind of party every row is, where no column says."),
      Field(
        "kinds", .dictionary(.choice(ListedParty.Kind.allCases.map(\.rawValue))),
        doc: "The values of the column of kinds, and what each means."),
      Field("columns", .mapping(columns), isRequired: true, doc: "The column of each field."),
    ])

  private static let columns = Schema(
    title: "Columns", doc: "The column of each field, as the header names it.",
    fields: [
      Field("entry", .text, doc: "The identifier; made of the name where left out."),
      Field("name", .text, isRequired: true, doc: "The primary name."),
      Field("aliases", .list(.text), doc: "Other names."),
      Field("weak_aliases", .list(.text), doc: "Names of low quality."),
      Field("former_names", .list(.text), doc: "Names no longer borne."),
      Field("native_names", .list(.text), doc: "Names in their own script."),
      Field("kind", .text, doc: "What kind of party it is."),
      Field("gender", .text, doc: "The gender."),
      Field("birth_date", .text, doc: "The date of birth."),
      Field("birth_place", .text, doc: "The place of birth."),
      Field("nationality", .text, doc: "The nationalities."),
      Field("citizenship", .text, doc: "The citizenships."),
      Field("address", .text, doc: "The addresses."),
      Field("country", .text, doc: "The country of the address."),
      Field("flag", .text, doc: "The flag of a vessel."),
      Field("programmes", .text, doc: "The programmes."),
      Field("title", .text, doc: "The title or function."),
      Field("remarks", .text, doc: "Remarks."),
      Field("listed_on", .text, doc: "When it was listed."),
      Field("linked_to", .text, doc: "Other parties of the list, by name."),
      Field(
        "identifiers", .dictionary(.text),
        doc: "Numbers: imo, lei, passport and so on, or any other name, and the column of each."),
    ])

  let list: String
  let delimiter: UInt8
  let separator: Character
  let dates: DateOrder
  let kind: ListedParty.Kind
  let kinds: [String: ListedParty.Kind]
  let fields: SettingValues
  let identifiers: [(kind: String, column: String)]

  /// Reads a mapping file.
  ///
  /// - Throws: `ConfigurationError` with file, line and column.
  init(path: String) throws {
    let values = try WatchlistMapping.schema.decode(YAML.load(path: path))
    list = values.text("list")
    let mark = values.text("delimiter")
    delimiter = mark == "tab" ? 0x09 : mark.utf8.first ?? 0x2C
    separator = values.text("separator").first ?? ";"
    dates = DateOrder(rawValue: values.text("dates")) ?? .yearMonthDay
    kind = ListedParty.Kind(rawValue: values.text("kind")) ?? .unknown
    kinds = Dictionary(
      values.dictionaryOfTexts("kinds").compactMap { key, value in
        ListedParty.Kind(rawValue: value).map { (key, $0) }
      }
    ) { first, _ in first }
    fields = values.mapping("columns")
    identifiers = fields.dictionaryOfTexts("identifiers").map { ($0, $1) }
  }

  /// The column of a field; nil where the mapping leaves it out.
  func column(_ field: String) -> String? { fields.optionalText(field) }

  /// Every column that the mapping names.
  var columns: [String] {
    let single = fields.singleTexts
    let several = ["aliases", "weak_aliases", "former_names", "native_names"]
      .flatMap { fields.texts($0) }
    return single + several + identifiers.map(\.column)
  }
}

extension SettingValues {
  /// The columns of the fields that have one column each.
  fileprivate var singleTexts: [String] {
    [
      "entry", "name", "kind", "gender", "birth_date", "birth_place", "nationality", "citizenship",
      "address", "country", "flag", "programmes", "title", "remarks", "listed_on", "linked_to",
    ].compactMap { optionalText($0) }
  }
}
