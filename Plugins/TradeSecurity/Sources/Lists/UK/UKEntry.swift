internal import Vocabulary

/// Reads the rows of one party of the UK's list.
enum UKEntry {
  /// The columns that every version of the list has.
  static let columns = [
    "Name 6", "Name 1", "Name 2", "Name 3", "Name 4", "Name 5", "Title", "DOB", "Town of Birth",
    "Country of Birth", "Nationality", "Position", "Address 1", "Address 2", "Address 3",
    "Address 4", "Address 5", "Address 6", "Post/Zip Code", "Country", "Other Information",
    "Group Type", "Alias Type", "Regime", "Listed On", "Last Updated", "Group ID",
  ]
  /// The columns that some versions have.
  static let laterColumns = [
    "Name Non-Latin Script", "Non-Latin Script Type", "Non-Latin Script Language",
    "Passport Details", "Passport Number", "NI Number", "National Identification Number",
    "National Identification Details", "UK Sanctions List Date Designated", "Alias Quality",
  ]

  private static let kinds: [String: ListedParty.Kind] = [
    "Individual": .person, "Entity": .organisation, "Ship": .vessel,
  ]

  /// The party of a group of rows.
  ///
  /// - Throws: `EntryRefusal` for a group of an unknown kind or without a name.
  static func party(_ rows: [[String: String]]) throws(EntryRefusal) -> ListedParty {
    let first = rows.first { $0["Alias Type"]?.hasPrefix("Prime") ?? false } ?? rows.first ?? [:]
    let type = first["Group Type"] ?? ""
    guard let kind = kinds[type] else {
      throw EntryRefusal(
        "Group Type is '\(type)', not one of " + kinds.keys.sorted().joined(separator: ", "))
    }
    var party = ListedParty(entry: first["Group ID"] ?? "", kind: kind)
    guard let name = name(first) else { throw EntryRefusal("Name 6 is missing") }
    party.add(.primary, name)
    for row in rows { read(row, into: &party) }
    party.programmes = unique(rows.compactMap { $0["Regime"] })
    let titles = unique(rows.flatMap { row in ["Title", "Position"].compactMap { row[$0] } })
    party.title = titles.isEmpty ? nil : titles.joined(separator: "; ")
    let remarks = unique(
      rows.compactMap { $0["Other Information"] } + rows.flatMap { row in numberRemarks(row) })
    party.remarks = remarks.isEmpty ? nil : remarks.joined(separator: "; ")
    party.listedOn = rows.compactMap { $0["Listed On"].flatMap(day) }.min()
    return party
  }

  private static func read(_ row: [String: String], into party: inout ListedParty) {
    let isWeak = row["Alias Quality"] == "Low"
    if let name = name(row) {
      party.add(
        row["Alias Type"] == "FKA" ? .former : isWeak ? .weakAlias : .alias, name)
    }
    if let name = row["Name Non-Latin Script"] {
      party.add(.native, name, language: row["Non-Latin Script Language"])
    }
    if let text = row["DOB"] { party.add("birth", date(text)) }
    for nationality in numbered(row["Nationality"]) {
      party.add("nationality", country: nationality)
    }
    let births = numbered(row["Country of Birth"])
    for country in births {
      party.add("birth_place", country: country, detail: row["Town of Birth"])
    }
    if births.isEmpty { party.add("birth_place", country: nil, detail: row["Town of Birth"]) }
    let parts = (1...6).map { "Address \($0)" } + ["Post/Zip Code"]
    let detail = parts.compactMap { row[$0] }.joined(separator: ", ")
    party.add("address", country: row["Country"], detail: detail.isEmpty ? nil : detail)
    for (column, kind) in numberColumns {
      guard let text = row[column] else { continue }
      let read = UKNumberText(text)
      for (number, country) in read.numbers {
        party.add(ListedParty.Identifier(kind: kind, number: number, country: country))
      }
      for date in read.dates { party.add(date.role, date.date) }
    }
  }

  private static let numberColumns = [
    ("Passport Details", "Passport"), ("Passport Number", "Passport"),
    ("NI Number", "NI Number"), ("National Identification Number", "National identification"),
  ]

  /// The texts about numbers that say more than the number, so that nothing of them is lost.
  private static func numberRemarks(_ row: [String: String]) -> [String] {
    numberColumns.compactMap { column, kind in
      guard let text = row[column] else { return nil }
      let numbers = UKNumberText(text).numbers.map(\.number)
      return numbers == [text] ? nil : "\(kind): \(text)"
    }
  }

  /// The name in the order in which it is read: given names, then the last.
  private static func name(_ row: [String: String]) -> String? {
    let parts = (1...6).compactMap { row["Name \($0)"] }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  /// The parts of `1) Saudi Arabia 2) Qatar` or `(1) Iran. (2) Iraq.`; one part where no numbers
  /// stand.
  private static func numbered(_ text: String?) -> [String] {
    guard let text else { return [] }
    var parts: [[Substring]] = [[]]
    for word in text.split(separator: " ") {
      let mark = word.drop { $0 == "(" }
      let number = mark.dropLast()
      let isNumber =
        mark.hasSuffix(")")
        && (number.count <= 2 && !number.isEmpty && number.allSatisfy(\.isNumber)
          || word.hasPrefix("(") && ["a", "b", "c", "d"].contains(number))
      if isNumber { parts.append([]) } else { parts[parts.count - 1].append(word) }
    }
    return parts.filter { !$0.isEmpty }.map { $0.joined(separator: " ") }
      .map { $0.hasSuffix(".") && !$0.contains(" ") ? String($0.dropLast()) : $0 }
  }

  /// A day as the list writes it, `DD/MM/YYYY`.
  static func day(_ text: String) -> Day? {
    let parts = text.split(separator: "/").compactMap { Int($0) }
    guard parts.count == 3 else { return nil }
    return Day(year: parts[2], month: parts[1], day: parts[0])
  }

  /// A date of birth, `DD/MM/YYYY` with 00 for what is not known.
  private static func date(_ text: String) -> PartialDate {
    let parts = text.split(separator: "/").compactMap { Int($0) }
    guard parts.count == 3 else { return PartialDate(text) }
    return PartialDate(text, year: parts[2], month: parts[1], day: parts[0])
  }

  private static func unique(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }
  }
}
