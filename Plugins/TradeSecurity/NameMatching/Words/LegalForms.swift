/// The legal forms of organisations, in their spellings and languages.
///
/// A form belongs to a class: a GmbH, an OOO and an LLC are companies of limited liability, an AG, a
/// PAO and a PJSC share companies. Sources: ISO 20275 (Entity Legal Forms, GLEIF) for the names of
/// forms and their abbreviations; the Russian Civil Code, chapter 4, and the laws of Ukraine
/// (514-VI, 2008), Belarus (2020-XII, 1992) and Bulgaria (Commercial Act, 1991) for theirs.
enum LegalForms {
  /// A form found at one end of a name.
  struct Found: Equatable {
    let formClass: String
    let length: Int
  }

  /// The longest form that begins at a place, if one does.
  static func form(in words: [String], at place: Int) -> Found? {
    for length in stride(from: min(longest, words.count - place), through: 1, by: -1) {
      if let formClass = formClass(words[place..<(place + length)]) {
        return Found(formClass: formClass, length: length)
      }
    }
    return nil
  }

  /// The longest form that ends before a place, if one does.
  static func form(in words: [String], endingAt end: Int) -> Found? {
    for length in stride(from: min(longest, end), through: 1, by: -1) {
      if let formClass = formClass(words[(end - length)..<end]) {
        return Found(formClass: formClass, length: length)
      }
    }
    return nil
  }

  /// The class of a form written in words; an abbreviation may be spaced in any way, as sp z oo.
  private static func formClass(_ words: ArraySlice<String>) -> String? {
    if let known = classes[words.joined(separator: " ")] { return known }
    guard words.count > 1, words.allSatisfy({ $0.utf8.count <= 3 }) else { return nil }
    return classes[words.joined()]
  }

  /// Whether a form is also written in front; others there, as in As Salam, are names.
  static func standsInFront(_ words: ArraySlice<String>) -> Bool {
    !words.allSatisfy { $0.utf8.count < 3 } || inFront.contains(words.joined(separator: " "))
  }

  /// The long word of a legal form that a word was meant to be, if it is one edit or transposition away.
  static func corrected(_ word: String) -> String? {
    guard word.utf8.count >= 5, !longWords.contains(word) else { return nil }
    let letters = Array(word.utf8)
    return longWordList.first { candidate in
      abs(candidate.count - letters.count) <= 1 && isOneEditAway(letters, candidate)
    }.map { String(decoding: $0, as: UTF8.self) }
  }

  /// Glued forms at either end of a Han or Hangul word, and what is left of it.
  static func gluedForm(_ word: [UInt32]) -> (formClass: String, rest: [UInt32])? {
    for (form, formClass) in glued where word.count > form.count {
      if word.starts(with: form) { return (formClass, Array(word.dropFirst(form.count))) }
      if word.suffix(form.count).elementsEqual(form) {
        return (formClass, Array(word.dropLast(form.count)))
      }
    }
    return nil
  }

  /// Whether two sets of forms speak against each other: each has a class that the other lacks.
  static func differ(_ first: [String], _ second: [String]) -> Bool {
    !first.isEmpty && !second.isEmpty && !first.contains { second.contains($0) }
  }

  private static func isOneEditAway(_ first: [UInt8], _ second: [UInt8]) -> Bool {
    var start = 0
    while start < min(first.count, second.count), first[start] == second[start] { start += 1 }
    var end = 0
    while end < min(first.count, second.count) - start,
      first[first.count - 1 - end] == second[second.count - 1 - end]
    {
      end += 1
    }
    let (left, right) = (first.count - start - end, second.count - start - end)
    if left <= 1, right <= 1 { return true }
    return left == 2 && right == 2 && first[start] == second[start + 1]
      && first[start + 1] == second[start]
  }

