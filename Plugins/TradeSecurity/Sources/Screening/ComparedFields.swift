internal import JSONReading
internal import Kernel
internal import NameMatching
internal import PartyIdentifiers
internal import Vocabulary

/// What a comparison reads of a party or of an entry of a list, and nothing else.
///
/// Two sides with the same fields score the same against any other: the score of a pair depends on
/// these fields of both and on constants of the program (`WordWeights` counts words in fixed tables,
/// not in the lists that are loaded). Decisions and re-screening stand on that.
struct ComparedFields: Hashable, Sendable {
  /// A name and what is said of it.
  struct Name: Hashable, Sendable {
    let role: String
    let text: String
  }

  /// What kind of party it is; nil when not said.
  let kind: String?
  /// The name that it goes by: the primary one, which stands first.
  let primaryName: String
  /// The names, sorted by role and text.
  let names: [Name]
  /// The spans of days of birth, sorted.
  let births: [String]
  /// Whether a date is approximate.
  let isApproximate: Bool
  /// The countries, sorted.
  let countries: [String]
  /// The numbers with their systems and who gave them, sorted.
  let numbers: [Number]
  /// The gender of a person; nil when unknown.
  let gender: String?

  /// A number that the party bears.
  struct Number: Hashable, Sendable {
    let number: String
    /// The system it belongs to; empty when unknown.
    let scheme: String
    /// Who gave it; empty when unknown.
    let country: String

    /// The number as people read it.
    var text: String { scheme.isEmpty ? number : "\(scheme) \(number)" }
  }

  /// The fields of a listed party.
  init(kind: String?, names: [ListedName], facts: PartyFacts) {
    self.init(
      kind: kind, names: names.map { Name(role: $0.role.rawValue, text: $0.text) }, facts: facts)
  }

  /// The fields of a party that is asked about.
  init(_ query: ScreenQuery) {
    self.init(
      kind: query.party?.rawValue, names: [Name(role: "primary", text: query.name)],
      facts: query.facts)
  }

  private init(kind: String?, names: [Name], facts: PartyFacts) {
    self.kind = kind
    primaryName = names.first?.text ?? ""
    self.names = names.sorted { ($0.role, $0.text) < ($1.role, $1.text) }
    births = facts.births.map { "\($0.lowerBound)..\($0.upperBound)" }.sorted()
    isApproximate = facts.isApproximate
    countries = facts.countries.sorted()
    numbers = facts.numbers.map {
      Number(number: $0.number, scheme: $0.scheme?.rawValue ?? "", country: $0.country ?? "")
    }.sorted { ($0.number, $0.scheme, $0.country) < ($1.number, $1.scheme, $1.country) }
    gender = facts.gender?.rawValue
  }

  /// The fields as a text, the same for the same fields.
  var content: String {
    JSONValue.object([
      "kind": kind.map(JSONValue.text) ?? .null, "name": .text(primaryName),
      "names": .list(names.map { .texts([$0.role, $0.text]) }), "facts": facts,
    ]).compact
  }

  private var facts: JSONValue {
    .object([
      "births": .texts(births), "approximate": .flag(isApproximate),
      "countries": .texts(countries),
      "numbers": .list(numbers.map { .texts([$0.number, $0.scheme, $0.country]) }),
      "gender": gender.map(JSONValue.text) ?? .null,
    ])
  }

  /// Whether a content says nothing beside names and kind; it is not read for that.
  static func hasNoFacts(_ content: String) -> Bool { content.hasSuffix(endWithoutFacts) }

  private static let endWithoutFacts =
    "\"facts\":" + ComparedFields(kind: nil, names: [Name](), facts: PartyFacts()).facts.compact
    + "}"

  /// SHA-256 of the content.
  var digest: String { Digest.of(content) }

  /// Reads fields from their content.
  ///
  /// - Throws: `TowerError` for a text that no fields gave.
  init(content: String) throws {
    let tree: JSONTree
    do throws(JSONFault) {
      tree = try JSONTree(Array(content.utf8))
    } catch {
      throw TowerError(.integrity, "compared fields cannot be read: \(content.prefix(80))")
    }
    let facts = tree["facts"]
    func texts(_ key: String) -> [String] { (facts?[key]?.items ?? []).compactMap(\.text) }
    kind = tree["kind"]?.text
    primaryName = tree["name"]?.text ?? ""
    names = (tree["names"]?.items ?? []).map { name in
      Name(role: name.items.first?.text ?? "", text: name.items.last?.text ?? "")
    }
    births = texts("births")
    isApproximate = facts?["approximate"] == .flag(true)
    countries = texts("countries")
    numbers = (facts?["numbers"]?.items ?? []).map { number in
      let parts = number.items.compactMap(\.text)
      return Number(
        number: parts.first ?? "", scheme: parts.dropFirst().first ?? "",
        country: parts.dropFirst(2).first ?? "")
    }
    gender = facts?["gender"]?.text
  }

