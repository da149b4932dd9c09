internal import Store
internal import Vocabulary

/// A function of any kind, as introspection and documentation show it.
struct DeclaredFunction {
  /// What a call stands for in SQL.
  enum Kind: String {
    case table, scalar, aggregate
  }

  let name: String
  let kind: Kind
  let signature: String
  let arguments: [FunctionDescriptor.Argument]
  /// What it gives: the kind of its value, or nil for rows.
  let result: Column.Kind?
  let doc: String
  let example: (call: String, value: String)?
}

extension ModuleDescriptor {
  /// Its functions: those of rows, of values, and of groups.
  var declaredFunctions: [DeclaredFunction] {
    functions.map {
      DeclaredFunction(
        name: $0.name, kind: .table, signature: $0.signature, arguments: $0.arguments, result: nil,
        doc: $0.doc, example: nil)
    }
      + scalars.map {
        DeclaredFunction(
          name: $0.name, kind: .scalar, signature: $0.signature, arguments: $0.arguments,
          result: $0.result, doc: $0.doc, example: $0.example)
      }
      + aggregates.map {
        DeclaredFunction(
          name: $0.name, kind: .aggregate, signature: $0.signature, arguments: $0.arguments,
          result: $0.result, doc: $0.doc, example: $0.example)
      }
  }
}

extension IntrospectionTable {
  static let callables = [
    IntrospectionTable(
      "tower_functions", doc: "A function that questions can call.",
      columns: [
        Column("function", .text, doc: "The name."),
        Column("kind", .text, doc: "table, scalar or aggregate: where it stands in SQL."),
        Column("signature", .text, doc: "How it is called; what may be left out is in brackets."),
        Column("result", .text, doc: "What it gives; null for rows."),
        Column("module", .text, doc: "The module that owns it."),
        Column("doc", .text, doc: "What it gives."),
      ], isCommand: false
    ) { tower in
      tower.registry.entries.flatMap { entry in
        entry.descriptor.declaredFunctions.map { function -> [Value] in
          [
            .text(function.name), .text(function.kind.rawValue), .text(function.signature),
            Value(function.result?.rawValue), .text(entry.identity.identifier),
            .text(function.doc),
          ]
        }
      }
    },
    IntrospectionTable(
      "tower_arguments", doc: "An argument of a function.",
      columns: [
        Column("function", .text, doc: "The function."),
        Column("position", .integer, doc: "Its place, from 1."),
        Column("argument", .text, doc: "The name."),
        Column("type", .text, doc: "What the values are."),
        Column("required", .flag, doc: "Whether a call must give it."),
        Column("module", .text, doc: "The module that owns it."),
        Column("doc", .text, doc: "What it is."),
      ]
    ) { tower in
      tower.registry.entries.flatMap { entry in
        entry.descriptor.declaredFunctions.flatMap { function in
          function.arguments.enumerated().map { place, argument -> [Value] in
            [
              .text(function.name), Value(place + 1), .text(argument.name),
              .text(argument.kind.rawValue), Value(argument.isRequired),
              .text(entry.identity.identifier), .text(argument.doc),
            ]
          }
        }
      }
    },
  ]
}
