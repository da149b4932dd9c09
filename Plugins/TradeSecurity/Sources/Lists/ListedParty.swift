internal import PartyIdentifiers
internal import Vocabulary

/// A party of a list, as its entry gives it.
struct ListedParty: Hashable {
  /// What kind of party it is.
  enum Kind: String, CaseIterable {
    case person, organisation, vessel, aircraft
    /// The list does not say.
    case unknown
  }

  /// A name of the party.
  struct Name: Hashable {
    /// What the list says about a name.
    enum Kind: String, CaseIterable {
      case primary, alias
      /// One that the list itself calls weak or of low quality.
      case weakAlias = "weak_alias"
      /// One that the party no longer bears.
      case former
      /// The name in the script of its own language, beside one in Latin letters.
      case native
    }

    let kind: Kind
    /// The name as printed.
    let text: String
    /// The language as the list codes it; nil when it does not say.
    var language: String?
  }

  /// A country that the entry names.
  struct Country: Hashable {
    /// In which role: address, nationality, citizenship, birth_place, flag or jurisdiction.
    let role: String
    /// The country as printed; nil where the entry names a place without a country.
    let text: String?
    /// The rest of the address or place, as printed.
    let detail: String?
  }

  /// A number by which the party can be told from others.
  struct Identifier: Hashable {
    /// What kind of number, as the list calls it.
    let kind: String
    /// The number as printed.
    let number: String
    /// The country that gave it, as printed.
    let country: String?
    /// The system that it belongs to; read from `kind` where the list has names of its own.
    let scheme: IdentifierScheme

    init(kind: String, number: String, country: String?, scheme: IdentifierScheme? = nil) {
      self.kind = kind
      self.number = number
      self.country = country
      self.scheme = scheme ?? IdentifierScheme(kind: kind, number: number)
    }
  }

  /// A date of the entry.
  struct Date: Hashable {
    /// What happened then: birth, established, identifier_issued, identifier_expires, delisted or
    /// expires.
    let role: String
    /// The date, as exact as the list gives it.
    let date: PartialDate
  }

  /// How the party stands to another.
  struct Relation: Hashable {
    /// The relation as the list calls it, such as `Linked To`.
    let kind: String
    /// The other party as printed.
    let name: String
    /// Its identifier within the list; nil where the list prints a name alone.
    var entry: String?
  }

  /// The identifier within the list.
  let entry: String
  /// What kind of party it is.
  let kind: Kind
  /// The part of the list that it stands in, such as `EL`; nil where the list has none.
  var section: String?
  /// The sanctions programmes.
  var programmes: [String] = []
  /// Its title or function.
  var title: String?
  /// Its gender as printed; nil when the list does not say.
  var gender: String?
  /// Remarks of the list.
  var remarks: String?
  /// When it was listed; nil when the list does not say.
  var listedOn: Day?
  /// Its names, the primary first.
  var names: [Name] = []
  /// The countries that the entry names.
  var countries: [Country] = []
  /// Its numbers.
  var identifiers: [Identifier] = []
  /// Its dates.
  var dates: [Date] = []
  /// How it stands to others.
  var relations: [Relation] = []

  init(entry: String, kind: Kind) {
    self.entry = entry
    self.kind = kind
  }

  /// The primary name.
  var primaryName: String { names.first?.text ?? "" }

  /// Adds a name unless the party has it already.
  mutating func add(_ kind: Name.Kind, _ text: String, language: String? = nil) {
    guard !text.isEmpty, !names.contains(where: { $0.text == text }) else { return }
    names.append(Name(kind: kind, text: text, language: language))
  }

  /// Adds a country unless the party has it already.
  mutating func add(_ role: String, country: String?, detail: String? = nil) {
    let new = Country(role: role, text: country, detail: detail)
    guard country != nil || detail != nil, !countries.contains(new) else { return }
    countries.append(new)
  }

  /// Adds a number unless the party has it already.
  mutating func add(_ identifier: Identifier) {
    guard !identifiers.contains(identifier) else { return }
    identifiers.append(identifier)
  }

  /// Adds a date unless the party has it already.
  mutating func add(_ role: String, _ date: PartialDate) {
    let new = Date(role: role, date: date)
    guard !date.text.isEmpty, !dates.contains(new) else { return }
    dates.append(new)
  }
}

extension ListedParty {
  /// The party with the numbers that the International Maritime Organization gives companies told
  /// from those of ships, which lists print alike.
  var withCompanyNumbers: ListedParty {
    guard kind == .organisation, identifiers.contains(where: { $0.scheme == .imo }) else {
      return self
    }
    var party = self
    party.identifiers = identifiers.map {
      $0.scheme == .imo
        ? Identifier(kind: $0.kind, number: $0.number, country: $0.country, scheme: .imoCompany)
        : $0
    }
    return party
  }

  /// The party with what a second record of it says.
  func merged(with other: ListedParty) -> ListedParty {
    var merged = self
    merged.names += other.names.map {
      Name(kind: $0.kind == .primary ? .alias : $0.kind, text: $0.text, language: $0.language)
    }
    merged.programmes += other.programmes.filter { !programmes.contains($0) }
    for country in other.countries {
      merged.add(country.role, country: country.text, detail: country.detail)
    }
    for identifier in other.identifiers { merged.add(identifier) }
    for date in other.dates { merged.add(date.role, date.date) }
    merged.relations += other.relations.filter { !relations.contains($0) }
    merged.section = section ?? other.section
    merged.gender = gender ?? other.gender
    merged.title = ListedParty.joined(title, other.title)
    merged.remarks = ListedParty.joined(remarks, other.remarks)
    merged.listedOn = [listedOn, other.listedOn].compactMap { $0 }.min()
    return merged
  }

  private static func joined(_ first: String?, _ second: String?) -> String? {
    guard let first, let second, first != second else { return first ?? second }
    return first + "; " + second
  }
}

/// Why an entry of a list is refused; the import goes on without it.
struct EntryRefusal: Error {
  let reason: String

  init(_ reason: String) {
    self.reason = reason
  }
}
