/// Small tables of words that are not names, or are names in another dress.
enum WordTables {
  /// Articles, prepositions and kinship words, in the spelling that stands for all of their forms.
  static let particles: [String: String] = {
    var table: [String: String] = [:]
    for group in [
      "al el ul ur ar as ash az ad ud ed ath aal", "bin ibn ben bint ibnu",
      "de del della di da do dos das du des",
      "the", "of", "and y und et og", "la le las los les lo", "van von der den ter zu zum vom",
      "for", "in",
      "on", "to", "e", "na", "za", "dlya", "po", "i",
      "ο η το του τησ των τουσ τισ τα οι και για απο με την τον στο στη στην στον σε κατα ωσ υπο προσ",
      "и в во на с со по для от за при имени им о об к у та й і з із на до из под",
      "و في فی من بن ابن",
    ] {
      let words = group.split(separator: " ").map(String.init)
      for word in words { table[word] = words[0] }
    }
    return table
  }()

  /// Particles that are names of people as well.
  static let namesOfPeople: Set<String> = [
    "in", "on", "to", "na", "za", "po", "for", "dlya", "du", "do", "lo", "la", "le", "ter",
  ]

  /// Forms of address before a name, and prefixes of ships.
  static let titles: Set<String> = [
    "mr", "mrs", "ms", "miss", "dr", "prof", "professor", "sir", "lord", "lady", "madam", "hon",
    "haji", "hajji", "hajj", "haj", "hadji", "alhaji", "sheikh", "shaikh", "shaykh", "cheikh",
    "sheik",
    "sayyid", "sayed", "seyed", "seyyed", "sayyed", "syed", "col", "colonel", "gen", "general",
    "maj",
    "major", "capt", "captain", "lt", "lieutenant", "sgt", "brig", "brigadier", "adm", "admiral",
    "marshal", "eng", "engr", "engineer", "mullah", "maulana", "mawlawi", "maulavi", "qari",
    "mufti",
    "ayatollah", "imam", "president", "minister", "chairman", "comrade", "king", "prince",
    "princess",
    "emir", "don", "dona", "daw", "mv", "mt", "ss", "mts", "msc", "uss", "hms", "rev", "reverend",
    "father", "pastor", "judge", "amb", "ambassador", "ir", "drs", "h", "ustad", "ustadh", "vessel",
    "господин", "д-р", "г-н", "др", "박사", "先生",
  ]

  /// English number words and Roman numerals as digits.
  static let numbers: [String: String] = {
    var table: [String: String] = [:]
    let words = [
      "one first 1st", "two second 2nd", "three third 3rd", "four fourth 4th", "five fifth 5th",
      "six sixth 6th", "seven seventh 7th", "eight eighth 8th", "nine ninth 9th", "ten tenth 10th",
      "eleven eleventh 11th", "twelve twelfth 12th",
    ]
    for (place, group) in words.enumerated() {
      for word in group.split(separator: " ") {
        table[String(word)] = "\(place + 1)"
      }
    }
    let numerals = [
      "ii", "iii", "iv", "", "vi", "vii", "viii", "ix", "", "xi", "xii", "xiii", "xiv", "xv", "xvi",
    ]
    for (place, numeral) in numerals.enumerated() where !numeral.isEmpty {
      table[numeral] = "\(place + 2)"
    }
    for (place, word) in ["twenty", "thirty", "forty", "fifty"].enumerated() {
      table[word] = "\(20 + 10 * place)"
    }
    return table
  }()

  /// The digits of an ordinal number such as 66th; nil for other words.
  static func ordinal(_ word: String) -> String? {
    let digits = word.prefix { ("0"..."9").contains($0) }
    guard !digits.isEmpty, ["st", "nd", "rd", "th"].contains(word.dropFirst(digits.count)) else {
      return nil
    }
    return String(digits)
  }

  /// The endings that Cyrillic and Greek put behind the digits of an ordinal number, as in 20-я and 20ή.
  static let ordinalEndings: Set<String> = [
    "я", "й", "е", "ая", "ый", "ой", "ое", "го", "та", "ти", "ма", "ми", "ра", "ри", "ва", "ви",
    "то",
    "η", "ο", "ης", "ησ", "ος", "οσ", "ή", "ής",
  ]

  /// Abbreviations and spellings of words that many firms bear.
  static let abbreviations: [String: String] = [
    "intl": "international", "int": "international", "bros": "brothers", "mfg": "manufacturing",
    "tech": "technology", "technologies": "technology", "assoc": "association",
    "dept": "department",
    "univ": "university", "natl": "national", "govt": "government", "engg": "engineering",
    "labour": "labor", "organisation": "organization", "centre": "center",
    "enterprises": "enterprise",
    "industries": "industry", "holdings": "holding", "services": "service", "systems": "system",
    "investments": "investment", "shpg": "shipping", "trdg": "trading", "exp": "export",
    "imp": "import",
    "orgn": "organization", "inst": "institute", "bldg": "building", "grp": "group", "jt": "joint",
  ]

