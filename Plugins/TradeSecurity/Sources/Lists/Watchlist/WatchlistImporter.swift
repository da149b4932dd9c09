internal import Configuration
internal import Kernel
internal import PartyIdentifiers
internal import Vocabulary

/// Takes a watch list of one's own, a CSV file with a mapping that says where its fields stand.
enum WatchlistImporter {
  static let importer = Importer(
    "watchlist", doc: "Takes a watch list of one's own as CSV, read by a mapping in YAML.",
    defaultCard: SourceCard(
      publisher: "deployment", title: "Watch list", licence: "own data"),
    parameters: [
      Parameter(
        "mapping", .existingFile, .required, doc: "The mapping: the column of each field, as YAML."),
      PublicationDay.parameter,
    ],
    allowsOddRows: true
  ) { session in
    let mapping = try WatchlistMapping(path: session.arguments.text("mapping"))
    try ListName.check(mapping.list)
    try ListInForce.keeping(mapping.list, session) {
      try PublicationDay.complete(session)
      let writer = try ListWriter(list: mapping.list, layout: "watch list", session: session)
      var identifiers = MadeIdentifiers()
      let layout = HeadedRows(
        name: "the mapping", required: mapping.columns, delimiter: mapping.delimiter)
      try layout.forEach(of: session) { row in
        try writer.take(row) { row throws(EntryRefusal) in
          try party(row, mapping, &identifiers)
        }
      }
      try writer.finish()
    }
  }

  private static func party(
    _ row: HeadedRows.Row, _ mapping: WatchlistMapping, _ identifiers: inout MadeIdentifiers
  ) throws(EntryRefusal) -> ListedParty {
    func text(_ field: String) -> String? { mapping.column(field).flatMap { row[$0] } }
    func parts(_ field: String) -> [String] {
      mapping.column(field).map { row.parts($0, separator: mapping.separator) } ?? []
    }
    guard let name = text("name") else { throw EntryRefusal("the name is missing") }
    var kind = mapping.kind
    if let said = text("kind") {
      guard let known = mapping.kinds[said] ?? ListedParty.Kind(rawValue: said) else {
        throw EntryRefusal("the kind '\(said)' is not in the mapping")
      }
      kind = known
    }
    if mapping.column("entry") != nil, text("entry") == nil {
      throw EntryRefusal("the identifier is missing")
    }
    var party = ListedParty(entry: text("entry") ?? identifiers.made(of: [name]), kind: kind)
    party.add(.primary, name)
    for (field, kind) in [
      ("aliases", ListedParty.Name.Kind.alias), ("weak_aliases", .weakAlias),
      ("former_names", .former), ("native_names", .native),
    ] {
      for column in mapping.fields.texts(field) {
        for alias in row.parts(column, separator: mapping.separator) { party.add(kind, alias) }
      }
    }
    for date in parts("birth_date") { party.add("birth", mapping.date(date)) }
    for role in ["nationality", "citizenship", "flag"] {
      for country in parts(role) { party.add(role, country: country) }
    }
    for place in parts("birth_place") { party.add("birth_place", country: nil, detail: place) }
    let addresses = parts("address")
    for address in addresses { party.add("address", country: text("country"), detail: address) }
    if addresses.isEmpty { party.add("address", country: text("country")) }
    party.programmes = parts("programmes")
    party.title = text("title")
    party.gender = text("gender")
    party.remarks = text("remarks")
    party.listedOn = text("listed_on").flatMap { mapping.date($0).earliest }
    party.relations = parts("linked_to").map { .init(kind: "linked to", name: $0) }
    for (kind, column) in mapping.identifiers {
      for number in row.parts(column, separator: mapping.separator) {
        party.add(
          ListedParty.Identifier(
            kind: kind, number: number, country: nil, scheme: IdentifierScheme(rawValue: kind)))
      }
    }
    return party
  }
}

extension WatchlistMapping {
  /// A date as the list writes it: numbers in its own order, or any form that lists print.
  fileprivate func date(_ text: String) -> PartialDate {
    let parts = text.split { "/.-".contains($0) }.map { Int($0) }
    guard dates != .yearMonthDay, parts.count == 3, let first = parts[0], let second = parts[1],
      let year = parts[2]
    else { return PartialDate(text) }
    let isDayFirst = dates == .dayMonthYear
    return PartialDate(
      text, year: year, month: isDayFirst ? second : first, day: isDayFirst ? first : second)
  }
}
