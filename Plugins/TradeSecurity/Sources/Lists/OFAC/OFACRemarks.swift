internal import Vocabulary

/// Reads the remarks of the US Treasury's lists.
///
/// In the layout of sdn.xml they hold relations to other listed parties; in the older CSV layout also
/// dates and places of birth, nationalities, numbers and weak aliases, with semicolons between them.
enum OFACRemarks {
  /// Puts what the remarks say into a party; the rest stays as its remarks.
  static func read(_ remarks: String?, into party: inout ListedParty) {
    guard let remarks else { return }
    var rest: [String] = []
    for part in parts(of: unwrapped(remarks)) {
      if !take(part, into: &party) { rest.append(part) }
    }
    party.remarks = rest.isEmpty ? nil : rest.joined(separator: "; ")
  }

  /// Puts the relations that the remarks of sdn.xml name into a party; the rest stays as it is.
  static func readRelations(_ remarks: String?, into party: inout ListedParty) {
    guard let remarks else { return }
    guard remarks.hasPrefix("(Linked To:") else {
      party.remarks = remarks
      return
    }
    read(remarks, into: &party)
  }

  /// The text without the parentheses around the whole, and without the full stop at its end.
  private static func unwrapped(_ text: String) -> Substring {
    var text = text[...]
    if text.hasSuffix(".") { text = text.dropLast() }
    guard text.hasPrefix("(Linked To:"), text.hasSuffix(")") else { return text }
    return text.dropFirst().dropLast()
  }

  /// The parts between semicolons that stand outside parentheses.
  private static func parts(of text: Substring) -> [String] {
    var parts: [String] = []
    var part = ""
    var depth = 0
    for character in text {
      if character == "(" { depth += 1 }
      if character == ")" { depth = max(0, depth - 1) }
      if character == ";", depth == 0 {
        parts.append(part)
        part = ""
      } else if !(part.isEmpty && character == " ") {
        part.append(character)
      }
    }
    return (parts + [part]).filter { !$0.isEmpty }
  }

  private static func take(_ part: String, into party: inout ListedParty) -> Bool {
    var text = part
    for other in ["alt. ", "Alt. "] where text.hasPrefix(other) {
      text = String(text.dropFirst(other.count))
    }
    if let name = behind("Linked To: ", text) {
      let relation = ListedParty.Relation(kind: "Linked To", name: name)
      if !party.relations.contains(relation) { party.relations.append(relation) }
    } else if let date = behind("DOB ", text) ?? behind("DOB: ", text) {
      party.add("birth", PartialDate(date))
    } else if let place = behind("POB ", text) ?? behind("POB: ", text) {
      party.add("birth_place", country: nil, detail: place)
    } else if let country = behind("nationality ", text) {
      party.add("nationality", country: country)
    } else if let country = behind("citizen ", text) {
      party.add("citizenship", country: country)
    } else if let gender = behind("Gender ", text) {
      party.gender = gender
      party.add(ListedParty.Identifier(kind: "Gender", number: gender, country: nil))
    } else if let name = quoted(behind("a.k.a. ", text)) {
      party.add(.weakAlias, name)
    } else if let name = quoted(behind("f.k.a. ", text)) {
      party.add(.former, name)
    } else if let (kind, rest) = OFACIdentifierTypes.split(text) {
      readNumber(kind, rest, into: &party)
    } else {
      return false
    }
    return true
  }

  private static func behind(_ start: String, _ text: String) -> String? {
    text.hasPrefix(start) ? String(text.dropFirst(start.count)) : nil
  }

  private static func quoted(_ text: String?) -> String? {
    guard let text, text.utf8.count > 2, text.hasPrefix("'"), text.hasSuffix("'") else {
      return nil
    }
    return String(text.dropFirst().dropLast())
  }

  /// Reads `A123 (Egypt) issued 3 May 2007 expires 2 May 2012`.
  private static func readNumber(_ kind: String, _ text: String, into party: inout ListedParty) {
    var number = text
    for (word, role) in [
      (" expires ", "identifier_expires"), (" issued ", "identifier_issued"),
    ] {
      guard let range = number.firstRange(of: word) else { continue }
      party.add(role, PartialDate(String(number[range.upperBound...])))
      number = String(number[..<range.lowerBound])
    }
    var country: String?
    if number.hasSuffix(")"), let open = number.lastIndex(of: "("), open > number.startIndex {
      country = String(number[number.index(after: open)...].dropLast())
      number = number[..<open].split(separator: " ").joined(separator: " ")
    }
    party.add(ListedParty.Identifier(kind: kind, number: number, country: country))
  }
}
