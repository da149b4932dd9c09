internal import Configuration
internal import Store
internal import Vocabulary

extension IntrospectionTable {
  static let commands = [
    IntrospectionTable(
      "tower_commands", doc: "A command.",
      columns: [
        Column("command", .text, doc: "The words of its name."),
        Column("usage", .text, doc: "How it is called."),
        Column("effect", .text, doc: "What it does to the store: none, reads or writes."),
        Column("module", .text, doc: "The module that owns it."),
        Column("summary", .text, doc: "What it does."),
      ]
    ) { tower in
      owned(tower).map { module, command in
        [
          .text(command.name), .text(command.usage), .text("\(command.effect)"), .text(module),
          .text(command.summary),
        ]
      }
    },
    IntrospectionTable(
      "tower_parameters", doc: "A parameter of a command.",
      columns: [
        Column("command", .text, doc: "The command."),
        Column("parameter", .text, doc: "The name."),
        Column("usage", .text, doc: "How it is given."),
        Column("required", .flag, doc: "Whether it must be given."),
        Column(
          "default_value", .text, doc: "What holds when it is not given; null where nothing does."),
        Column("doc", .text, doc: "What it is."),
      ]
    ) { tower in
      owned(tower).flatMap { _, command in
        command.parameters.map { parameter -> [Value] in
          [
            .text(command.name), .text(parameter.name), .text(parameter.usage),
            Value(parameter.presence == .required), Value(parameter.defaultText),
            .text(parameter.doc),
          ]
        }
      }
    },
  ]

  /// The settings of the deployment with their values; a secret as the place where it is kept.
  static let settings = [
    IntrospectionTable(
      "tower_settings", doc: "A setting in force.",
      columns: [
        Column("setting", .text, doc: "The keys that lead to it."),
        Column("value", .text, doc: "Its value; a secret as the place where it is kept."),
        Column("origin", .text, doc: "Where it came from."),
        Column("doc", .text, doc: "What it is."),
      ]
    ) { tower in
      tower.deployment.values.outline().map {
        [.text($0.path), .text($0.value), .text($0.origin), .text($0.doc)]
      }
    }
  ]

  private static func owned(_ tower: Tower) -> [(module: String, command: Command)] {
    tower.registry.entries.flatMap { entry in
      (entry.descriptor.commands + entry.descriptor.importers.map(\.command))
        .map { (entry.identity.identifier, $0) }
    }.sorted { $0.command.name < $1.command.name }
  }
}

extension Parameter {
  /// What holds when it is not given, as a user would write it; nil where nothing does.
  var defaultText: String? {
    if case .defaulted(let text) = presence { text } else { nil }
  }
}
