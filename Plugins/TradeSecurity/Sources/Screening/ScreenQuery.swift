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
    case "organisation", "organization", "company", "entity", "enterprise", "e", "org":
      .organisation
    case "vessel", "ship", "boat": .vessel
    case "aircraft", "airplane", "plane": .aircraft
    default: nil
    }
  }

  /// The days that a birth date can mean; none when it is not understood.
  ///
  /// Read are `1958`, `1958-06`, `1958-06-07`, `7 Jun 1958`, `circa 1958` and `1957 to 1959`;
  /// `07/06/1958` is read both ways, day first and month first.
  static func births(_ text: String) -> (days: [ClosedRange<Day>], isApproximate: Bool) {
    let parts = text.split { $0 == "/" || $0 == "." }.compactMap { Int($0) }
    if parts.count == 3, parts[2] > 31 {
      let days = [(parts[0], parts[1]), (parts[1], parts[0])].compactMap { day, month in
        Day(year: parts[2], month: month, day: day).map { $0...$0 }
      }
      return (days.count == 2 && days[0] == days[1] ? [days[0]] : days, false)
    }
    let date = PartialDate(ScreenQuery.padded(text))
    guard let from = date.earliest, let to = date.latest else { return ([], false) }
    return ([from...to], date.isApproximate)
  }

  /// `1969-7-16` as `1969-07-16`.
  private static func padded(_ text: String) -> String {
    let parts = text.split(separator: "-")
    guard parts.count == 3, parts[0].utf8.count == 4 else { return text }
    return parts.map { $0.utf8.count == 1 ? "0" + $0 : String($0) }.joined(separator: "-")
  }
}
