extension SQLText {
  /// The words that begin a statement (sqlite.org/lang.html), in upper case.
  ///
  /// Those that write are among them: a statement that begins so is refused with the reason, and
  /// not taken for something else.
  public static let openings = [
    "ALTER", "ANALYZE", "ATTACH", "BEGIN", "COMMIT", "CREATE", "DELETE", "DETACH", "DROP", "END",
    "EXPLAIN", "INSERT", "PRAGMA", "REINDEX", "RELEASE", "REPLACE", "ROLLBACK", "SAVEPOINT",
    "SELECT", "UPDATE", "VACUUM", "VALUES", "WITH",
  ]

  /// The keywords of questions (sqlite.org/lang_keywords.html), in upper case.
  public static let keywords = [
    "ALL", "AND", "AS", "ASC", "BETWEEN", "BY", "CASE", "CAST", "COLLATE", "CROSS", "CURRENT",
    "DESC", "DISTINCT", "ELSE", "END", "ESCAPE", "EXCEPT", "EXISTS", "EXPLAIN", "FILTER",
    "FOLLOWING", "FROM", "FULL", "GLOB", "GROUP", "HAVING", "IN", "INNER", "INTERSECT", "IS",
    "JOIN", "LEFT", "LIKE", "LIMIT", "MATERIALIZED", "NATURAL", "NOT", "NULL", "NULLS", "OFFSET",
    "ON", "OR", "ORDER", "OUTER", "OVER", "PARTITION", "PLAN", "PRECEDING", "QUERY", "RANGE",
    "RECURSIVE", "RIGHT", "ROW", "ROWS", "SELECT", "THEN", "UNBOUNDED", "UNION", "USING", "VALUES",
    "WHEN", "WHERE", "WINDOW", "WITH",
  ]
}

extension SQLText {
  /// How many table expressions (`name AS (...)`, materialized or not) a statement has at most: what
  /// else stands before a bracket in the same way counts as well.
  static func tableExpressions(in sql: String) -> Int {
    let text = SQLText(sql)
    return text.words.count { word in
      guard word.text.lowercased() == "as" || word.text.lowercased() == "materialized" else {
        return false
      }
      let next = text.code[(word.offset + word.text.utf8.count)...].first { !isSpace($0) }
      return next == UInt8(ascii: "(")
    }
  }
}
