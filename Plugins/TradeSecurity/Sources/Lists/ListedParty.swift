internal import Vocabulary

/// A party of a list, as its entry gives it.
struct ListedParty {
  /// What kind of party it is.
  enum Kind: String, CaseIterable {
    case person, organisation, vessel, aircraft
  }

  /// A name of the party.
  struct Name {
    /// What the list says about it: primary, alias or weak_alias.
    let kind: String
    /// The name as printed.
    let text: String
  }

  /// A country that the entry names.
  struct Country {
    /// In which role: address, nationality, citizenship, birth_place or flag.
    let role: String
    /// The country as printed; nil where the entry names a place without a country.
    let text: String?
    /// The rest of the address or place, as printed.
    let detail: String?
  }

  /// A number by which the party can be told from others.
  struct Identifier {
    /// What kind of number, as the list calls it.
    let kind: String
    /// The number as printed.
    let number: String
    /// The country that gave it, as printed.
    let country: String?
  }

  /// A date of the entry.
  struct Date {
    /// What happened then: birth, identifier_issued, identifier_expires or delisted.
    let role: String
    /// The date, as exact as the list gives it.
    let date: PartialDate
  }

  /// The identifier within the list.
  let entry: String
  /// What kind of party it is.
  let kind: Kind
  /// The sanctions programmes.
  var programmes: [String] = []
  /// Its title or function.
  var title: String?
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
}

/// Why an entry of a list is refused; the import goes on without it.
struct EntryRefusal: Error {
  let reason: String

  init(_ reason: String) {
    self.reason = reason
  }
}
