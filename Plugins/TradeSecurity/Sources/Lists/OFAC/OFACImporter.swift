internal import Kernel
internal import Vocabulary

/// Takes the US Treasury's lists in the layout of `sdn.xml`.
enum OFACImporter {
  static let importer = Importer(
    "ofac-sdn",
    doc: "Takes the US Treasury's SDN or non-SDN list, as sdn.xml or as the older sdn.csv.",
    defaultCard: SourceCard(
      publisher: "US Department of the Treasury, OFAC", title: "OFAC sanctions list",
      licence: "public domain"),
    parameters: [
      Parameter(
        "list", .choice(lists),
        doc: "Which list it is; read from the card or the name of the file when left out."),
      PublicationDay.parameter,
    ] + OFACLegacyImport.parameters,
    allowsOddRows: true
  ) { session in
    let list = try list(session)
    let first = try FirstBytes(of: session)
    try ListInForce.keeping(list, session) {
      if first.isXML {
        try takeXML(session, first, list: list)
      } else {
        try OFACLegacyImport.run(session, first, list: list)
      }
    }
  }

  private static func takeXML(_ session: ImportSession, _ first: FirstBytes, list: String) throws {
    var writer: ListWriter?
    var entries = 0
    var count: Int?
    try layout.forEach(of: session, next: first.next) { item in
      guard case .record(let element) = item else { return }
      if element.name == "publshInformation" {
        count = try publication(element, session)
        writer = try ListWriter(list: list, layout: "sdn.xml", session: session)
      } else {
        guard let writer else { throw undated(session) }
        entries += 1
        try writer.take(element, OFACEntry.party)
      }
    }
    guard let count, let writer else { throw undated(session) }
    guard count == entries else {
      throw TowerError(
        .failed, "\(session.path): it says that it has \(count) entries and has \(entries)",
        hints: ["nothing was changed; the file may be cut off"])
    }
    try writer.finish()
  }

  private static func undated(_ session: ImportSession) -> TowerError {
    TowerError(.failed, "\(session.path): it does not say first when it was published")
  }

  private static let lists = ["ofac-sdn", "ofac-nonsdn"]

  private static let layout = ListLayout(
    name: "the layout of sdn.xml", root: "sdnList", containers: [],
    records: ["publshInformation", "sdnEntry"],
    children: [
      "publshInformation": ["Publish_Date", "Record_Count"],
      "sdnEntry": [
        "uid", "firstName", "lastName", "title", "sdnType", "remarks", "programList", "idList",
        "akaList", "addressList", "nationalityList", "citizenshipList", "dateOfBirthList",
        "placeOfBirthList", "vesselInfo",
      ],
      "programList": ["program"], "idList": ["id"], "akaList": ["aka"],
      "addressList": ["address"], "nationalityList": ["nationality"],
      "citizenshipList": ["citizenship"], "dateOfBirthList": ["dateOfBirthItem"],
      "placeOfBirthList": ["placeOfBirthItem"],
      "id": ["uid", "idType", "idNumber", "idCountry", "issueDate", "expirationDate"],
      "aka": ["uid", "type", "category", "lastName", "firstName"],
      "address": [
        "uid", "address1", "address2", "address3", "city", "stateOrProvince", "postalCode",
        "country",
      ],
      "nationality": ["uid", "country", "mainEntry"],
      "citizenship": ["uid", "country", "mainEntry"],
      "dateOfBirthItem": ["uid", "dateOfBirth", "mainEntry"],
      "placeOfBirthItem": ["uid", "placeOfBirth", "mainEntry"],
      "vesselInfo": [
        "callSign", "vesselType", "vesselFlag", "vesselOwner", "tonnage", "grossRegisteredTonnage",
      ],
    ])

  /// The two lists have one layout, so that the file itself does not say which it is.
  private static func list(_ session: ImportSession) throws -> String {
    if let given = session.arguments.optionalText("list") { return given }
    if let given = session.card.parameters["list"], lists.contains(given) { return given }
    let name = session.path.lowercased().split(separator: "/").last ?? ""
    if ["nonsdn", "non-sdn", "non_sdn", "cons"].contains(where: name.contains) {
      return "ofac-nonsdn"
    }
    guard name.contains("sdn") else {
      throw TowerError(
        .usage, "\(session.path): the name does not say which list it is",
        hints: ["add --list, one of " + lists.joined(separator: ", ")])
    }
    return "ofac-sdn"
  }

  /// Takes the day of publication, written `MM/DD/YYYY`, and gives the number of entries.
  private static func publication(_ element: XMLElement, _ session: ImportSession) throws -> Int {
    let parts = (element.text("Publish_Date") ?? "").split(separator: "/").compactMap { Int($0) }
    guard parts.count == 3, let day = Day(year: parts[2], month: parts[0], day: parts[1]),
      let count = element.text("Record_Count").flatMap({ Int($0) })
    else {
      throw TowerError(
        .failed,
        "\(session.path):\(element.line): expected Publish_Date MM/DD/YYYY and Record_Count"
      )
    }
    session.card.asOf = day
    session.card.version = day.description
    return count
  }
}
