/// The numbers in a field of the UK's list that holds free text.
///
/// The field says in words what other lists have in columns: `(1) K929139 (Tunisian). Issued on 14 Feb
/// 1995. (2) 00319547`, `Qatari passport no.00966737`, `381420565 and 654120219`. Each number is read out
/// with its country and its dates; a text without a digit has none.
struct UKNumberText {
  /// The numbers as printed, each with the country that the text gives it.
  private(set) var numbers: [(number: String, country: String?)] = []
  /// The dates on which documents were issued, or on which they expire.
  private(set) var dates: [ListedParty.Date] = []

  /// Reads a text.
  init(_ text: String) {
    let parts = UKNumberText.parts(text)
    let shared = UKNumberText.country(before: parts.first ?? "")
    for part in parts {
      let words = UKNumberText.words(part)
      dates += UKNumberText.dates(words)
      guard let number = UKNumberText.number(words) else { continue }
      let country =
        UKNumberText.country(behind: part) ?? UKNumberText.country(before: part) ?? shared
      numbers.append((number, country))
    }
  }

  /// The parts of an enumeration by `(1)`, `a)`, `and`; one part where there is none.
  private static func parts(_ text: String) -> [String] {
    var parts = [""]
    let words = text.split(separator: " ").map(String.init)
    for (place, word) in words.enumerated() {
      let isNumberNext = place + 1 < words.count && words[place + 1].contains(where: isDigit)
      if word == "and", isNumberNext {
        parts.append("")
      } else if let mark = mark(word) {
        parts.append(String(word.dropFirst(mark)) + " ")
      } else {
        parts[parts.count - 1] += word + " "
      }
    }
    return parts
  }

  /// How long the mark of an enumeration is that a word begins with, as in `(12)H-123259`; nil for others.
  private static func mark(_ word: String) -> Int? {
    guard let close = word.firstIndex(of: ")") else { return nil }
    let inside = word[..<close].drop { $0 == "(" }
    let isNumber = inside.count <= 2 && !inside.isEmpty && inside.allSatisfy(isDigit)
    let isLetter = inside.count == 1 && inside.allSatisfy { ("A"..."H").contains($0.uppercased()) }
    return isNumber || isLetter ? word.distance(from: word.startIndex, to: close) + 1 : nil
  }

  /// The words of a part, without brackets, colons and the points behind them; `no.123` is two.
  private static func words(_ part: String) -> [String] {
    part.split { " ():,;".contains($0) }.flatMap { word -> [String] in
      let text = String(word)
      for label in ["no.", "No."] where text.hasPrefix(label) && text.count > label.count {
        return ["no", String(text.dropFirst(label.count))]
      }
      return [text]
    }.map { $0.hasSuffix(".") ? String($0.dropLast()) : $0 }.filter { !$0.isEmpty }
  }

  /// Words that end a number: what follows is where, when and under which name.
  private static let ends: Set<String> = [
    "issued", "issue", "expired", "expires", "expiring", "expiration", "expiry", "valid", "under",
    "born",
    "date",
  ]

  /// The number of a part: what stands behind `number` or `no`, else the first word with a digit, each with
  /// the words of capitals and digits around it, as in `BN 4196361`.
  private static func number(_ words: [String]) -> String? {
    let named = Array(words.prefix { !ends.contains($0.lowercased()) })
    let label = named.firstIndex { ["number", "numbers", "no"].contains($0.lowercased()) }
    let candidates = [label.map { named[($0 + 1)...] }, named[...]].compactMap { $0 }
    for range in candidates {
      guard let digits = range.firstIndex(where: { $0.contains(where: isDigit) && isCode($0) })
      else { continue }
      var (start, end) = (digits, digits + 1)
      while start > range.startIndex, isCode(range[start - 1]) { start -= 1 }
      while end < range.endIndex, isCode(range[end]) { end += 1 }
      return range[start..<end].joined(separator: " ")
    }
    return nil
  }

  /// Whether a word is part of a number: capitals and digits, as `BN`, `A-333602`, `34409/129`.
  private static func isCode(_ word: String) -> Bool {
    !["NO", "ID", "UK", "USA"].contains(word)
      && word.allSatisfy { isDigit($0) || ("A"..."Z").contains($0) || "-/.".contains($0) }
  }

  /// The country in the brackets behind a number: `(Tunisian)`, `(Guinea-Bissau Diplomatic)`.
  private static func country(behind part: String) -> String? {
    guard let open = part.firstIndex(of: "("), let close = part[open...].firstIndex(of: ")") else {
      return nil
    }
    return countryWords(part[part.index(after: open)..<close].split(separator: " "))
  }

  /// The country in front of a number: `Qatari passport no.`, `Iraq number`.
  private static func country(before part: String) -> String? {
    countryWords(part.prefix { $0 != "(" && !isDigit($0) }.split(separator: " "))
  }

  /// The words before `passport`, `number` and their like where they are a country's: capitalised.
  private static func countryWords(_ words: [Substring]) -> String? {
    let joining: Set<Substring> = ["of", "and", "the"]
    let named = words.prefix { word in
      joining.contains(word)
        || word.first.map { $0.isUppercase } == true
          && !others.contains(word.lowercased().filter { $0.isLetter })
    }
    let text = named.map { $0.filter { $0.isLetter || $0 == "-" } }.joined(separator: " ")
    return text.count > 1 && !text.contains(where: isDigit) ? text : nil
  }

  /// Words that begin with a capital and are no country.
  private static let others: Set<String> = [
    "passport", "number", "no", "diplomatic", "national", "identification", "id", "reference",
    "details",
    "misuse", "issued", "expired", "expires", "federal", "ration", "previous", "personal", "date",
    "fiscal", "identity", "card", "ordinary", "official", "service", "international",
  ]

  /// The dates behind `issued` and `expires`: `14 Feb 1995`, `27.5.2002`, `16/01/2006`, `Feb 2001`.
  private static func dates(_ words: [String]) -> [ListedParty.Date] {
    var dates: [ListedParty.Date] = []
    for (place, word) in words.enumerated() {
      let role: String
      switch word.lowercased() {
      case "issued", "issue": role = "identifier_issued"
      case "expired", "expires", "expiring", "expiration", "until": role = "identifier_expires"
      default: continue
      }
      let next = words[(place + 1)...].drop {
        ["on", "in", "of", "date"].contains($0.lowercased())
      }
      if let date = date(Array(next.prefix(3))) {
        dates.append(ListedParty.Date(role: role, date: date))
      }
    }
    return dates
  }

  private static func date(_ words: [String]) -> PartialDate? {
    for count in stride(from: words.count, through: 1, by: -1) {
      let text = words.prefix(count).joined(separator: " ")
      let parts = text.split { "./".contains($0) }.compactMap { Int($0) }
      let date =
        parts.count == 3
        ? PartialDate(text, year: parts[2], month: parts[1], day: parts[0]) : PartialDate(text)
      if date.earliest != nil { return date }
    }
    return nil
  }

  private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }
}