  private static let table: [(formClass: String, forms: String)] = [
    (
      "llc",
      """
      llc|l l c|limited liability company|limited liability co|ooo|o o o|obshchestvo s ogranichennoi \
      otvetstvennostyu|obshchestvo s ogranichennoy otvetstvennostyu|ооо|общество с ограниченной \
      ответственностью|общество с ограниченной ответственностью|тов|дружество с ограничена отговорност|таварыства з абмежаванай адказнасцю|εταιρεια περιορισμενησ ευθυνησ|иооо|чооо|товариство з обмеженою \
      відповідальністю|societatea cu raspundere limitata|societate cu raspundere limitata|srl|s r l|\
      gmbh|g m b h|mbh|gesellschaft mit beschrankter haftung|sarl|s a r l|societe a responsabilite \
      limitee|sprl|sp z o o|spzoo|spolka z ograniczona odpowiedzialnoscia|doo|d o o|drustvo s \
      ogranicenom odgovornoscu|ood|o o d|eood|ltda|limitada|s de rl|s de rl de cv|sa de rl|eirl|eireli|\
      sl|s l|sociedad limitada|sociedad de responsabilidad limitada|kft|korlatolt felelossegu \
      tarsasag|sro|s r o|bv|b v|besloten vennootschap|aps|dooel|ou|osauhing|sia|uab|mmc|mchj|too|тоо|\
      wll|w l l|유한회사|有限责任公司|有限責任公司|合同会社|有限会社
      """
    ),
    (
      "ltd",
      """
      ltd|limited|co ltd|co limited|company limited|company ltd|pte ltd|pte limited|pte|pvt ltd|pvt \
      limited|private limited|private limited company|pvt|pty ltd|pty|corporation limited|corp ltd|\
      corporation ltd|corp limited|limited company|ltd company|ltd co|limited co|sdn bhd|berhad|bhd|\
      有限公司|лтд|limited corporation|ltd sti|limited sirketi|sirketi
      """
    ),
    (
      "jsc",
      """
      jsc|j s c|joint stock company|joint stock co|ao|a o|ojsc|open joint stock company|oao|o a o|pjsc|\
      public joint stock company|pao|p a o|cjsc|closed joint stock company|zao|z a o|ao|nao|non public \
      joint stock company|aktsionernoe obshchestvo|aktsionernoye obshchestvo|otkrytoe aktsionernoe \
      obshchestvo|zakrytoe aktsionernoe obshchestvo|publichnoe aktsionernoe obshchestvo|pjs|\
      publichnoye aktsionernoye obshchestvo|ао|оао|зао|пао|акционерное общество|открытое акционерное \
      общество|закрытое акционерное общество|публичное акционерное общество|акціонерне товариство|\
      відкрите акціонерне товариство|закрите акціонерне товариство|\
      публічне акціонерне товариство|приватне акціонерне товариство|пат|прат|\
      непубличное акционерное общество|нао|публично акционерно дружество|\
      публичното акционерно дружество|акционерното дружество|акцыянернае таварыства|ад|\
      акционерно дружество|отворено акционерно дружество|адкрытае акцыянернае таварыства|аат|зат|закрытае акцыянернае таварыства|ανοικτη συμμετοχικη εταιρεια|συμμετοχικη εταιρεια|ανωνυμη εταιρια|εταιρια κατα μετοχεσ|εταιρεια κατα μετοχεσ|ad|a d|ead|ag|aktiengesellschaft|sa|s a|\
      societe anonyme|sociedad anonima|sociedade anonima|sa de cv|s a de c v|sab de cv|sapi de cv|saa|\
      sac|spa|s p a|societa per azioni|ab|aktiebolag|oy|oyj|asa|aktieselskab|plc|p l c|public limited \
      company|nv|n v|naamloze vennootschap|as|a s|anonim sirketi|zrt|nyrt|sae|sal|s a l|pt|p t|tbk|\
      perseroan terbatas|qsc|psc|kpsc|se|kgaa|주식회사|주|株式会社|股份有限公司|株|ae|α ε|ανωνυμη εταιρεια|شركة \
      مساهمة|سهامی عام|سهامی خاص|private joint stock company
      """
    ),
    (
      "inc",
      """
      inc|incorporated|corp|corporation|co|company|co inc|corporation inc|and co|and company|cie|и ко|\
      compania|compagnie|회사|公司|会社|شركة|شرکت|εταιρεια|компания
      """
    ),
    (
      "partnership",
      """
      lp|l p|llp|l l p|limited partnership|limited liability partnership|kg|kommanditgesellschaft|gmbh \
      and co kg|gmbh co kg|ohg|gbr|snc|scs|合资公司|합자회사|합명회사|general partnership|pllc|na|n a
      """
    ),
    (
      "freezone",
      "fze|fzc|fzco|fz llc|fz llc|free zone establishment|free zone company|dmcc|fzllc|fz co|est|establishment"
    ),
    (
      "unitary",
      """
      fgup|fsue|gup|mup|fgbu|fkp|federal state budgetary institution|federal state budgetary \
      establishment|federal state budget institution|federal state institution|federal treasury \
      enterprise|federal state enterprise|federal state unitary enterprise|state unitary enterprise|unitary enterprise|\
      federalnoe gosudarstvennoe unitarnoe predpriyatie|фгуп|гуп|федеральное государственное унитарное \
      предприятие|государственное унитарное предприятие|rue|руп|федеральное казенное предприятие|фкп|\
      федеральное казенное учреждение|фку|федеральное государственное бюджетное учреждение|фгбу|\
      федеральное государственное казенное учреждение|фгку|\
      рэспубліканскае унітарнае прадпрыемства|\
      рэспубліканскае ўнітарнае прадпрыемства|республиканское унитарное предприятие|държавно единно предприятие|κρατικη ενιαια επιχειρηση|държавно предприятие
      """
    ),
  ]

