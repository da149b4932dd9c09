internal import NameMatching
internal import Vocabulary

/// A party that is asked about.
struct ScreenQuery: Sendable {
  /// Its number in the file, from 1; nil outside a file.
  var row: Int?
  /// Its name.
  var name: String
  /// What kind of party it is; nil when not said.
  var party: ListedName.Party?
  /// What is known beside.
  var facts = PartyFacts()
  /// What was given and could not be read, as `birth_date: 31/31/1999`; it was not compared.
  var unread: [String] = []

  /// The kinds of party by the words that files use.
  static func party(_ text: String?) -> ListedName.Party? {
    switch text?.lowercased() {
    case "person", "individual", "people", "human", "p", "i": .person
    case "organisation", "organization", "company", "entity", "legalentity", "enterprise", "e",
      "org":
      .organisation
    case "vessel", "ship", "boat": .vessel
    case "aircraft", "airplane", "plane": .aircraft
    default: nil
    }
  }

  /// The days that a birth date can mean: `1958`, `1958-06`, `1958-06-07`, or nil.
  static func birth(_ text: String) -> ClosedRange<Day>? {
    let date = PartialDate(ScreenQuery.padded(text))
    guard let from = date.earliest, let to = date.latest else { return nil }
    return from...to
  }

  /// `1969-7-16` as `1969-07-16`.
  private static func padded(_ text: String) -> String {
    let parts = text.split(separator: "-")
    guard parts.count == 3, parts[0].utf8.count == 4 else { return text }
    return parts.map { $0.utf8.count == 1 ? "0" + $0 : String($0) }.joined(separator: "-")
  }
}
