internal import Store
internal import Vocabulary

extension IntrospectionTable {
  static let queries = [
    IntrospectionTable(
      "tower_queries", doc: "A named query.",
      columns: [
        Column("query", .text, doc: "The identifier."),
        Column("title", .text, doc: "What it answers."),
        Column("title_ko", .text, doc: "The same in Korean; null where the file has none."),
        Column("modules", .text, doc: "The modules that it joins."),
        Column("parameters", .text, doc: "Its parameters with their defaults."),
        Column("file", .text, doc: "The file that it was read from."),
        Column("digest", .text, doc: "The SHA-256 of its SQL."),
        Column("doc", .text, doc: "What a row is, how it is found, and what it does not say."),
      ], isCommand: false
    ) { tower in
      try tower.namedQueries().map { query in
        [
          .text(query.identifier), .text(query.title.english), Value(query.title.korean),
          .text(query.modules(in: tower.registry).joined(separator: ", ")),
          .text(query.parameterLine), .text(query.file), .text(query.digest),
          .text(query.doc.english),
        ]
      }
    }
  ]
}
