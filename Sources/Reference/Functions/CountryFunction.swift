internal import Kernel
internal import Store
internal import Synchronization
internal import Vocabulary

/// The function `country(name)`.
enum CountryFunction {
  static let descriptor = ScalarDescriptor(
    "country",
    doc: """
      The country that a name or a code means, as ISO 3166-1 alpha-3: English or Korean, two or three \
      letters, in any case. Null where the store knows no such name, or two countries bear it.
      """,
    arguments: [.required("name", .text, doc: "The name or the code.")], result: .country,
    example: ("country('Korea, Republic of')", "'KOR'")
  ) {
    let known = Mutex<[String: String?]?>(nil)
    return { call in
      guard let name = try call.optionalText("name") else { return .null }
      return try known.withLock { known in
        let names = try known ?? countries(call.reader)
        known = names
        return Value(names[key(name)] ?? nil)
      }
    }
  }

  /// The country of each name; nil for a name that two countries bear.
  private static func countries(_ reader: Connection) throws -> [String: String?] {
    let entries = try Countries.domain.entries(reader)
    let written = try Countries.names(reader)
    var names: [String: String?] = [:]
    for entry in entries {
      // 'Korea, Republic of' is also written 'Republic of Korea', with 'the' or without.
      let inSentence = written.inSentence(entry.identifier).english
      let turned = inSentence.hasPrefix("the ") ? String(inSentence.dropFirst(4)) : inSentence
      for name in (entry.names + [inSentence, turned]).map(key) {
        if let other = names[name], other != entry.identifier {
          names[name] = .some(nil)
        } else {
          names[name] = entry.identifier
        }
      }
    }
    // An identifier is nobody else's name.
    for entry in entries { names[key(entry.identifier)] = entry.identifier }
    return names
  }

  private static func key(_ name: String) -> String {
    name.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
  }
}
