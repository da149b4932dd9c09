/// A JSON value in the order in which it is written out.
indirect enum JSONText {
  case string(String)
  /// A number, `true`, `false` or `null`, as JSON writes it.
  case literal(String)
  case array([JSONText])
  case object([(key: String, value: JSONText)])

  /// The JSON text, indented by two spaces a level; arrays stand on one line.
  func written(indent: String = "") -> String {
    switch self {
    case .string(let text): return JSONText.quoted(text)
    case .literal(let text): return text
    case .array(let items):
      return "[" + items.map { $0.written(indent: indent) }.joined(separator: ", ") + "]"
    case .object(let members):
      if members.isEmpty { return "{}" }
      let inner = indent + "  "
      let lines = members.map {
        inner + JSONText.quoted($0.key) + ": " + $0.value.written(indent: inner)
      }
      return "{\n" + lines.joined(separator: ",\n") + "\n" + indent + "}"
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\" + String(scalar)
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case ..<" ":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
