internal import Vocabulary

/// Reads an entry of a list of the US Treasury.
enum OFACEntry {
  private static let kinds: [String: ListedParty.Kind] = [
    "Individual": .person, "Entity": .organisation, "Vessel": .vessel, "Aircraft": .aircraft,
  ]

  /// The party of an entry.
  ///
  /// - Throws: `EntryRefusal` for an entry without an identifier or a name, or of an unknown kind.
  static func party(_ element: XMLElement) throws(EntryRefusal) -> ListedParty {
    guard let uid = element.text("uid") else { throw EntryRefusal("uid is missing") }
    let type = element.text("sdnType") ?? ""
    guard let kind = kinds[type] else {
      throw EntryRefusal(
        "sdnType is '\(type)', not one of " + kinds.keys.sorted().joined(separator: ", "))
    }
    guard let name = name(element) else { throw EntryRefusal("lastName is missing") }
    var party = ListedParty(entry: uid, kind: kind)
    party.programmes = element.all("program", in: "programList").map(\.text)
    party.title = element.text("title")
    OFACRemarks.readRelations(element.text("remarks"), into: &party)
    party.names = [ListedParty.Name(kind: .primary, text: name)]
    for alias in element.all("aka", in: "akaList") {
      guard let text = Self.name(alias) else { throw EntryRefusal("an alias has no lastName") }
      party.names.append(ListedParty.Name(kind: kindOfAlias(alias), text: text))
    }
    party.countries = countries(element)
    readIdentifiers(element, into: &party)
    return party
  }

  private static func kindOfAlias(_ alias: XMLElement) -> ListedParty.Name.Kind {
    if alias.text("category") == "weak" { return .weakAlias }
    return alias.text("type") == "f.k.a." ? .former : .alias
  }

  /// A name as the Treasury prints it: `LAST, First`, or the name of a body alone.
  private static func name(_ element: XMLElement) -> String? {
    guard let last = element.text("lastName") else { return nil }
    return ([last] + element.texts("firstName")).joined(separator: ", ")
  }

  private static func countries(_ element: XMLElement) -> [ListedParty.Country] {
    let parts = [
      "address1", "address2", "address3", "city", "stateOrProvince", "postalCode",
    ]
    let addresses = element.all("address", in: "addressList").map { address in
      let detail = parts.compactMap { address.text($0) }.joined(separator: ", ")
      return ListedParty.Country(
        role: "address", text: address.text("country"), detail: detail.isEmpty ? nil : detail)
    }
    let nationalities = element.all("nationality", in: "nationalityList").map {
      ListedParty.Country(role: "nationality", text: $0.text("country"), detail: nil)
    }
    let citizenships = element.all("citizenship", in: "citizenshipList").map {
      ListedParty.Country(role: "citizenship", text: $0.text("country"), detail: nil)
    }
    let births = element.all("placeOfBirthItem", in: "placeOfBirthList").map {
      ListedParty.Country(role: "birth_place", text: nil, detail: $0.text("placeOfBirth"))
    }
    let flags = element.all("vesselInfo").flatMap { $0.texts("vesselFlag") }.map {
      ListedParty.Country(role: "flag", text: $0, detail: nil)
    }
    return addresses + nationalities + citizenships + births + flags
  }

  private static func readIdentifiers(_ element: XMLElement, into party: inout ListedParty) {
    for birth in element.all("dateOfBirthItem", in: "dateOfBirthList") {
      guard let text = birth.text("dateOfBirth") else { continue }
      party.dates.append(ListedParty.Date(role: "birth", date: PartialDate(text)))
    }
    for identifier in element.all("id", in: "idList") {
      guard let number = identifier.text("idNumber") else { continue }
      if identifier.text("idType") == "Gender" { party.gender = number }
      party.identifiers.append(
        ListedParty.Identifier(
          kind: identifier.text("idType") ?? "", number: number,
          country: identifier.text("idCountry")))
      for (field, role) in [
        ("issueDate", "identifier_issued"), ("expirationDate", "identifier_expires"),
      ] {
        guard let text = identifier.text(field) else { continue }
        party.dates.append(ListedParty.Date(role: role, date: PartialDate(text)))
      }
    }
    for vessel in element.all("vesselInfo") {
      for text in vessel.texts("callSign") {
        party.add(ListedParty.Identifier(kind: "Vessel call sign", number: text, country: nil))
      }
      for text in vessel.texts("vesselOwner") {
        party.relations.append(ListedParty.Relation(kind: "Vessel owner", name: text))
      }
    }
  }
}
