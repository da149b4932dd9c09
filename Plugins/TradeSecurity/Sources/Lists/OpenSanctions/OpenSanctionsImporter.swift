internal import Kernel
internal import Vocabulary

/// Takes exports in the layouts of OpenSanctions: `targets.simple.csv`, or entities of FollowTheMoney
/// as JSON lines.
enum OpenSanctionsImporter {
  static let importer = Importer(
    "opensanctions",
    doc: "Takes targets.simple.csv of OpenSanctions, or FollowTheMoney entities as JSON lines.",
    defaultCard: SourceCard(
      publisher: "OpenSanctions", title: "OpenSanctions export",
      licence: "CC BY-NC 4.0 for non-commercial users"),
    parameters: [
      Parameter(
        "list", .text, .defaulted("opensanctions"), doc: "The name that the list has in the store."),
      PublicationDay.parameter,
    ],
    allowsOddRows: true
  ) { session in
    let list = session.arguments.text("list")
    try ListName.check(list)
    try ListInForce.keeping(list, session) {
      try PublicationDay.complete(session)
      let first = try FirstBytes(of: session)
      if first.firstLine.hasPrefix("{") {
        try FTMImport.run(session, first, list: list)
      } else {
        try takeTable(session, first, list)
      }
    }
  }

  private static let layout = HeadedRows(
    name: "targets.simple.csv", required: ["id", "schema", "name", "aliases", "countries"],
    optional: [
      "birth_date", "addresses", "identifiers", "sanctions", "phones", "emails", "dataset",
      "first_seen", "last_seen", "last_change", "program_ids",
    ])

  private static func takeTable(_ session: ImportSession, _ first: FirstBytes, _ list: String)
    throws
  {
    let writer = try ListWriter(list: list, layout: layout.name, session: session)
    try layout.forEach(of: session, next: first.next) { row in
      try writer.take(row) { row throws(EntryRefusal) in
        try party(row)
      }
    }
    try writer.finish()
  }

  private static func party(_ row: HeadedRows.Row) throws(EntryRefusal) -> ListedParty {
    guard let identifier = row["id"] else { throw EntryRefusal("id is missing") }
    guard let name = row["name"] else { throw EntryRefusal("name is missing") }
    var party = ListedParty(entry: identifier, kind: FTMSchema.kind(row["schema"] ?? ""))
    party.section = row["dataset"]
    party.add(.primary, name)
    for alias in QuotedParts.of(row["aliases"]) { party.add(.alias, alias) }
    for date in QuotedParts.of(row["birth_date"]) {
      party.add(FTMSchema.birthRole(party.kind), PartialDate(date))
    }
    // The export does not say in which role it names a country.
    for country in QuotedParts.of(row["countries"]) {
      party.add("nationality", country: country.uppercased())
    }
    for address in QuotedParts.of(row["addresses"]) {
      party.add("address", country: nil, detail: address)
    }
    for number in QuotedParts.of(row["identifiers"]) {
      party.add(ListedParty.Identifier(kind: "identifier", number: number, country: nil))
    }
    party.programmes = QuotedParts.of(row["program_ids"])
    let contacts = ["phones", "emails"].flatMap { QuotedParts.of(row[$0]) }
    let remarks = QuotedParts.of(row["sanctions"]) + contacts
    party.remarks = remarks.isEmpty ? nil : remarks.joined(separator: "; ")
    party.listedOn = row["first_seen"].flatMap { try? Day($0.prefix(10)) }
    return party
  }
}

/// Values with semicolons between them, in quotes where they hold one.
enum QuotedParts {
  /// Each value, in its order; none for nil.
  static func of(_ text: String?) -> [String] {
    guard let text else { return [] }
    var parts: [String] = []
    var part = ""
    var isQuoted = false
    for character in text {
      if character == "\"" {
        isQuoted.toggle()
      } else if character == ";", !isQuoted {
        parts.append(part)
        part = ""
      } else {
        part.append(character)
      }
    }
    return (parts + [part]).map { $0.split(separator: " ").joined(separator: " ") }
      .filter { !$0.isEmpty }
  }
}

/// The names that lists may have in the store.
enum ListName {
  /// - Throws: `TowerError` for a name that is not lower-case words joined by hyphens.
  static func check(_ name: String) throws {
    let isRight =
      !name.isEmpty
      && name.utf8.allSatisfy {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
      }
    guard isRight else {
      throw TowerError(
        .usage, "'\(name)' cannot name a list: lower-case letters, digits and hyphens are expected")
    }
  }
}
