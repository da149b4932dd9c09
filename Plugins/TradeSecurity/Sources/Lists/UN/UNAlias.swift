/// The names in an alias of the United Nations' list.
///
/// The list prints several names with semicolons between them, and the same name in another script
/// in parentheses at the end, at times behind the words `original script`.
enum UNAlias {
  /// Each name of an alias, in its order.
  static func names(_ alias: String) -> [String] {
    let parts = separated(alias)
    guard parts.count == 1 else { return parts.flatMap(names) }
    let text = trimmed(alias)
    guard let (outside, inside) = closingParenthesis(text), isAnotherName(inside, than: outside)
    else { return isName(text) ? [text] : [] }
    return names(outside) + names(inside)
  }

  private static func isAnotherName(_ inside: String, than outside: String) -> Bool {
    inside.contains(";") || NameScript.of(trimmed(inside)) != NameScript.of(outside)
  }

  /// What stands before the parenthesis that ends the text, and what stands in it.
  private static func closingParenthesis(_ text: String) -> (outside: String, inside: String)? {
    guard text.last == ")" else { return nil }
    var depth = 0
    for index in text.indices.reversed() {
      switch text[index] {
      case ")": depth += 1
      case "(": depth -= 1
      default: break
      }
      if depth == 0 {
        let inside = text[text.index(after: index)...].dropLast()
        return index == text.startIndex ? nil : (String(text[..<index]), String(inside))
      }
    }
    return nil
  }

  /// The parts between semicolons that stand outside parentheses.
  private static func separated(_ text: String) -> [String] {
    var parts = [""]
    var depth = 0
    for character in text {
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      if character == ";", depth <= 0 {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    return parts
  }

  private static let remark = "original script"

  private static func trimmed(_ text: String) -> String {
    var text = text[...]
    if text.hasPrefix(remark + ":") { text = text.dropFirst(remark.count + 1) }
    while text.first == " " || text.first == "," { text = text.dropFirst() }
    while text.last == " " || text.last == "," { text = text.dropLast() }
    return String(text)
  }

  private static func isName(_ text: String) -> Bool {
    text != remark && text.unicodeScalars.contains { $0.properties.isAlphabetic }
  }
}
