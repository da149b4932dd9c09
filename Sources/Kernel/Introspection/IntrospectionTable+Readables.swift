internal import Store
internal import Vocabulary

extension IntrospectionTable {
  static let readables = [
    IntrospectionTable(
      "tower_tables", doc: "A table that questions can read.",
      columns: [
        Column("table_name", .text, doc: "The table."),
        Column("module", .text, doc: "The module that owns it."),
        Column("columns", .integer, doc: "How many columns it has."),
        Column("doc", .text, doc: "What a row is."),
      ], isCommand: false
    ) { tower in
      tower.registry.entries.flatMap { entry in
        entry.descriptor.tables.map { table in
          [
            .text(table.name), .text(entry.identity.identifier), Value(table.columns.count),
            .text(table.doc),
          ]
        }
      }
    },
    IntrospectionTable(
      "tower_columns", doc: "A column of a table or of a table function.",
      columns: [
        Column("table_name", .text, doc: "The table or the function."),
        Column("column_name", .text, doc: "The column."),
        Column("type", .text, doc: "What the values are."),
        Column("unit", .text, doc: "The unit of a number."),
        Column("module", .text, doc: "The module that owns it."),
        Column(
          "marking", .marking,
          doc: "How far it may travel whatever its source; null where the source alone decides."),
        Column(
          "personal", .flag,
          doc: "Whether it holds people's data, which --purpose opens and the ledger records."),
        Column("doc", .text, doc: "What it is."),
      ]
    ) { tower in
      tower.registry.entries.flatMap { entry in
        let sources =
          entry.descriptor.tables.map { ($0.name, $0.columns) }
          + entry.descriptor.functions.map { ($0.name, $0.columns) }
        return sources.flatMap { name, columns in
          columns.map { row(of: $0, in: name, entry.identity.identifier) }
        }
      }
    },
  ]

  private static func row(of column: Column, in table: String, _ module: String) -> [Value] {
    [
      .text(table), .text(column.name), .text(column.kind.rawValue), Value(column.unit),
      .text(module), Value(column.marking?.description), Value(column.isPersonal),
      .text(column.doc),
    ]
  }
}
