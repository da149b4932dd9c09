public import Store

/// A JSON value that keeps the order of its keys, so that output is the same on every run.
public indirect enum JSONValue: Sendable, Equatable {
  case null
  case flag(Bool)
  case integer(Int64)
  case number(Double)
  case text(String)
  case list([JSONValue])
  case object([(key: String, value: JSONValue)])

  /// A value of the store; a blob is written as hexadecimal digits.
  public init(_ value: Value) {
    switch value {
    case .null: self = .null
    case .integer(let number): self = .integer(number)
    case .real(let number): self = .number(number)
    case .text(let text): self = .text(text)
    case .blob: self = .text(value.hexadecimal)
    }
  }

  /// An object from pairs, in their order.
  public static func object(_ pairs: KeyValuePairs<String, JSONValue>) -> JSONValue {
    .object(pairs.map { ($0.key, $0.value) })
  }

  /// A list of texts.
  public static func texts(_ texts: some Sequence<String>) -> JSONValue {
    .list(texts.map(JSONValue.text))
  }

  /// The text without spaces (RFC 8259); a number that JSON cannot write becomes null.
  public var compact: String {
    var output = ""
    write(to: &output, indent: nil, depth: 0)
    return output
  }

  /// The text over several lines, indented by two spaces.
  public var pretty: String {
    var output = ""
    write(to: &output, indent: 2, depth: 0)
    return output
  }

  /// Whether two values are equal, keys in the same order.
  public static func == (first: JSONValue, second: JSONValue) -> Bool {
    first.compact == second.compact
  }

  private func write(to output: inout String, indent: Int?, depth: Int) {
    switch self {
    case .null: output += "null"
    case .flag(let flag): output += flag ? "true" : "false"
    case .integer(let number): output += String(number)
    case .number(let number):
      let isWhole = number == number.rounded(.towardZero) && abs(number) < 1e15
      output += !number.isFinite ? "null" : isWhole ? String(Int64(number)) : String(number)
    case .text(let text): JSONValue.writeQuoted(text, to: &output)
    case .list(let values):
      JSONValue.writeItems(values, "[", "]", to: &output, indent: indent, depth: depth) {
        $0.write(to: &$1, indent: indent, depth: depth + 1)
      }
    case .object(let pairs):
      JSONValue.writeItems(pairs, "{", "}", to: &output, indent: indent, depth: depth) {
        JSONValue.writeQuoted($0.key, to: &$1)
        $1 += indent == nil ? ":" : ": "
        $0.value.write(to: &$1, indent: indent, depth: depth + 1)
      }
    }
  }

  private static func writeItems<Item>(
    _ items: [Item], _ open: String, _ close: String, to output: inout String, indent: Int?,
    depth: Int, _ writeItem: (Item, inout String) -> Void
  ) {
    output += open
    for (position, item) in items.enumerated() {
      if position > 0 { output += "," }
      if let indent { output += "\n" + String(repeating: " ", count: indent * (depth + 1)) }
      writeItem(item, &output)
    }
    if let indent, !items.isEmpty {
      output += "\n" + String(repeating: " ", count: indent * depth)
    }
    output += close
  }

  private static func writeQuoted(_ text: String, to output: inout String) {
    output += "\""
    let isPlain = text.utf8.allSatisfy {
      $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
    }
    if isPlain {
      output += text
      output += "\""
      return
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": output += "\\\""
      case "\\": output += "\\\\"
      case "\n": output += "\\n"
      case "\r": output += "\\r"
      case "\t": output += "\\t"
      case "\u{0}"..."\u{1F}":
        let digits = String(scalar.value, radix: 16)
        output += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: output.unicodeScalars.append(scalar)
      }
    }
    output += "\""
  }
}

extension Value {
  /// The bytes of a blob as hexadecimal digits; empty for another class.
  var hexadecimal: String {
    guard case .blob(let bytes) = self else { return "" }
    return bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
