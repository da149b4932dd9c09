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
