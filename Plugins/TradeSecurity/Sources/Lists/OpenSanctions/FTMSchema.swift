internal import PartyIdentifiers

/// The schemata and properties of FollowTheMoney (the model of followthemoney 3 and 4).
enum FTMSchema {
  /// What kind of party a schema is; `unknown` for a legal entity of which no more is known.
  static func kind(_ schema: String) -> ListedParty.Kind {
    switch schema {
    case "Person": .person
    case "Organization", "Company", "PublicBody": .organisation
    case "Vessel": .vessel
    case "Airplane": .aircraft
    default: .unknown
    }
  }

  /// The schemata of parties; others are addresses, documents, links and the like.
  static let parties: Set<String> = [
    "Person", "Organization", "Company", "PublicBody", "LegalEntity", "Vessel", "Airplane",
  ]

  /// What a party's first date means.
  static func birthRole(_ kind: ListedParty.Kind) -> String {
    kind == .person || kind == .unknown ? "birth" : "established"
  }

  /// The properties that hold numbers, with their schemes.
  static let identifiers: [(property: String, scheme: IdentifierScheme)] = [
    ("imoNumber", .imo), ("mmsi", .mmsi), ("callSign", .callSign), ("leiCode", .lei),
    ("swiftBic", .bic), ("bikCode", .registration), ("isin", .isin), ("passportNumber", .passport),
    ("idNumber", .nationalID), ("socialSecurityNumber", .nationalID), ("taxNumber", .tax),
    ("vatCode", .tax), ("innCode", .tax), ("kppCode", .tax), ("registrationNumber", .registration),
    ("ogrnCode", .registration), ("okpoCode", .registration), ("uscCode", .registration),
    ("dunsCode", .registration), ("npiCode", .registration), ("uniqueEntityId", .registration),
    ("jibCode", .registration), ("icpCode", .registration), ("serialNumber", .aircraft),
    ("cryptoWallets", .wallet), ("publicKey", .wallet), ("wikidataId", .other),
    ("opencorporatesUrl", .other),
  ]

  /// The country whose system a property's numbers belong to.
  static let countries: [String: String] = [
    "innCode": "RU", "ogrnCode": "RU", "kppCode": "RU", "okpoCode": "RU", "bikCode": "RU",
    "uscCode": "CN",
  ]

  /// The schemata that link two parties: the property of each end, and the relation in words.
  static let links: [String: (from: String, to: String, relation: String)] = [
    "Ownership": ("owner", "asset", "owns"),
    "Directorship": ("director", "organization", "directs"),
    "Membership": ("member", "organization", "member of"),
    "Employment": ("employee", "employer", "works for"),
    "Representation": ("agent", "client", "represents"),
    "Family": ("person", "relative", "relative of"),
    "Associate": ("person", "associate", "associate of"),
    "UnknownLink": ("subject", "object", "linked to"),
  ]
}
