internal import NameMatching
internal import Store

/// Reads the names of countries as lists print them.
struct CountryTexts {
  private let codes: [String: String]
  /// The codes by those of two letters.
  private let short: [String: String]
  /// The codes of three letters themselves.
  private let known: Set<String>

  /// Takes the names that the store knows; without any, only the names that are the lists' own are
  /// understood.
  init(_ connection: Connection) throws {
    var codes = CountryTexts.own
    let rows = try connection.rows(
      """
      SELECT id, name FROM country WHERE length(id) = 3
      UNION ALL SELECT country, name_en FROM country_name ORDER BY 1, 2
      """)
    for row in rows {
      guard let code = row[0].text, let name = row[1].text else { continue }
      codes[CountryTexts.key(name)] = code
    }
    self.codes = codes
    known = Set(codes.values)
    short = Dictionary(
      try connection.rows("SELECT alpha2, country FROM country_name").map {
        ($0[0].text ?? "", $0[1].text ?? "")
      }
    ) { first, _ in first }
  }

  /// The ISO 3166-1 alpha-3 code of a country as printed; nil when it is not understood.
  func code(_ text: String?) -> String? {
    guard let text else { return nil }
    if known.contains(text) { return text }
    if let code = short[text] ?? codes[CountryTexts.key(text)] { return code }
    // Lists put a remark behind, as in `Afghanistan (since 2009)`.
    guard let open = text.firstIndex(of: "("), open > text.startIndex else { return nil }
    return codes[CountryTexts.key(String(text[..<open]))]
  }

  /// The code of a country that an entry names; a place of birth without a country of its own ends
  /// with it, as in `Baghdad, Iraq`.
  func code(of country: ListedParty.Country) -> String? {
    if let text = country.text { return code(text) }
    return code(country.detail?.split(separator: ",").last.map(String.init))
  }

  /// A name as the set of its words, so that `Korea, Republic of` is `Republic of Korea`.
  private static func key(_ name: String) -> String {
    NameTokens.of(name).filter { !["and", "of", "the"].contains($0) }.joined(separator: " ")
  }

  /// The people of a country, as lists print a nationality.
  private static let peoples = [
    "AFG": "Afghan", "ARE": "Emirati", "BGD": "Bangladeshi", "BHR": "Bahraini", "BLR": "Belarusian",
    "CHN": "Chinese", "CMR": "Cameroonian", "COD": "Congolese", "DEU": "German", "DZA": "Algerian",
    "EGY": "Egyptian", "ERI": "Eritrean", "ETH": "Ethiopian", "FRA": "French", "GBR": "British",
    "IDN": "Indonesian", "IND": "Indian", "IRN": "Iranian", "IRQ": "Iraqi", "ITA": "Italian",
    "JOR": "Jordanian", "KEN": "Kenyan", "KWT": "Kuwaiti", "LBN": "Lebanese", "LBY": "Libyan",
    "MAR": "Moroccan", "MLI": "Malian", "MMR": "Burmese", "MRT": "Mauritanian", "MYS": "Malaysian",
    "NGA": "Nigerian", "NOR": "Norwegian", "OMN": "Omani", "PAK": "Pakistani", "PHL": "Filipino",
    "PRK": "North Korean", "QAT": "Qatari", "RUS": "Russian", "RWA": "Rwandan",
    "SAU": "Saudi Arabian", "SDN": "Sudanese", "SEN": "Senegalese", "SOM": "Somali",
    "SWE": "Swedish", "SYR": "Syrian", "TJK": "Tajik", "TUN": "Tunisian", "TUR": "Turkish",
    "UGA": "Ugandan", "UKR": "Ukrainian", "UZB": "Uzbek", "YEM": "Yemeni", "ZWE": "Zimbabwean",
  ]

  /// Names that the US Treasury and the United Nations print and the store may not know: it keeps one
  /// English name of a country, the common one where ISO 3166-1 has a formal one beside it.
  ///
  /// Both parts of the occupied Palestinian territory are ISO's PSE; regions of contested states are
  /// left open.
  private static let own: [String: String] = {
    let names = [
      "BIH": ["Bosnia-Herzegovina", "Bosnia and Herzegowina"],
      "BOL": ["Bolivia", "Bolivia (Plurinational State of)"],
      "BRN": ["Brunei"], "CIV": ["Cote d Ivoire"],
      "COD": ["Congo, Democratic Republic of the", "Congo, Democratic Republic of (was Zaire)"],
      "COG": ["Congo, Republic of the", "Congo, People's Republic of"],
      "CPV": ["Cape Verde"], "CZE": ["Czech Republic"],
      "GBR": [
        "England", "Great Britain", "UK",
        "United Kingdom of Great Britain and Northern Ireland",
      ],
      "HKG": ["China, Hong Kong Special Administrative Region"],
      "IRN": ["Iran", "Iran (Islamic Republic of)"],
      "KNA": ["St. Kitts and Nevis", "St. Kitts & Nevis"],
      "KOR": ["Korea, South", "South Korea", "Republic of Korea"],
      "LAO": ["Laos", "Lao People's Democratic Republic"],
      "MAC": ["Macau"], "MDA": ["Moldova", "Republic of Moldova"],
      "MKD": ["Macedonia", "North Macedonia, The Republic of"],
      "MMR": ["Burma"],
      "PRK": ["Korea, North", "North Korea", "Democratic People's Republic of Korea", "DPRK"],
      "PSE": [
        "Gaza", "Gaza Strip", "Palestine", "Palestinian", "Palestinian Territory, Occupied",
        "Palestinian Territories",
        "Region: Gaza", "Region: West Bank", "State of Palestine", "West Bank",
      ],
      "RUS": ["Russia"], "SWZ": ["Swaziland"], "SYR": ["Syria", "Syrian Arab Republic"],
      "TUR": ["Turkey"],
      "TWN": ["Taiwan", "Taiwan, Province of China"],
      "TZA": ["Tanzania", "United Republic of Tanzania"],
      "USA": ["United States", "United States of America"],
      "VCT": ["St. Vincent and the Grenadines"],
      "VEN": ["Venezuela", "Venezuela (Bolivarian Republic of)"],
      "VNM": ["Vietnam", "Viet Nam"],
    ]
    var codes: [String: String] = [:]
    for (code, texts) in names {
      for text in texts { codes[key(text)] = code }
    }
    for (code, people) in peoples { codes[key(people)] = code }
    return codes
  }()
}
