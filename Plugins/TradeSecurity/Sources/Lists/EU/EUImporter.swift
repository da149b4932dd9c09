internal import Kernel
internal import Vocabulary

/// Takes the European Union's consolidated list of financial sanctions.
enum EUImporter {
  static let importer = Importer(
    "eu-fsf",
    doc: "Takes the EU's consolidated list of financial sanctions, XML of schema 1.1.",
    defaultCard: SourceCard(
      publisher: "European Commission, DG FISMA",
      title: "EU consolidated list of financial sanctions", licence: "reuse with notice"),
    allowsOddRows: true
  ) { session in
    try ListInForce.keeping(list, session) {
      var writer: ListWriter?
      try layout.forEach(of: session) { item in
        switch item {
        case .opened(let element):
          try readPublication(element, session)
          // A party of two programmes has a record for each.
          writer = try ListWriter(
            list: list, layout: layout.name, session: session, mergesRecords: true)
        case .record(let element): try writer?.take(element, EUEntry.party)
        }
      }
      try writer?.finish()
    }
  }

  private static let list = "eu-fsf"

  private static let layout = ListLayout(
    name: "the EU financial sanctions export 1.1", root: "export", containers: [],
    records: ["sanctionEntity"],
    children: [
      "sanctionEntity": [
        "remark", "regulation", "subjectType", "nameAlias", "citizenship", "birthdate",
        "identification", "address",
      ],
      "regulation": ["publicationUrl"],
      "nameAlias": ["regulationSummary", "remark"],
      "citizenship": ["regulationSummary", "remark"],
      "birthdate": ["regulationSummary", "remark"],
      "identification": ["regulationSummary", "remark"],
      "address": ["regulationSummary", "remark", "contactInfo"],
    ])

  /// Takes the day on which the file was made from its attribute `generationDate`.
  private static func readPublication(_ element: XMLElement, _ session: ImportSession) throws {
    guard let day = try? Day((element.attributes["generationDate"] ?? "").prefix(10)) else {
      throw TowerError(
        .failed,
        "\(session.path):\(element.line): expected generationDate, a date such as 2024-05-13")
    }
    session.card.asOf = day
    session.card.version = day.description
  }
}
