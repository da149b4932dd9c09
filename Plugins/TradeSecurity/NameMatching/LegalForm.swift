/// The legal forms that begin or end the names of organisations, and words too common to be names.
enum LegalForm {
  /// The tokens without the legal forms at either end, and the forms that were dropped.
  ///
  /// A name of nothing but legal forms, common words and numbers is left whole: stripped of its
  /// form, `11420 CORP` would meet every name with that number, and `TRADING CO` every trader.
  static func strip(_ tokens: [String]) -> (core: [String], dropped: [String]) {
    var core = tokens[...]
    var leading: [String] = []
    var trailing: [String] = []
    while let length = formLength({ core.suffix($0) }, among: forms) {
      trailing.insert(core.suffix(length).joined(), at: 0)
      core = core.dropLast(length)
    }
    while let length = formLength({ core.prefix($0) }, among: leadingForms) {
      leading.append(core.prefix(length).joined())
      core = core.dropFirst(length)
    }
    guard core.contains(where: isDistinctive) else { return (tokens, []) }
    return (Array(core), leading + trailing)
  }

  /// Whether a token can tell one party from another.
  static func isDistinctive(_ token: String) -> Bool {
    token.unicodeScalars.count > 1 && !common.contains(token) && !forms.contains(token)
      && !token.unicodeScalars.allSatisfy { $0.properties.numericType != nil }
  }

  /// How many tokens at one end are a legal form, be it in one word or apart as in `S p A`; nil
  /// when none is.
  private static func formLength(_ end: (Int) -> ArraySlice<String>, among forms: Set<String>)
    -> Int?
  {
    (1...4).reversed().first { length in
      let part = end(length)
      return part.count == length && forms.contains(part.joined())
    }
  }

  /// Whether two names bear different forms, as an AG and a GmbH do; a name without a form, or
  /// with one form more, contradicts nothing.
  static func differ(_ first: [String], _ second: [String]) -> Bool {
    let ours = Set(first.map { sameForms[$0] ?? $0 })
    let theirs = Set(second.map { sameForms[$0] ?? $0 })
    return !ours.isSubset(of: theirs) && !theirs.isSubset(of: ours)
  }

  private static let sameForms = [
    "aktiebolag": "ab", "aktiengesellschaft": "ag", "aktieselskab": "as", "company": "co",
    "corporation": "corp", "incorporated": "inc", "jointstockcompany": "jsc", "limitada": "ltda",
    "limited": "ltd", "limitedliabilitycompany": "llc", "oao": "ojsc", "ooo": "llc",
    "openjointstockcompany": "ojsc", "pao": "pjsc", "publicjointstockcompany": "pjsc",
    "publiclimitedcompany": "plc", "ао": "jsc", "зао": "zao", "оао": "ojsc", "ооо": "llc",
    "пао": "pjsc", "주식회사": "주",
  ]

  private static let forms: Set<String> = [
    "ab", "ag", "aktiebolag", "aktiengesellschaft", "aktieselskab", "aps", "as", "asa", "bhd", "bv",
    "co", "company", "corp", "corporation", "cv", "doo", "fzc", "fzco", "fze", "gmbh", "inc",
    "incorporated", "jointstockcompany", "jsc", "kft", "kg", "kgaa", "kk", "limitada", "limited",
    "limitedliabilitycompany", "llc", "llp", "lp", "ltd", "ltda", "mbh", "nv", "oao", "ojsc", "ooo",
    "openjointstockcompany", "oy", "oyj", "pao", "pjsc", "plc", "pte", "pty",
    "publicjointstockcompany", "publiclimitedcompany", "pvt", "sa", "sadecv", "sae", "sal", "sarl",
    "sas", "sdn", "se", "sl", "spa", "spzoo", "srl", "sro", "zao", "zrt", "ао", "зао", "оао", "ооо",
    "пао", "주", "주식회사", "유한회사", "株式会社", "有限公司",
  ]

  /// The forms that are also written in front; others there, as in `As Salam`, are names.
  private static let leadingForms: Set<String> = [
    "jointstockcompany", "jsc", "limitedliabilitycompany", "oao", "ojsc", "ooo",
    "openjointstockcompany", "pao", "pjsc", "publicjointstockcompany", "zao", "ао", "зао", "оао",
    "ооо", "пао", "주", "주식회사", "유한회사", "株式会社",
  ]

  private static let common: Set<String> = [
    "al", "and", "bank", "business", "center", "centre", "commercial", "construction", "de",
    "development", "el", "engineering", "enterprise", "enterprises", "export", "factory", "firm",
    "for", "foundation", "general", "global", "group", "holding", "holdings", "import",
    "industrial",
    "industries", "industry", "institute", "international", "investment", "investments", "la",
    "management", "marine", "national", "of", "organization", "research", "science", "service",
    "services", "shipping", "state", "systems", "technologies", "technology", "the", "trade",
    "trading", "university", "그룹", "무역",
  ]
}
