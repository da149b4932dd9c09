/// Whether a statement may join by columns that it does not name one by one: USING and NATURAL.
///
/// It looks at every run of letters, whether it stands in code, in quotes or in a comment: a name
/// that SQLite understands is always such a run, so none can hide, and a text that looks like one
/// only makes a refusal more likely.
struct SharedColumns {
  /// Every word of the statement, in lower case.
  let words: Set<String>

  /// Whether columns can be shared at all.
  var isUsed: Bool { isNatural || words.contains("using") }
  /// Whether the shared columns are those that happen to have the same name.
  var isNatural: Bool { words.contains("natural") }

  init(_ sql: String) {
    words = Set(
      sql.utf8.split { !SQLText.isWordByte($0) }
        .map { String(decoding: $0, as: UTF8.self).lowercased() })
  }
}
