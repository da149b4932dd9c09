internal import PartyIdentifiers
internal import Vocabulary

/// Reads an entry of the European Union's list; nearly all it says stands in attributes.
enum EUEntry {
  private static let kinds: [String: ListedParty.Kind] = [
    "person": .person, "enterprise": .organisation,
  ]

  /// The party of an entry.
  ///
  /// - Throws: `EntryRefusal` for an entry without an identifier or a name, or of an unknown kind.
  static func party(_ element: XMLElement) throws(EntryRefusal) -> ListedParty {
    guard let identifier = element.attribute("logicalId") else {
      throw EntryRefusal("logicalId is missing")
    }
    let code = element.all("subjectType").first?.attribute("code") ?? ""
    guard let kind = kinds[code] else {
      throw EntryRefusal(
        "subjectType is '\(code)', not one of " + kinds.keys.sorted().joined(separator: ", "))
    }
    var party = ListedParty(entry: identifier, kind: kind)
    readNames(element.all("nameAlias"), into: &party)
    guard !party.names.isEmpty else { throw EntryRefusal("no nameAlias has a wholeName") }
    let regulations = element.all("regulation")
    party.programmes = unique(regulations.compactMap { $0.attribute("programme") })
    party.listedOn = (element.attribute("designationDate")).flatMap { try? Day($0.prefix(10)) }
    let remarks =
      element.texts("remark") + [element.attribute("designationDetails")].compactMap { $0 }
    party.remarks = remarks.isEmpty ? nil : remarks.joined(separator: "; ")
    readPlaces(element, into: &party)
    readNumbers(element, into: &party)
    return party
  }

  /// The first name is the primary one; a name in letters other than Latin is native.
  private static func readNames(_ aliases: [XMLElement], into party: inout ListedParty) {
    for alias in aliases {
      guard let name = alias.attribute("wholeName") else { continue }
      let language = alias.attribute("nameLanguage")
      let kind: ListedParty.Name.Kind =
        if party.names.isEmpty {
          .primary
        } else if alias.attribute("strong") == "false" {
          .weakAlias
        } else if !["Latn", "Zyyy"].contains(NameScript.of(name)) {
          .native
        } else {
          .alias
        }
      // The same text in two languages is two names of the list.
      party.names.append(ListedParty.Name(kind: kind, text: name, language: language))
      party.gender = party.gender ?? alias.attribute("gender")
    }
    let functions = unique(
      aliases.flatMap { [$0.attribute("title"), $0.attribute("function")].compactMap { $0 } })
    party.title = functions.isEmpty ? nil : functions.joined(separator: "; ")
  }

  private static func readPlaces(_ element: XMLElement, into party: inout ListedParty) {
    for citizenship in element.all("citizenship") {
      party.add("citizenship", country: country(citizenship))
    }
    for address in element.all("address") {
      let parts = ["street", "poBox", "place", "city", "zipCode", "region"]
      party.add("address", country: country(address), detail: detail(address, parts))
    }
    for birth in element.all("birthdate") {
      party.add(
        "birth_place", country: country(birth), detail: detail(birth, ["place", "city", "region"]))
      if let date = date(birth) { party.add("birth", date) }
    }
  }

  /// The date of birth: a day, parts of one, or years from and to.
  ///
  /// A date by another calendar than the Gregorian is kept as printed and not understood.
  private static func date(_ birth: XMLElement) -> PartialDate? {
    let isApproximate = birth.attribute("circa") == "true"
    func number(_ name: String) -> Int? { birth.attribute(name).flatMap { Int($0) } }
    let range = [birth.attribute("yearRangeFrom"), birth.attribute("yearRangeTo")]
    if range.contains(where: { $0 != nil }) {
      let text = range.map { $0 ?? "?" }.joined(separator: " to ")
      return PartialDate(text, isApproximate: isApproximate)
    }
    let parts = [number("year"), number("monthOfYear"), number("dayOfMonth")]
    let printed = parts.compactMap { $0.map(String.init) }.joined(separator: "-")
    let text = birth.attribute("birthdate") ?? printed
    guard !text.isEmpty else { return nil }
    let calendar = birth.attribute("calendarType") ?? "GREGORIAN"
    guard calendar == "GREGORIAN" else {
      return PartialDate("\(text) (\(calendar))", isApproximate: isApproximate)
    }
    return PartialDate(
      text, year: parts[0], month: parts[1], day: parts[2], isApproximate: isApproximate)
  }

  private static let schemes: [String: IdentifierScheme] = [
    "passport": .passport, "travelcardid": .passport, "regnumber": .registration,
    "tradelic": .registration, "fiscalcode": .tax, "id": .nationalID, "ssn": .nationalID,
    "drivinglicence": .nationalID, "birthcert": .nationalID, "nationcert": .nationalID,
    "electionid": .nationalID, "residentperm": .nationalID, "imo": .imo, "swiftbic": .bic,
    "other": .other,
  ]

  private static func readNumbers(_ element: XMLElement, into party: inout ListedParty) {
    for item in element.all("identification") {
      guard let number = item.attribute("latinNumber") ?? item.attribute("number") else { continue }
      let code = item.attribute("identificationTypeCode") ?? ""
      party.add(
        ListedParty.Identifier(
          kind: item.attribute("identificationTypeDescription") ?? code, number: number,
          country: country(item), scheme: schemes[code]))
      for (name, role) in [
        ("issueDate", "identifier_issued"), ("validTo", "identifier_expires"),
      ] {
        if let text = item.attribute(name) { party.add(role, PartialDate(text)) }
      }
    }
    for (name, kind) in [("euReferenceNumber", "EU reference"), ("unitedNationId", "UN reference")]
    {
      guard let number = element.attribute(name) else { continue }
      party.add(ListedParty.Identifier(kind: kind, number: number, country: nil, scheme: .other))
    }
  }

  private static func country(_ element: XMLElement) -> String? {
    element.attribute("countryDescription").flatMap { $0 == "UNKNOWN" ? nil : $0 }
  }

  private static func detail(_ element: XMLElement, _ parts: [String]) -> String? {
    let texts = parts.compactMap { element.attribute($0) }
    return texts.isEmpty ? nil : texts.joined(separator: ", ")
  }

  private static func unique(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }
  }
}
