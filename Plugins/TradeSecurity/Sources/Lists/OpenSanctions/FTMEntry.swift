internal import JSONReading
internal import PartyIdentifiers
internal import Vocabulary

/// Reads a party of FollowTheMoney.
enum FTMEntry {
  /// The party of an entity.
  ///
  /// - Throws: `EntryRefusal` for an entity without an identifier or a name.
  static func party(_ entity: JSONTree, _ context: FTMContext) throws(EntryRefusal) -> ListedParty {
    guard let identifier = entity["id"]?.text, !identifier.isEmpty else {
      throw EntryRefusal("id is missing")
    }
    var party = ListedParty(entry: identifier, kind: FTMSchema.kind(entity["schema"]?.text ?? ""))
    readNames(entity, into: &party)
    guard !party.names.isEmpty else { throw EntryRefusal("no name is given") }
    readPlaces(entity, context, into: &party)
    readNumbers(entity, into: &party)
    for document in (context.documents[identifier] ?? []) + entity.nested("passports")
      + entity.nested("identifications")
    {
      read(document: document, into: &party)
    }
    read(
      sanctions: (context.sanctions[identifier] ?? []) + entity.nested("sanctions"), entity,
      into: &party)
    party.relations =
      (context.relations[identifier] ?? [])
      + (entity["referents"]?.items ?? []).compactMap(\.text).filter { $0 != identifier }.map {
        .init(kind: MergedEntries.relation, name: $0)
      }
    party.gender = entity.texts("gender").first
    let titles = entity.texts("title") + entity.texts("position")
    party.title = titles.isEmpty ? nil : titles.joined(separator: "; ")
    let remarks = entity.texts("notes") + entity.texts("topics")
    party.remarks = remarks.isEmpty ? nil : remarks.joined(separator: "; ")
    party.section = entity["datasets"]?.items.first?.text
    return party
  }

  private static func readNames(_ entity: JSONTree, into party: inout ListedParty) {
    let names = entity.texts("name")
    let caption = entity["caption"]?.text.flatMap { names.contains($0) ? $0 : nil }
    for name in [caption].compactMap({ $0 }) + names {
      let isLatin = ["Latn", "Zyyy"].contains(NameScript.of(name))
      party.add(party.names.isEmpty ? .primary : isLatin ? .alias : .native, name)
    }
    for name in entity.texts("alias") { party.add(.alias, name) }
    for name in entity.texts("weakAlias") { party.add(.weakAlias, name) }
    for name in entity.texts("previousName") { party.add(.former, name) }
  }

  private static func readPlaces(
    _ entity: JSONTree, _ context: FTMContext, into party: inout ListedParty
  ) {
    for (property, role) in [
      ("nationality", "nationality"), ("citizenship", "citizenship"),
      ("jurisdiction", "jurisdiction"), ("mainCountry", "jurisdiction"), ("flag", "flag"),
      ("country", "address"), ("birthCountry", "birth_place"),
    ] {
      for country in entity.texts(property) { party.add(role, country: country.uppercased()) }
    }
    for place in entity.texts("birthPlace") {
      party.add("birth_place", country: nil, detail: place)
    }
    for address in entity.texts("address") { party.add("address", country: nil, detail: address) }
    let held = entity.texts("addressEntity").compactMap { context.addresses[$0] }
    for address in held + entity.nested("addressEntity") {
      party.add(
        "address", country: address.texts("country").first?.uppercased(),
        detail: address.texts("full").first)
    }
    for (property, role) in [
      ("birthDate", "birth"), ("incorporationDate", "established"), ("buildDate", "established"),
    ] {
      for date in entity.texts(property) { party.add(role, PartialDate(date)) }
    }
  }

  private static func readNumbers(_ entity: JSONTree, into party: inout ListedParty) {
    for (property, scheme) in FTMSchema.identifiers {
      for number in entity.texts(property) {
        party.add(
          ListedParty.Identifier(
            kind: property, number: number, country: FTMSchema.countries[property], scheme: scheme))
      }
    }
  }

  private static func read(document: JSONTree, into party: inout ListedParty) {
    guard let number = document.texts("number").first else { return }
    let isPassport = document["schema"]?.text == "Passport"
    party.add(
      ListedParty.Identifier(
        kind: document.texts("type").first ?? (isPassport ? "Passport" : "Identification"),
        number: number, country: document.texts("country").first?.uppercased(),
        scheme: isPassport ? .passport : nil))
    for (property, role) in [
      ("startDate", "identifier_issued"), ("endDate", "identifier_expires"),
    ] {
      for date in document.texts(property) { party.add(role, PartialDate(date)) }
    }
  }

  private static func read(
    sanctions: [JSONTree], _ entity: JSONTree, into party: inout ListedParty
  ) {
    let programmes =
      entity.texts("programId") + entity.texts("program")
      + sanctions.flatMap { $0.texts("programId") + $0.texts("program") }
    var seen: Set<String> = []
    party.programmes = programmes.filter { seen.insert($0).inserted }
    let days = sanctions.flatMap { $0.texts("listingDate") + $0.texts("startDate") }
      .compactMap { try? Day($0.prefix(10)) }
    party.listedOn = days.min()
  }
}
