internal import Kernel
internal import Vocabulary

/// Takes the consolidated list of the United Nations Security Council.
enum UNImporter {
  static let importer = Importer(
    "un-consolidated",
    doc: "Takes the UN Security Council's consolidated list, individuals and entities, as XML.",
    defaultCard: SourceCard(
      publisher: "United Nations Security Council", title: "UN consolidated list",
      licence: "free use"),
    allowsOddRows: true
  ) { session in
    try ListInForce.keeping(list, session) {
      var writer: ListWriter?
      try layout.forEach(of: session) { item in
        switch item {
        case .opened(let element):
          guard element.name == layout.root else { return }
          try readPublication(element, session)
          writer = try ListWriter(list: list, layout: layout.name, session: session)
        case .record(let element): try writer?.take(element, UNEntry.party)
        }
      }
      try writer?.finish()
    }
  }

  private static let list = "un-consolidated"

  private static let common: Set<String> = [
    "DATAID", "VERSIONNUM", "FIRST_NAME", "UN_LIST_TYPE", "REFERENCE_NUMBER", "LISTED_ON",
    "SUBMITTED_BY", "SUBMITTED_ON", "DELISTED_ON", "NAME_ORIGINAL_SCRIPT", "COMMENTS1",
    "LIST_TYPE", "LAST_DAY_UPDATED", "SORT_KEY", "SORT_KEY_LAST_MOD",
  ]
  private static let address: Set<String> = [
    "STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE", "COUNTRY", "NOTE",
  ]

  // The elements of the published files, and those that the publisher's schema has beside them.
  private static let layout = ListLayout(
    name: "the UN consolidated list", root: "CONSOLIDATED_LIST",
    containers: ["INDIVIDUALS", "ENTITIES"], records: ["INDIVIDUAL", "ENTITY"],
    children: [
      "INDIVIDUAL": common.union([
        "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME", "GENDER", "TITLE", "DESIGNATION", "NATIONALITY",
        "NATIONALITY2", "INDIVIDUAL_ALIAS", "INDIVIDUAL_ADDRESS", "INDIVIDUAL_DATE_OF_BIRTH",
        "INDIVIDUAL_PLACE_OF_BIRTH", "INDIVIDUAL_DOCUMENT",
      ]),
      "ENTITY": common.union(["ENTITY_ALIAS", "ENTITY_ADDRESS"]),
      "TITLE": ["VALUE"], "DESIGNATION": ["VALUE"], "NATIONALITY": ["VALUE"],
      "NATIONALITY2": ["VALUE"], "LIST_TYPE": ["VALUE"], "LAST_DAY_UPDATED": ["VALUE"],
      "INDIVIDUAL_ALIAS": [
        "QUALITY", "ALIAS_NAME", "DATE_OF_BIRTH", "CITY_OF_BIRTH", "COUNTRY_OF_BIRTH", "NOTE",
      ],
      "ENTITY_ALIAS": ["QUALITY", "ALIAS_NAME", "NOTE"],
      "INDIVIDUAL_ADDRESS": address, "ENTITY_ADDRESS": address,
      "INDIVIDUAL_DATE_OF_BIRTH": [
        "TYPE_OF_DATE", "DATE", "YEAR", "FROM_YEAR", "TO_YEAR", "NOTE",
      ],
      "INDIVIDUAL_PLACE_OF_BIRTH": address,
      "INDIVIDUAL_DOCUMENT": [
        "TYPE_OF_DOCUMENT", "TYPE_OF_DOCUMENT2", "NUMBER", "ISSUING_COUNTRY", "DATE_OF_ISSUE",
        "CITY_OF_ISSUE", "COUNTRY_OF_ISSUE", "NOTE",
      ],
    ])

  /// Takes the day on which the file was made from its attribute `dateGenerated`.
  private static func readPublication(_ element: XMLElement, _ session: ImportSession) throws {
    guard let day = try? Day((element.attributes["dateGenerated"] ?? "").prefix(10)) else {
      throw TowerError(
        .failed,
        "\(session.path):\(element.line): expected dateGenerated, a date such as 2026-02-27"
      )
    }
    session.card.asOf = day
    session.card.version = day.description
  }
}
