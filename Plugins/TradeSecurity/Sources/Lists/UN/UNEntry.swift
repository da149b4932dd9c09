internal import Vocabulary

/// Reads an entry of the consolidated list of the United Nations.
enum UNEntry {
  /// The party of an entry.
  ///
  /// - Throws: `EntryRefusal` for an entry without a reference number or a name.
  static func party(_ element: XMLElement) throws(EntryRefusal) -> ListedParty {
    guard let reference = element.text("REFERENCE_NUMBER") else {
      throw EntryRefusal("REFERENCE_NUMBER is missing")
    }
    let parts = ["FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME"]
    let name = parts.compactMap { element.text($0) }.joined(separator: " ")
    guard !name.isEmpty else { throw EntryRefusal("FIRST_NAME is missing") }
    let isPerson = element.name == "INDIVIDUAL"
    var party = ListedParty(entry: reference, kind: isPerson ? .person : .organisation)
    party.programmes = element.texts("UN_LIST_TYPE")
    let functions = (element.all("TITLE") + element.all("DESIGNATION")).flatMap {
      $0.texts("VALUE")
    }
    party.title = functions.isEmpty ? nil : functions.joined(separator: "; ")
    party.gender = element.text("GENDER")
    party.remarks = element.text("COMMENTS1")
    party.listedOn = element.text("LISTED_ON").flatMap { try? Day($0.prefix(10)) }
    party.names =
      [ListedParty.Name(kind: .primary, text: name)]
      + element.texts("NAME_ORIGINAL_SCRIPT").map { ListedParty.Name(kind: .native, text: $0) }
      + aliases(element).flatMap(names)
    party.countries = countries(element)
    party.identifiers = identifiers(element)
    party.dates = dates(element)
    return party
  }

  private static func aliases(_ element: XMLElement) -> [XMLElement] {
    element.all("INDIVIDUAL_ALIAS") + element.all("ENTITY_ALIAS")
  }

  private static func names(_ alias: XMLElement) -> [ListedParty.Name] {
    let kind: ListedParty.Name.Kind =
      switch alias.text("QUALITY") {
      case "Low": .weakAlias
      case "F.K.A.", "f.k.a.": .former
      default: .alias
      }
    return UNAlias.names(alias.text("ALIAS_NAME") ?? "").map {
      ListedParty.Name(kind: kind, text: $0)
    }
  }

  private static func countries(_ element: XMLElement) -> [ListedParty.Country] {
    let addresses = element.all("INDIVIDUAL_ADDRESS") + element.all("ENTITY_ADDRESS")
    let births = aliases(element).compactMap { alias -> ListedParty.Country? in
      place(alias, "birth_place", country: "COUNTRY_OF_BIRTH", parts: ["CITY_OF_BIRTH"])
    }
    let nationalities = (element.all("NATIONALITY") + element.all("NATIONALITY2"))
      .flatMap { $0.texts("VALUE") }
    let parts = ["STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE", "NOTE"]
    return addresses.compactMap { place($0, "address", country: "COUNTRY", parts: parts) }
      + nationalities.map { ListedParty.Country(role: "nationality", text: $0, detail: nil) }
      + element.all("INDIVIDUAL_PLACE_OF_BIRTH").compactMap {
        place($0, "birth_place", country: "COUNTRY", parts: parts)
      } + births
  }

  private static func place(
    _ element: XMLElement, _ role: String, country: String, parts: [String]
  ) -> ListedParty.Country? {
    let detail = parts.compactMap { element.text($0) }.joined(separator: ", ")
    let country = element.text(country)
    guard country != nil || !detail.isEmpty else { return nil }
    return ListedParty.Country(role: role, text: country, detail: detail.isEmpty ? nil : detail)
  }

  private static func identifiers(_ element: XMLElement) -> [ListedParty.Identifier] {
    let own = element.texts("DATAID").map {
      ListedParty.Identifier(kind: "DATAID", number: $0, country: nil)
    }
    return own
      + element.all("INDIVIDUAL_DOCUMENT").compactMap { document in
        guard let number = document.text("NUMBER") ?? document.text("NOTE") else { return nil }
        let kinds = document.texts("TYPE_OF_DOCUMENT") + document.texts("TYPE_OF_DOCUMENT2")
        return ListedParty.Identifier(
          kind: kinds.joined(separator: ", "), number: number,
          country: document.text("ISSUING_COUNTRY") ?? document.text("COUNTRY_OF_ISSUE"))
      }
  }

  private static func dates(_ element: XMLElement) -> [ListedParty.Date] {
    let births = element.all("INDIVIDUAL_DATE_OF_BIRTH").compactMap { birth -> PartialDate? in
      let range = birth.texts("FROM_YEAR") + birth.texts("TO_YEAR")
      let text =
        birth.text("DATE") ?? birth.text("YEAR")
        ?? (range.isEmpty ? nil : range.joined(separator: " to ")) ?? birth.text("NOTE")
      return text.map {
        PartialDate($0, isApproximate: birth.text("TYPE_OF_DATE") == "APPROXIMATELY")
      }
    }
    let ofAliases = aliases(element).flatMap { $0.texts("DATE_OF_BIRTH") }
      .filter { $0 != "null" }.map { PartialDate($0) }
    let issues = element.all("INDIVIDUAL_DOCUMENT").flatMap { $0.texts("DATE_OF_ISSUE") }
    return (births + ofAliases).map { ListedParty.Date(role: "birth", date: $0) }
      + issues.map { ListedParty.Date(role: "identifier_issued", date: PartialDate($0)) }
      + element.texts("DELISTED_ON").map {
        ListedParty.Date(role: "delisted", date: PartialDate($0))
      }
  }
}