  /// Words common in the names of firms and bodies that the counts of the lists do not show.
  static let common: Set<String> = [
    "agency", "agricultural", "air", "airlines", "airways", "association", "authority", "aviation",
    "bank", "board", "brigade", "brothers", "bureau", "business", "capital", "center", "central",
    "chemical", "china", "city", "commerce", "commercial", "committee", "communications",
    "community",
    "construction", "consulting", "council", "defence", "defense", "department", "development",
    "directorate", "distribution", "electric", "electronics", "energy", "engineering", "enterprise",
    "equipment", "exchange", "export", "factory", "federal", "federation", "finance", "financial",
    "firm", "forces", "foreign", "foundation", "front", "fund", "gas", "general", "global",
    "government", "group", "headquarters", "health", "holding", "house", "import", "industrial",
    "industry", "institute", "institution", "insurance", "international", "investment", "islamic",
    "jewellery", "labor", "laboratory", "logistics", "machinery", "management", "manufacturing",
    "marine", "maritime", "market", "marketing", "media", "medical", "metal", "military", "mining",
    "ministry", "money", "motor", "movement", "national", "network", "new", "office", "oil",
    "organization", "party", "people", "peoples", "petroleum", "pharmaceutical", "plant", "police",
    "power", "prison", "private", "production", "products", "program", "project", "property",
    "public",
    "real", "estate", "regional", "republic", "research", "resources", "retail", "revolutionary",
    "road", "school", "science", "scientific", "securities", "security", "service", "shipping",
    "society",
    "solutions", "space", "state", "steel", "store", "supply", "system", "technical", "technology",
    "telecom", "telecommunications", "textile", "tourism", "trade", "trading", "training",
    "transport",
    "travel", "trust", "union", "unit", "united", "university", "world", "company", "corporation",
    "europe", "european", "asia", "asian", "africa", "african", "america", "american", "east",
    "west",
    "north", "south", "eastern", "western", "northern", "southern", "middle", "pacific", "russian",
    "russia", "iran", "iranian", "korea", "syria", "arab", "swiss", "germany", "france", "schweiz",
    "limited", "liability", "joint", "stock", "open", "closed", "predpriyatie", "zavod",
    "obshchestvo",
  ]

  /// Given names that are short for one another, or one name in several languages.
  ///
  /// Hand-written from common usage in English, Russian, Spanish, German and Arabic.
  static let nicknames: [String: Int32] = {
    let groups = """
      benjamin ben benny bibi binyamin|william bill billy will willy liam|robert bob bobby rob robbie|\
      richard rick dick ricky rich|james jim jimmy jaime|john johnny jack jon|joseph joe joey jose pepe \
      josef giuseppe iosif yusuf youssef|michael mike mick mickey misha mikhail miguel michel|thomas tom \
      tommy tomas|daniel dan danny|david dave davy|anthony tony antonio anton|andrew andy drew andrei \
      andres|matthew matt|christopher chris kris|nicholas nick nicky nikolai nicolas kolya|peter pete pyotr \
      petr pedro pierre|paul pavel pablo|alexander alex sasha aleksandr alejandro sandro alec|edward ed eddie \
      ted eduardo|theodore ted teddy fyodor|charles charlie chuck carlos karl|henry harry hank enrique|francis \
      frank francisco pancho paco franz|frederick fred freddy federico|george georgy jorge georges yuri|gregory \
      greg grigory|steven steve stephen stefan esteban|patrick pat paddy|lawrence larry|ronald ron ronnie|\
      donald don donny|kenneth ken kenny|samuel sam sammy|timothy tim|gerald gerry jerry|leonard leo len|\
      albert al bert|alfred al fred|eugene gene yevgeny evgeny evgeni|barack barry|elizabeth liz beth betty \
      lisa elisabeth|margaret maggie meg peggy|catherine kate cathy katie ekaterina yekaterina katherine|\
      susan sue|deborah debbie|jennifer jenny|patricia patty trish|barbara barb|maria masha marie mary|\
      natalia natasha natalya|anna anya annie|olga olya|tatiana tanya tatyana|elena lena yelena helen|\
      vladimir vova volodya volodymyr|dmitry dima dmitri|sergei seryozha serhiy|ivan vanya|konstantin kostya|\
      viktor vitya|boris borya|guillermo memo|luis lucho louis ludwig|manuel manolo|rafael rafa|jesus chuy|\
      gabriel gabi|abraham abe ibrahim|isaac ishaq|jacob jake yakov yaqub|solomon suleiman sulayman
      """
    var table: [String: Int32] = [:]
    for (place, group) in groups.split(separator: "|").enumerated() {
      for word in group.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
        if table[String(word)] == nil { table[String(word)] = Int32(place + 1) }
      }
    }
    return table
  }()
}
