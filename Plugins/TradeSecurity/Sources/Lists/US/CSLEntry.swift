internal import Vocabulary

/// Reads a row of the Consolidated Screening List.
enum CSLEntry {
  private static let kinds: [String: ListedParty.Kind] = [
    "Individual": .person, "Entity": .organisation, "Vessel": .vessel, "Aircraft": .aircraft,
  ]

  /// The party of a row.
  ///
  /// Its identifier is the list's own, else the number of the agency, else it is made of the list,
  /// name, date and addresses.
  ///
  /// - Throws: `EntryRefusal` for a row without a name or a list, or of an unknown kind.
  static func party(_ row: HeadedRows.Row, _ identifiers: inout MadeIdentifiers)
    throws(EntryRefusal) -> ListedParty
  {
    guard let name = row["name"] else { throw EntryRefusal("name is missing") }
    guard let source = row["source"] else { throw EntryRefusal("source is missing") }
    let kind = row["type"].map { kinds[$0] } ?? .unknown
    guard let kind else {
      throw EntryRefusal(
        "type is '\(row["type"] ?? "")', not one of " + kinds.keys.sorted().joined(separator: ", "))
    }
    let own = (row["_id"] ?? row["entity_number"]).map { identifiers.unique($0) }
    var party = ListedParty(
      entry: own
        ?? identifiers.made(of: [source, name, row["start_date"], row["addresses"]]), kind: kind)
    party.section = abbreviation(source)
    party.add(.primary, name)
    for alias in row.parts("alt_names") { party.add(.alias, alias) }
    party.programmes = row.parts("programs")
    party.title = row["title"]
    party.listedOn = row["start_date"].flatMap { try? Day($0) }
    if let end = row["end_date"] { party.add("expires", PartialDate(end)) }
    readPlaces(row, into: &party)
    for date in row.parts("dates_of_birth") { party.add("birth", PartialDate(date)) }
    if let call = row["call_sign"] {
      party.add(ListedParty.Identifier(kind: "Vessel call sign", number: call, country: nil))
    }
    for owner in row.parts("vessel_owner") {
      party.relations.append(ListedParty.Relation(kind: "Vessel owner", name: owner))
    }
    for text in row.parts("ids") { readNumber(text, into: &party) }
    OFACRemarks.read(row["remarks"], into: &party)
    readNotices(source, row, into: &party)
    return party
  }

  /// `EL` of `Entity List (EL) - Bureau of Industry and Security`; the whole text where no
  /// abbreviation stands.
  private static func abbreviation(_ source: String) -> String {
    guard let open = source.firstIndex(of: "("), let close = source[open...].firstIndex(of: ")")
    else { return source }
    return String(source[source.index(after: open)..<close])
  }

  /// Takes what only this list prints into the remarks.
  private static func readNotices(
    _ source: String, _ row: HeadedRows.Row, into party: inout ListedParty
  ) {
    let notices = [
      ("list", source), ("licence requirement", row["license_requirement"]),
      ("licence policy", row["license_policy"]), ("notice", row["federal_register_notice"]),
    ].compactMap { name, text in text.map { "\(name): \($0)" } }
    party.remarks = ([party.remarks].compactMap { $0 } + notices).joined(separator: "; ")
  }

  private static func readPlaces(_ row: HeadedRows.Row, into party: inout ListedParty) {
    for address in row.parts("addresses") {
      let (detail, country) = behindComma(address)
      party.add("address", country: country, detail: detail)
    }
    for country in row.parts("citizenships") { party.add("citizenship", country: country) }
    for country in row.parts("nationalities") { party.add("nationality", country: country) }
    for place in row.parts("places_of_birth") {
      party.add("birth_place", country: nil, detail: place)
    }
    for flag in row.parts("vessel_flag") { party.add("flag", country: flag) }
  }

  /// An address, and the two letters of its country where they stand at its end.
  private static func behindComma(_ text: String) -> (detail: String?, country: String?) {
    let parts = text.split(separator: ",").map { $0.split(separator: " ").joined(separator: " ") }
    guard let last = parts.last, isCountry(last) else { return (text, nil) }
    let detail = parts.dropLast().joined(separator: ", ")
    return (detail.isEmpty ? nil : detail, last)
  }

  private static func isCountry(_ text: String) -> Bool {
    text.utf8.count == 2 && text.utf8.allSatisfy { (0x41...0x5A).contains($0) }
  }

  /// Reads `Passport, U00242309, TR`, or in the older layout `TR, U00242309, Passport`.
  ///
  /// The kind is the part that holds a word of a known kind or, where none does, the first.
  private static func readNumber(_ text: String, into party: inout ListedParty) {
    var parts = text.split(separator: ",").map { $0.split(separator: " ").joined(separator: " ") }
    var country: String?
    if let last = parts.last, parts.count > 2, isCountry(last) {
      country = last
      parts.removeLast()
    } else if let first = parts.first, parts.count > 2, isCountry(first) {
      country = first
      parts.removeFirst()
    }
    guard let first = parts.first, let last = parts.last, parts.count > 1 else {
      return party.add(ListedParty.Identifier(kind: "", number: text, country: nil))
    }
    let isKindLast =
      OFACIdentifierTypes.isKind(last) && !OFACIdentifierTypes.isKind(first)
    let kind = isKindLast ? last : first
    let number = (isKindLast ? parts.dropLast() : parts.dropFirst()).joined(separator: ", ")
    if kind == "Gender" { party.gender = number }
    party.add(ListedParty.Identifier(kind: kind, number: number, country: country))
  }
}