  private static let inFront: Set<String> = [
    "llc", "ooo", "ооо", "тов", "srl", "sarl", "too", "тоо", "jsc", "ao", "ojsc", "oao", "pjsc",
    "pao",
    "cjsc", "zao", "ао", "оао", "зао", "пао", "joint stock company", "limited liability company",
    "pt",
    "fgup", "fsue", "gup", "фгуп", "гуп", "주식회사", "주", "유한회사", "株式会社", "株", "شركة", "شرکت", "uab",
    "sia", "private limited", "nao", "gmbh", "εταιρεια", "ад", "ood", "компания", "akc", "compania",
    "compagnie", "unitary enterprise", "company",
  ]

  private static let classes: [String: String] = {
    var classes: [String: String] = [:]
    for (formClass, forms) in table {
      for form in forms.split(separator: "|") {
        let form = form.split(whereSeparator: { $0 == " " || $0 == "\n" }).joined(separator: " ")
        classes[form] = formClass
        let words = form.split(separator: " ")
        // Vowels left out inside the words, as in LMTD LBLTY CMPNY.
        let bones = form.split(separator: " ").map(withoutInnerVowels)
        if bones.allSatisfy({ $0.utf8.count >= 2 }), bones.contains(where: { $0.utf8.count >= 3 }) {
          let phrase = bones.joined(separator: " ")
          if classes[phrase] == nil { classes[phrase] = formClass }
        }
        // A name given back to front.
        classes[form.split(separator: " ").reversed().joined(separator: " ")] = formClass
        // Initials of a first word, as in J. Stock Company.
        if words.count >= 3, let first = words.first, first.utf8.count > 1, let letter = first.first
        {
          classes[([Substring(String(letter))] + words.dropFirst()).joined(separator: " ")] =
            formClass
        }
      }
    }
    return classes
  }()

  private static func withoutInnerVowels(_ word: Substring) -> String {
    let letters = Array(word)
    return String(
      letters.indices.filter { place in
        place == 0 || place == letters.count - 1 || !"aeiou".contains(letters[place])
      }.map { letters[$0] })
  }

  private static let longest = 6

  private static let longWords: Set<String> = Set(
    classes.keys.flatMap { $0.split(separator: " ") }.filter { $0.utf8.count >= 5 }.map(String.init)
  )
  private static let longWordList = longWords.filter { $0.utf8.allSatisfy { $0 < 0x80 } }.sorted()
    .map { Array($0.utf8) }

  private static let glued: [([UInt32], String)] = {
    let forms = [
      ("股份有限公司", "jsc"), ("有限责任公司", "llc"), ("有限責任公司", "llc"), ("有限公司", "ltd"),
      ("株式会社", "jsc"), ("주식회사", "jsc"), ("유한회사", "llc"), ("합자회사", "partnership"),
      ("有限会社", "llc"), ("公司", "inc"), ("会社", "inc"), ("회사", "inc"),
    ]
    return forms.map { (Array($0.0.unicodeScalars.map(\.value)), $0.1) }
  }()
}