  /// The party as it is asked about.
  var query: ScreenQuery {
    let spans = births.compactMap { span -> ClosedRange<Day>? in
      let ends = span.split(separator: ".").compactMap { try? Day($0) }
      return ends.count == 2 && ends[0] <= ends[1] ? ends[0]...ends[1] : nil
    }
    return ScreenQuery(
      name: primaryName, party: kind.flatMap(ListedName.Party.init(rawValue:)),
      facts: PartyFacts(
        births: spans, isApproximate: isApproximate, countries: Set(countries),
        numbers: Set(
          numbers.compactMap {
            PartyNumber(
              $0.number, scheme: IdentifierScheme(rawValue: $0.scheme),
              country: $0.country.isEmpty ? nil : $0.country)
          }), gender: gender.flatMap { PartyFacts.Gender($0) }))
  }

  /// What is other in a later state of the same side, a few words each; empty when nothing is.
  func changes(to later: ComparedFields) -> [String] {
    var changes: [String] = []
    if primaryName != later.primaryName {
      changes.append("renamed from '\(primaryName)' to '\(later.primaryName)'")
    }
    changes += nameChanges(to: later)
    if kind != later.kind {
      changes.append("kind changed from \(kind ?? "unsaid") to \(later.kind ?? "unsaid")")
    }
    if births.count == 1, later.births.count == 1, births != later.births {
      changes.append(
        "birth date changed from \(ComparedFields.date(births[0])) to "
          + ComparedFields.date(later.births[0]))
    } else {
      changes += ComparedFields.changes(
        "birth date", births.map(ComparedFields.date), later.births.map(ComparedFields.date))
    }
    if isApproximate != later.isApproximate {
      changes.append(later.isApproximate ? "dates now approximate" : "dates no longer approximate")
    }
    changes += ComparedFields.changes("country", countries, later.countries)
    changes += ComparedFields.changes(
      "identifier", numbers.map(\.text), later.numbers.map(\.text))
    if gender != later.gender {
      changes.append("gender changed from \(gender ?? "unsaid") to \(later.gender ?? "unsaid")")
    }
    return changes
  }

  private func nameChanges(to later: ComparedFields) -> [String] {
    let renamed = primaryName == later.primaryName ? [] : [primaryName, later.primaryName]
    func others(_ fields: ComparedFields) -> [String: String] {
      Dictionary(
        fields.names.filter { !renamed.contains($0.text) }.map { ($0.text, $0.role) }
      ) { first, _ in first }
    }
    let (before, after) = (others(self), others(later))
    return Set(before.keys).union(after.keys).sorted().compactMap { text in
      switch (before[text], after[text]) {
      case (nil, let role?): "\(ComparedFields.word(role)) added: '\(text)'"
      case (let role?, nil): "\(ComparedFields.word(role)) removed: '\(text)'"
      case (let old?, let new?) where old != new:
        "'\(text)' is now \(ComparedFields.word(new)), was \(ComparedFields.word(old))"
      default: nil
      }
    }
  }

  private static func word(_ role: String) -> String {
    role == "primary" ? "primary name" : role == "weak_alias" ? "weak alias" : role
  }

  /// A span of days as a day, a year or both ends.
  private static func date(_ span: String) -> String {
    let ends = span.split(separator: ".").map(String.init)
    guard let first = ends.first, let last = ends.last else { return span }
    if first == last { return first }
    let isYear =
      first.hasSuffix("-01-01") && last.hasSuffix("-12-31") && first.prefix(4) == last.prefix(4)
    return isYear ? String(first.prefix(4)) : "\(first) to \(last)"
  }

  private static func changes(_ what: String, _ before: [String], _ after: [String]) -> [String] {
    after.filter { !before.contains($0) }.map { "\(what) added: \($0)" }
      + before.filter { !after.contains($0) }.map { "\(what) removed: \($0)" }
  }
}
